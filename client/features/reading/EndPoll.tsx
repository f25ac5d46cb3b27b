// At the end of an article: what HQ asks, as one quiet line that leads to where she may look, and say what she thinks.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { tappable } from '@/ui/tap'
import { pangu } from './pangu'
import './EndPoll.scss'

/** Without onTap it is only shown, as in a preview. */
export function EndPoll({ question, onTap }: { question: string; onTap?: () => void }) {
  const { i18n } = useLingui()
  const label = i18n._('大家怎么看：{question}', { question })
  return (
    <View className="end-poll" {...(onTap ? { hoverClass: 'button-pressed', ...tappable(label, onTap, 'link') } : {})}>
      <View className="end-poll-words">
        <Text className="end-poll-title">{i18n._('大家怎么看')}</Text>
        <Text className="end-poll-question">{pangu(question)}</Text>
      </View>
      <Text className="end-poll-go" aria-hidden>
        ›
      </Text>
    </View>
  )
}
