// One post for this guide: her own text and pictures, saved in one go, handed on, put on a poster.
import '../words'
import { useLingui } from '@lingui/react'
import { useState } from 'react'
import { saveKey } from '@/features/kit/saves'
import { takeSavingAsked } from '@/features/kit/saving-asked'
import { useKit } from '@/features/kit/use-kits'
import { Answered } from '@/features/member/Answered'
import { useMe } from '@/features/member/use-me'
import { goBack, openTab, pageParams, TABS } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { BackLink } from '@/ui/BackLink'
import { asShown } from '@/ui/error-text'
import { Page } from '@/ui/Page'
import { Empty } from '@/ui/States'
import { KitView } from './_parts/KitView'

export default function KitPage() {
  const { i18n } = useLingui()
  const [{ p: postId = '', g: forGroup = '' }] = useState(pageParams)
  const [savingAsked] = useState(() => takeSavingAsked(postId))
  const kit = useKit(postId)
  const me = useMe()
  useTitle(i18n._('图文'))
  usePullRefresh(kit.refetch)
  // what the phone remembers may carry addresses that have expired: saving waits for the answer, or for no signal
  const isFresh = kit.isFetchedAfterMount || kit.isError
  return (
    <Page>
      <BackLink onTap={() => goBack()}>{i18n._('返回')}</BackLink>
      {postId === '' ? (
        <Empty
          level={1}
          title={i18n._('没找到这条内容')}
          hint={i18n._('链接可能没复制全。从“今日”点开就行')}
          action={i18n._('去今日')}
          onAction={() => openTab(TABS[0])}
        />
      ) : (
        <Answered asked={kit} next={`/pkgs/rep/kit/index?p=${postId}`}>
          {(opened) => (
            <KitView
              key={saveKey(opened.postId, opened.version)}
              kit={opened}
              readerUrl={me.data?.readerUrl ?? ''}
              forGroup={forGroup}
              startAtOnce={savingAsked && isFresh}
              offline={kit.isError && asShown(kit.error).code === 'offline'}
            />
          )}
        </Answered>
      )}
    </Page>
  )
}
