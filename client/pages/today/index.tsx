// 今日: what do I post today, and with whom do I talk?
import { useLingui } from '@lingui/react'
import { type ListedKit, useKits } from '@/features/kit/use-kits'
import { Answered } from '@/features/member/Answered'
import { useMe } from '@/features/member/use-me'
import { useTab } from '@/features/member/use-tab'
import { sendCard } from '@/features/share/send'
import { useDay } from '@/features/talk/use-day'
import { TABS } from '@/platform/nav'
import { usePullRefresh } from '@/platform/page'
import { type ShareCard, useShareCard } from '@/platform/share'
import { Page } from '@/ui/Page'
import { Empty } from '@/ui/States'
import { Posts } from './_parts/Posts'
import { TakenBack } from './_parts/TakenBack'
import { Talks } from './_parts/Talks'
import './index.scss'

const cardOf = (posts: readonly ListedKit[], postId: string | null): ShareCard => {
  const post = posts.find((one) => one.postId === postId) ?? posts[0]
  if (!post) return { title: '涟漪', path: TABS[0], imageUrl: '' }
  return sendCard({ postId: post.postId, title: post.title, imageUrl: post.thumbUrls[0] ?? '' })
}

export default function Today() {
  const { i18n } = useLingui()
  const kits = useKits()
  const me = useMe()
  const day = useDay()
  const refresh = () => Promise.all([kits.refetch(), day.refetch()])
  useTab('today', refresh)
  usePullRefresh(refresh)
  useShareCard((postId) => cardOf(kits.data?.posts ?? [], postId))
  return (
    <Page title={i18n._('今天发什么')}>
      <Answered asked={kits} next={TABS[0]}>
        {({ posts, recalled }) => (
          <>
            <TakenBack recalled={recalled ?? []} />
            {posts.length === 0 ? (
              <Empty
                title={i18n._('今天还没有内容')}
                hint={i18n._('总部发布后会出现在这里，往下拉可以刷新')}
                action={i18n._('刷新')}
                onAction={() => void kits.refetch()}
              />
            ) : (
              <Posts posts={posts} readerUrl={me.data?.readerUrl ?? ''} />
            )}
          </>
        )}
      </Answered>
      <Talks asked={day} />
    </Page>
  )
}
