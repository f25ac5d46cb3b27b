// 适合发给: to which of her circles does HQ say it suits, and how many of hers are in each? A tap offers those people.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { type CountedCircle, useCircleCounts } from '@/features/circle/use-own-circles'
import { tappable } from '@/ui/tap'
import './Suits.scss'

type Props = { postId: string; onPick: (circle: CountedCircle) => void }

export function Suits({ postId, onPick }: Props) {
  const { i18n } = useLingui()
  const { data } = useCircleCounts(postId)
  if (!data || data.circles.length === 0) return null
  return (
    <View className="suits">
      <Text className="suits-lead">{i18n._('适合发给')}</Text>
      {data.circles.map((circle) => {
        const { circleId, name, people } = circle
        if (people === 0)
          return (
            <Text key={circleId} className="suits-none">
              {i18n._('{name}：你还没有', { name })}
            </Text>
          )
        const said =
          people === 'few' ? i18n._('{name}：你有少量', { name }) : i18n._('{name}：你有 {n} 位', { name, n: people })
        return (
          <View key={circleId} className="suits-one" {...tappable(said, () => onPick(circle))}>
            <Text>{said}</Text>
          </View>
        )
      })}
    </View>
  )
}
