// May her voice be kept? A tick of its own, empty until she sets it; looking needs none.
import { useLingui } from '@lingui/react'
import { BALLOT_DAYS } from '@shared/domain/poll'
import { Text, View } from '@tarojs/components'
import { tappable } from '@/ui/tap'

type Props = { firm: string; isOn: boolean; onChange: (isOn: boolean) => void }

export function Agreement({ firm, isOn, onChange }: Props) {
  const { i18n } = useLingui()
  const says = i18n._('同意{firm}保存我的选择', { firm })
  return (
    <View className="poll-agreement">
      <View
        id="poll-agree"
        className="poll-tick"
        {...tappable(isOn ? `☑ ${says}` : `☐ ${says}`, () => onChange(!isOn))}
        {...(process.env.TARO_ENV === 'h5' ? { 'aria-pressed': isOn } : {})}
      >
        <Text>{isOn ? `☑ ${says}` : `☐ ${says}`}</Text>
      </View>
      <Text className="poll-note">
        {i18n._(
          '保存：选了什么、什么时候选和改的、写的理由，和一个别人认不出您的编号。用来算出大家怎么看，别人只看到满 5 位的人数，理由不署名。问题结束 {days} 天后删除。随时可以在本页或隐私中心收回，收回就不再算。不同意也能看结果',
          { days: BALLOT_DAYS },
        )}
      </Text>
    </View>
  )
}
