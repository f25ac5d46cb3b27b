// How long does a text look in Moments? An estimate, never a promise.
import { useLingui } from '@lingui/react'
import { FOLD_LINES, measureFold } from '@shared/domain/fold'
import { Text, View } from '@tarojs/components'
import './TextCard.scss'

export function FoldMeter({ text }: { text: string }) {
  const { i18n } = useLingui()
  const { lines, folds } = measureFold(text)
  return (
    <View className="kit-meter">
      <Text className="kit-lines">{i18n._('约 {lines} 行', { lines })}</Text>
      {folds && <Text className="kit-folds">{i18n._('粘贴超过约 {n} 行可能折叠', { n: FOLD_LINES })}</Text>}
    </View>
  )
}
