// How many talks a day does she want on her list? Fewer or more by a tap.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useDay } from '@/features/talk/use-day'
import { useLimit } from '@/features/talk/use-limit'
import { describe, heading } from '@/ui/a11y'
import { Card } from '@/ui/Card'
import { errorText } from '@/ui/error-text'
import { tappable } from '@/ui/tap'
import './Notices.scss'

function Stepper({ kept }: { kept: number }) {
  const { i18n } = useLingui()
  const { aDay, change, failure } = useLimit(kept)
  const shown = i18n._('{n} 位', { n: aDay })
  return (
    <>
      <View className="hour" id="talks-a-day">
        <View className="hour-step" {...tappable(`${shown} ${i18n._('少一位')}`, () => change(aDay - 1))}>
          <Text>−</Text>
        </View>
        <Text className="hour-shown" {...describe('status')}>
          {shown}
        </Text>
        <View className="hour-step" {...tappable(`${shown} ${i18n._('多一位')}`, () => change(aDay + 1))}>
          <Text>+</Text>
        </View>
      </View>
      <Text className="me-note">{i18n._('明天起按这个数。答应的事到期的也算在里面，排在最前')}</Text>
      {failure !== null && (
        <Text className="notices-failed" {...describe('alert')}>
          {errorText(failure)}
        </Text>
      )}
    </>
  )
}

export function TalksADay() {
  const { i18n } = useLingui()
  const day = useDay()
  if (!day.data) return null // the card on top says why nothing came
  return (
    <Card>
      <View className="me-head" {...heading(2)}>
        {i18n._('一天最多聊几位')}
      </View>
      <Stepper kept={day.data.aDay} />
    </Card>
  )
}
