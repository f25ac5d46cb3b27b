// What a post says on Moments and how far it has come, on a phone.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { formOf, type ShownPost } from '@/features/post/draft-form'
import { useStores } from '@/features/post/use-posts'
import { useReach } from '@/features/post/use-reach'
import { Card } from '@/ui/Card'
import { Photo } from '@/ui/Photo'
import { ReviewChip, StateChip } from './StateChip'

export function PhoneSays({ post }: { post: ShownPost }) {
  const { i18n } = useLingui()
  const { draft, counts } = post
  const stores = useStores()
  const reach = useReach(formOf(post.draft), stores)
  const pictures = draft.imageIds.flatMap((id) => post.images.find((image) => image.imageId === id) ?? [])
  return (
    <Card>
      <View className="hq-row">
        <StateChip state={post.state} />
        {post.review && post.review.state !== 'approved' && <ReviewChip state={post.review.state} />}
        {draft.column !== '' && <Text className="hq-note">{draft.column}</Text>}
      </View>
      <View className="hq-text">{draft.text || i18n._('还没有文案')}</View>
      {pictures.length > 0 && (
        <View className="hq-pictures">
          {pictures.map((image) => (
            <Photo
              key={image.imageId}
              className="hq-picture"
              src={image.thumbUrl}
              alt={image.alt}
              width={1}
              height={1}
            />
          ))}
        </View>
      )}
      <View className="hq-note">{i18n._('{stores} 家门店，{reps} 位导购', reach)}</View>
      {post.state === 'recalled' && (
        <View className="hq-note">{i18n._('已撤回：{reason}', { reason: post.recallReason })}</View>
      )}
      {post.review?.state === 'returned' && (
        <View className="hq-wrong">
          {i18n._('{name} 退回：{notes}', { name: post.review.decidedByName, notes: post.review.notes })}
        </View>
      )}
      {post.review?.state === 'submitted' && (
        <View className="hq-note">{i18n._('{name} 提交的，等另一位同事审核', { name: post.review.byName })}</View>
      )}
      {post.state !== 'draft' && (
        <View className="hq-note">{i18n._('{dealt} 人拿到，{saved} 人存了图文，{posted} 人已发布', counts)}</View>
      )}
    </Card>
  )
}
