// What was booked for her, the latest first?
import { useLingui } from '@lingui/react'
import { wordDay } from '@shared/domain/day'
import { yuan } from '@shared/domain/ledger-fen'
import { Text, View } from '@tarojs/components'
import { currentLang } from '@/platform/lang'
import { heading } from '@/ui/a11y'
import { Card } from '@/ui/Card'
import type { OwnPartner } from './use-partner'
import { wordStep } from './words'

export function History({ history }: Pick<OwnPartner, 'history'>) {
  const { i18n } = useLingui()
  if (history.length === 0) return null
  return (
    <Card className="partner-card">
      <View className="partner-section" {...heading(2)}>
        {i18n._('记账')}
      </View>
      {history.map(({ n, at, kind, fen }) => (
        <View className="partner-row" key={n}>
          <Text className="partner-line">{wordStep(kind, i18n)}</Text>
          <Text className="partner-note">{wordDay(at, Date.now(), currentLang())}</Text>
          <Text className="partner-amount">{yuan(fen)}</Text>
        </View>
      ))}
    </Card>
  )
}
