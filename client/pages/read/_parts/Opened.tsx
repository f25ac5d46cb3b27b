// A post was asked for: loading, gone, failed, or the article with its foot and the question of consent.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/word-instant'
import { View } from '@tarojs/components'
import { openPage } from '@/platform/nav'
import { useTitle } from '@/platform/page'
import { useReaderShare } from '@/platform/reader-share'
import { Page } from '@/ui/Page'
import { Empty, Failed, OfflineMark, Skeleton } from '@/ui/States'
import { FootLink } from './FootLink'
import { Reading } from './Reading'
import type { Target } from './target'
import { queryKeyOf, shareableOf, useOpened } from './use-opened'

export function Opened({ target }: { target: Target }) {
  const { i18n } = useLingui()
  const { query, post, gone, isOld } = useOpened(target)
  useReaderShare(post && shareableOf(post))
  useTitle((process.env.TARO_ENV === 'h5' ? post?.article.title : post?.sender?.storeName) ?? i18n._('涟漪'))
  const lang = i18n.locale === 'en' ? 'en' : 'zh'
  return (
    <Page className="read">
      {isOld && post && (
        <OfflineMark when={wordInstant(query.dataUpdatedAt, Date.now(), lang)} onRetry={() => void query.refetch()} />
      )}
      {gone && (
        <>
          <Empty level={1} title={i18n._('这篇内容已下架')} hint={i18n._('想了解的事，可以直接问发给您的顾问')} />
          <View className="read-links read-gone">
            <FootLink onTap={() => openPage('/pages/privacy/index')}>{i18n._('隐私中心')}</FootLink>
          </View>
        </>
      )}
      {!gone && !post && query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!gone && !post && !query.isError && <Skeleton rows={2} />}
      {post && (
        <Reading key={`${post.article.postId}.${post.article.version}`} opened={post} queryKey={queryKeyOf(target)} />
      )}
    </Page>
  )
}
