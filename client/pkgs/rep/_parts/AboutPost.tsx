// A page about one post of hers: what is known of it, or, when the address names none, the way back to where posts stand.
import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Answered, type Asked } from '@/features/member/Answered'
import { goBack, openTab, TABS } from '@/platform/nav'
import { BackLink } from '@/ui/BackLink'
import { Page } from '@/ui/Page'
import { Empty } from '@/ui/States'

/** postId: from the address, '' without one. path: the page's own. */
type Props<T> = { postId: string; path: string; asked: Asked<T>; children: (known: T) => ReactNode }

export function AboutPost<T>({ postId, path, asked, children }: Props<T>) {
  const { i18n } = useLingui()
  return (
    <Page>
      <BackLink onTap={() => goBack(TABS[1])}>{i18n._('返回')}</BackLink>
      {postId === '' ? (
        <Empty
          level={1}
          title={i18n._('没找到这条内容')}
          hint={i18n._('链接可能没复制全。从“动态”点开就行')}
          action={i18n._('去动态')}
          onAction={() => openTab(TABS[1])}
        />
      ) : (
        <Answered asked={asked} next={`${path}?p=${postId}`}>
          {children}
        </Answered>
      )}
    </Page>
  )
}
