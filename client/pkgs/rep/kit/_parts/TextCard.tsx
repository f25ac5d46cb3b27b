// Her own words for this post, how long they look in Moments, and the first comment.
import { useLingui } from '@lingui/react'
import { FOLD_LINES, measureFold } from '@shared/domain/fold'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { CopyButton } from './CopyButton'
import './TextCard.scss'

export function TextCard({ text }: { text: string }) {
  const { i18n } = useLingui()
  const { lines, folds } = measureFold(text)
  return (
    <Card>
      <Text className="kit-text" selectable userSelect>
        {text}
      </Text>
      <View className="kit-foot">
        <View className="kit-meter">
          <Text className="kit-lines">{i18n._('约 {lines} 行', { lines })}</Text>
          {folds && <Text className="kit-folds">{i18n._('粘贴超过约 {n} 行可能折叠', { n: FOLD_LINES })}</Text>}
        </View>
        <CopyButton text={text} label={i18n._('复制文案')} />
      </View>
    </Card>
  )
}

export function CommentCard({ comment }: { comment: string }) {
  const { i18n } = useLingui()
  if (comment === '') return null
  return (
    <Card>
      <View className="kit-label">{i18n._('首条评论')}</View>
      <Text className="kit-text" selectable userSelect>
        {comment}
      </Text>
      <View className="kit-foot">
        <Text className="kit-lines">{i18n._('发表后贴在自己的评论里')}</Text>
        <CopyButton text={comment} label={i18n._('复制评论')} />
      </View>
    </Card>
  )
}
