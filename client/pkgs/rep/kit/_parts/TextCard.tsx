// Her own words for this post, whole or short, how long they look in Moments, and the first comment.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { ShownText, TextForm } from '@/features/kit/shown-text'
import type { OpenedKit } from '@/features/kit/use-kits'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { Choice } from '@/ui/Choice'
import { CopyButton } from './CopyButton'
import { FoldMeter } from './FoldMeter'
import './TextCard.scss'

type Props = PropsWithChildren<{ kit: OpenedKit; shown: ShownText; onForm: (form: TextForm) => void }>

function Voice({ kit }: { kit: OpenedKit }) {
  const { i18n } = useLingui()
  const tones = { warm: i18n._('亲切'), expert: i18n._('专业'), lively: i18n._('活泼') }
  return (
    <View className="kit-voice">
      <Chip tone="accent">{tones[kit.tone]}</Chip>
      {kit.text !== kit.dealt && <Chip>{i18n._('你改过')}</Chip>}
    </View>
  )
}

/** What is over when the short form is pasted. */
function Rest({ rest }: { rest: string }) {
  const { i18n } = useLingui()
  return (
    <View className="kit-rest">
      <View className="kit-label">{i18n._('余下的，发表后先贴在评论里')}</View>
      <Text className="kit-text" selectable userSelect>
        {rest}
      </Text>
      <View className="kit-foot kit-foot-end">
        <CopyButton text={rest} label={i18n._('复制余下的')} />
      </View>
    </View>
  )
}

/** Below her text stands what she can do with it. */
export function TextCard({ kit, shown, onForm, children }: Props) {
  const { i18n } = useLingui()
  const forms = [
    { value: 'full' as const, name: i18n._('全文'), id: 'form-full' },
    { value: 'short' as const, name: i18n._('短版'), id: 'form-short' },
  ]
  return (
    <Card>
      <Voice kit={kit} />
      {shown.mayShorten && <Choice className="kit-forms" options={forms} chosen={shown.form} onChange={onForm} />}
      <Text className="kit-text" selectable userSelect>
        {shown.text}
      </Text>
      <View className="kit-foot">
        <FoldMeter text={shown.text} />
        <CopyButton text={shown.text} label={i18n._('复制文案')} />
      </View>
      {shown.rest !== '' && <Rest rest={shown.rest} />}
      {children}
    </Card>
  )
}

export function CommentCard({ comment, afterRest }: { comment: string; afterRest: boolean }) {
  const { i18n } = useLingui()
  if (comment === '') return null
  return (
    <Card>
      <View className="kit-label">{i18n._('首条评论')}</View>
      <Text className="kit-text" selectable userSelect>
        {comment}
      </Text>
      <View className="kit-foot">
        <Text className="kit-lines">
          {afterRest ? i18n._('贴完余下的，再贴这条') : i18n._('发表后贴在自己的评论里')}
        </Text>
        <CopyButton text={comment} label={i18n._('复制评论')} />
      </View>
    </Card>
  )
}
