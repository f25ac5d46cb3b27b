// One post of the day: what it is, whether it is saved or posted, and the one thing to do.

import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { askSaving } from '@/features/kit/saving-asked'
import type { ListedKit } from '@/features/kit/use-kits'
import { ShareButton } from '@/features/share/ShareButton'
import { currentLang } from '@/platform/lang'
import { openPage } from '@/platform/nav'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { Photo } from '@/ui/Photo'
import { tappable } from '@/ui/tap'
import './PostCard.scss'

const SQUARE = 1

function Mark({ post }: { post: ListedKit }) {
  const { i18n } = useLingui()
  const { postedAt, savedAt, savedImages } = post.marks
  if (postedAt !== null) return <Chip tone="accent">{i18n._('已发布')}</Chip>
  if (savedAt === null) return null
  const whole = savedImages >= post.imageCount
  return whole ? (
    <Chip tone="plain">{i18n._('已存')}</Chip>
  ) : (
    <Chip tone="warm">{i18n._('已存 {done}/{all}', { done: savedImages, all: post.imageCount })}</Chip>
  )
}

/** The first picture is enough to know the post by; all of them are one tap away. */
function Thumb({ post: { title, thumbUrls, imageCount } }: { post: ListedKit }) {
  const { i18n } = useLingui()
  const [url] = thumbUrls
  if (!url) return null
  return (
    <View className="post-thumb">
      <Photo src={url} alt={i18n._('《{title}》配图 {n}', { title, n: 1 })} width={SQUARE} height={SQUARE} />
      {imageCount > 1 && <Text className="post-more">{i18n._('共 {n} 张', { n: imageCount })}</Text>}
    </View>
  )
}

export function PostCard({ post, readerUrl }: { post: ListedKit; readerUrl: string }) {
  const { i18n } = useLingui()
  const kit = `/pkgs/rep/kit/index?p=${post.postId}`
  const whole = post.marks.savedAt !== null && post.marks.savedImages >= post.imageCount
  const save = () => {
    askSaving(post.postId)
    openPage(kit)
  }
  return (
    <Card className="post">
      <View className="post-open" {...tappable(post.title, () => openPage(kit))}>
        <View className="post-what">
          <View className="post-facts">
            {post.column !== '' && <Chip tone="ripple">{post.column}</Chip>}
            <Text className="post-hour">{wordInstant(post.publishedAt, Date.now(), currentLang())}</Text>
            <Mark post={post} />
          </View>
          <Text className="post-title">{post.title}</Text>
        </View>
        <Thumb post={post} />
      </View>
      <View className="post-acts">
        <View className="post-act">
          <Button kind={whole ? 'plain' : 'primary'} onTap={save}>
            {whole ? i18n._('再存一遍') : i18n._('保存图文')}
          </Button>
        </View>
        <View className="post-act">
          <ShareButton postId={post.postId} readerUrl={readerUrl} />
        </View>
      </View>
    </Card>
  )
}
