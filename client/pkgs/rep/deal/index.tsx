// 记成交: entered with one hand while she is still in the shop; below it what was sold before, and what came before that.
import '../words'
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Done, UndoBar } from '@/features/contact/UndoBar'
import type { Prepared } from '@/features/deal/draft'
import { undoDeal, usePrepared } from '@/features/deal/use-deals'
import { Answered } from '@/features/member/Answered'
import { goBack, pageParams, TABS } from '@/platform/nav'
import { useTitle } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { BackLink } from '@/ui/BackLink'
import { asShown } from '@/ui/error-text'
import { Page } from '@/ui/Page'
import { DealForm } from './_parts/DealForm'
import { Past } from './_parts/Past'
import './index.scss'

/** Without signal on a phone that has never asked: products are typed by hand. */
const NOTHING: Prepared = { products: [], who: null, before: [], deals: [] }

function Deals({ prepared, contactId }: { prepared: Prepared; contactId: string | null }) {
  const [done, onDone] = useState<Done | null>(null)
  return (
    <>
      <DealForm prepared={prepared} contactId={contactId} onDone={onDone} />
      <Past deals={prepared.deals} onDone={onDone} />
      <UndoBar done={done} onDone={onDone} act={undoDeal} />
    </>
  )
}

export default function DealPage() {
  const { i18n } = useLingui()
  const [contactId] = useState(() => pageParams().c || null)
  const asked = usePrepared(contactId)
  const who = asked.data?.who ?? null
  const title = who === null ? i18n._('记成交') : i18n._('{who} · 记成交', { who })
  useTitle(title)
  const isCutOff = asked.data === undefined && asked.error !== null && asShown(asked.error).code === 'offline'
  return (
    <Page className="deal">
      <BackLink onTap={() => goBack(TABS[0])}>{i18n._('返回')}</BackLink>
      <View className="deal-title" {...heading(1)}>
        {title}
      </View>
      {isCutOff ? (
        <>
          <Text className="deal-note">{i18n._('没有网络，先手写商品，连上网就送出')}</Text>
          <Deals prepared={NOTHING} contactId={contactId} />
        </>
      ) : (
        <Answered asked={asked} next={`/pkgs/rep/deal/index?c=${contactId ?? ''}`}>
          {(prepared) => <Deals prepared={prepared} contactId={contactId} />}
        </Answered>
      )}
    </Page>
  )
}
