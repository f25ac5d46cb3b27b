// At the end of an article: what HQ asks, as one quiet line that leads to where she may look, and say what she thinks.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { describe } from '@/ui/a11y'
import { pangu } from './pangu'
import './EndPoll.scss'

const link = (label: string, onTap: () => void) => ({
  hoverClass: 'button-pressed',
  onClick: onTap,
  ...describe('link', label),
  ...(process.env.TARO_ENV === 'h5'
    ? { tabIndex: 0, onKeyDown: (event: { key: string }) => (event.key === 'Enter' ? onTap() : undefined) }
    : {}),
})

/** Without onTap it is only shown, as in a preview. */
export function EndPoll({ question, onTap }: { question: string; onTap?: () => void }) {
  const { i18n } = useLingui()
  const label = i18n._('大家怎么看：{question}', { question })
  return (
    <View className="end-poll" {...(onTap ? link(label, onTap) : {})}>
      <Text className="end-poll-title">{i18n._('大家怎么看')}</Text>
      <Text className="end-poll-question">{pangu(question)}</Text>
    </View>
  )
}
