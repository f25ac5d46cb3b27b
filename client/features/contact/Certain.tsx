// A small ring that fills as it becomes sure who she is; the word beside it says the same.
import { useLingui } from '@lingui/react'
import type { Certainty } from '@shared/domain/reader'
import { Text, View } from '@tarojs/components'
import { wordCertainty } from './words'
import './Certain.scss'

export function Certain({ certainty }: { certainty: Certainty }) {
  const { i18n } = useLingui()
  return (
    <View className="certain">
      <View className={`certain-ring certain-${certainty}`} />
      <Text className="certain-word">{wordCertainty(certainty, i18n)}</Text>
    </View>
  )
}
