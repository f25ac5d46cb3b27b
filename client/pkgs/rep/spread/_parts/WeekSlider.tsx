// How did it grow? Week by week, with a slider or with two buttons.
import { useLingui } from '@lingui/react'
import { wordDay } from '@shared/domain/day'
import { Slider, Text, View } from '@tarojs/components'
import { currentLang } from '@/platform/lang'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'

type Props = { weeks: readonly number[]; week: number; people: number; onChange: (week: number) => void }

export function WeekSlider({ weeks, week, people, onChange }: Props) {
  const { i18n } = useLingui()
  const last = weeks.length - 1
  if (last < 1) return null
  const at = Math.min(week, last)
  const end = weeks[at] ?? 0
  const when = at === last ? i18n._('到现在') : i18n._('到{day}', { day: wordDay(end, Date.now(), currentLang()) })
  return (
    <View className="spread-weeks">
      <View className="spread-weeks-line" {...describe('status')}>
        <Text>{when}</Text>
        <Text className="spread-number">{i18n._('{n} 人', { n: people })}</Text>
      </View>
      <Slider
        className="spread-slider"
        min={0}
        max={last}
        step={1}
        value={at}
        blockSize={24}
        {...describe('img', i18n._('按周看'))}
        onChanging={({ detail }) => onChange(detail.value)}
        onChange={({ detail }) => onChange(detail.value)}
      />
      <View className="spread-weeks-line">
        <Button id="week-before" kind="plain" small disabled={at === 0} onTap={() => onChange(at - 1)}>
          {i18n._('早一周')}
        </Button>
        <Button id="week-after" kind="plain" small disabled={at === last} onTap={() => onChange(at + 1)}>
          {i18n._('晚一周')}
        </Button>
      </View>
    </View>
  )
}
