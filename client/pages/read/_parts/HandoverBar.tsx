// Her adviser has left: said where the question of consent would stand, below the text and never over it.
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { HandoverAnswers } from '@/features/handover/HandoverAnswers'
import { type ShownHandover, wordHandover } from '@/features/handover/words'
import { describe } from '@/ui/a11y'
import '@/features/consent/ConsentBar.scss'

export function HandoverBar({ told }: { told: ShownHandover }) {
  const { i18n } = useLingui()
  return (
    <View className="consent" id="handover-bar" {...describe('region', wordHandover(i18n, told).label)}>
      <HandoverAnswers told={told} />
    </View>
  )
}
