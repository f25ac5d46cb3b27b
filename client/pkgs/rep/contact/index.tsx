// One contact's file: who she is to me, what comes next, what she cares for, what happened, how to be with her, who is who.
import '../words'
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { UndoBar, useTell } from '@/features/contact/UndoBar'
import { type ContactFile, useContact } from '@/features/contact/use-contacts'
import { wordContact } from '@/features/contact/words'
import { NextCard } from '@/features/file/NextCard'
import { SHEETS, useSheet } from '@/features/file/use-sheet'
import { Answered } from '@/features/member/Answered'
import { goBack, openTab, pageParams, TABS } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { queries } from '@/platform/queries'
import { BackLink } from '@/ui/BackLink'
import { Page } from '@/ui/Page'
import { Empty, Failed } from '@/ui/States'
import { Arrived } from './_parts/Arrived'
import { Circles } from './_parts/Circles'
import { Head } from './_parts/Head'
import { Home } from './_parts/Home'
import { Interests } from './_parts/Interests'
import { Occasions } from './_parts/Occasions'
import { Promises } from './_parts/Promises'
import { QuickAdd } from './_parts/QuickAdd'
import { Stand } from './_parts/Stand'
import { Support } from './_parts/Support'
import { Timeline } from './_parts/Timeline'
import { useSave, useSay } from './_parts/use-file'
import { Ways } from './_parts/Ways'
import { MayBe, Who } from './_parts/Who'
import './index.scss'

function Known({ file }: { file: ContactFile }) {
  const { contactId } = file.contact
  const { done, onDone, busy, tell } = useTell()
  const { say, takeBack } = useSay(onDone)
  const save = useSave(contactId, say)
  const sheet = useSheet(contactId)
  const acts = { file, tell, busy }
  const known = sheet.data ? { contactId, known: sheet.data, say, save } : null
  return (
    <View className={known ? 'file file-known' : 'file'}>
      <Head contact={file.contact} onDone={onDone}>
        {known && <Stand {...known} />}
      </Head>
      {!known && sheet.error !== null && !sheet.isFetching && (
        <Failed error={sheet.error} onRetry={() => void sheet.refetch()} />
      )}
      <MayBe {...acts} />
      {known?.known.next && <NextCard talk={known.known.next} />}
      {known && <Promises {...known} />}
      {file.readers.length > 0 && <Interests file={file} />}
      <Circles contactId={contactId} />
      <Support contactId={contactId} />
      <Timeline file={file} known={sheet.data} say={say} />
      {known && <Occasions {...known} />}
      {known && <Ways {...known} />}
      <Who {...acts} />
      <Home {...acts} />
      {known && <QuickAdd {...known} />}
      {known && <Arrived {...known} />}
      <UndoBar done={done} onDone={onDone} act={takeBack} />
    </View>
  )
}

export default function ContactPage() {
  const { i18n } = useLingui()
  const [contactId] = useState(() => pageParams().c ?? '')
  const file = useContact(contactId)
  useTitle(file.data ? wordContact(file.data.contact, i18n) : i18n._('客户'))
  usePullRefresh(() => Promise.all([file.refetch(), queries.refetchQueries({ queryKey: [...SHEETS, contactId] })]))
  return (
    <Page>
      <BackLink onTap={() => goBack(TABS[2])}>{i18n._('返回')}</BackLink>
      {contactId === '' ? (
        <Empty
          level={1}
          title={i18n._('没找到这位客户')}
          hint={i18n._('链接可能没复制全。从“客户”点开就行')}
          action={i18n._('去客户')}
          onAction={() => openTab(TABS[2])}
        />
      ) : (
        <Answered asked={file} next={`/pkgs/rep/contact/index?c=${contactId}`}>
          {(known) => <Known file={known} />}
        </Answered>
      )}
    </Page>
  )
}
