// On a phone: one risk of a post, how grave it is, why, and which article says so.
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { type Risk, wordWhyOf } from '@/features/post/risks'
import { wordSeverity } from '@/features/post/word-advert'

export function PhoneRisk({ risk }: { risk: Pick<Risk, 'severity' | 'word' | 'why' | 'article'> }) {
  const { i18n } = useLingui()
  const { severity, word, article } = risk
  return (
    <View>
      <View className={severity === 'block' ? 'hq-found hq-barred' : 'hq-found'}>
        {i18n._('{severity}：“{word}”', { severity: wordSeverity(i18n, severity), word })}
      </View>
      <View className="hq-note">
        {wordWhyOf(risk)} {article}
      </View>
    </View>
  )
}
