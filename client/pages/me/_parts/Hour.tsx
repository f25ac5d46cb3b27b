// One hour of the day, earlier or later by a tap.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { tappable } from '@/ui/tap'

type Props = { label: string; hour: number; onChange: (hour: number) => void; id: string }

const HOURS = 24

export function Hour({ label, hour, onChange, id }: Props) {
  const { i18n } = useLingui()
  const shown = `${String(hour).padStart(2, '0')}:00`
  const step = (by: number) => onChange((hour + by + HOURS) % HOURS)
  return (
    <View className="hour" id={id}>
      <Text className="hour-label">{label}</Text>
      <View className="hour-step" {...tappable(`${label} ${shown} ${i18n._('早一小时')}`, () => step(-1))}>
        <Text>−</Text>
      </View>
      <Text className="hour-shown">{shown}</Text>
      <View className="hour-step" {...tappable(`${label} ${shown} ${i18n._('晚一小时')}`, () => step(1))}>
        <Text>+</Text>
      </View>
    </View>
  )
}
