// Which messages went out lately, and did they arrive?
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { bound } from '@/features/contact/words'
import { currentLang } from '@/platform/lang'
import { heading } from '@/ui/a11y'
import type { Notices } from './use-notices'

const SHOWN = 5

const wordOutcome = (outcome: string, i18n: I18n): string => {
  switch (outcome) {
    case 'delivered':
      return i18n._('送到了')
    case 'exhausted':
      return i18n._('条数用完了')
    case 'unbound':
      return i18n._('还没开通工作消息')
    case 'refused':
      return i18n._('微信没让发')
    default:
      return i18n._('不确定送到没有')
  }
}

export function Sent({ sent }: { sent: Notices['sent'] }) {
  const { i18n } = useLingui()
  if (sent.length === 0) return null
  return (
    <View className="sent">
      <View className="sent-head" {...heading(3)}>
        {i18n._('最近发过的')}
      </View>
      {sent.slice(0, SHOWN).map((one) => {
        const when = wordInstant(one.at, Date.now(), currentLang())
        const what = one.morning
          ? i18n._('早上的一条')
          : one.digest
            ? i18n._('{n} 次阅读合成一条', { n: one.readings })
            : i18n._('{n} 次阅读', { n: one.readings })
        return (
          <Text className="me-note" key={one.at}>
            {bound(`${when} · ${what} · ${wordOutcome(one.outcome, i18n)}`)}
          </Text>
        )
      })}
    </View>
  )
}
