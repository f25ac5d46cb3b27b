// Of which circle are the contacts shown? One of hers that has somebody in it, or everybody.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type CountedCircle, useCircleCounts } from '@/features/circle/use-own-circles'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Sheet'
import { tappable } from '@/ui/tap'
import './CircleFilter.scss'

type Props = { chosen: CountedCircle | null; onChange: (circle: CountedCircle | null) => void }

export function CircleFilter({ chosen, onChange }: Props) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(false)
  const { data } = useCircleCounts(null)
  const circles = data?.circles.filter(({ people }) => people !== 0) ?? []
  if (circles.length === 0 && chosen === null) return null
  const choose = (circle: CountedCircle | null) => {
    setOpen(false)
    onChange(circle)
  }
  const word = ({ name, people }: CountedCircle) =>
    people === 'few' ? i18n._('{name}（少量）', { name }) : i18n._('{name}（{n} 位）', { name, n: people })
  return (
    <View className="circle-filter">
      <Button id="circle-filter" kind="quiet" small onTap={() => setOpen(true)}>
        {chosen ? i18n._('圈层：{name}', { name: chosen.name }) : i18n._('按圈层看')}
      </Button>
      {chosen && (
        <Button id="circle-all" kind="quiet" small onTap={() => choose(null)}>
          {i18n._('看所有人')}
        </Button>
      )}
      <Sheet open={open} title={i18n._('按圈层看')} closeLabel={i18n._('关上')} onClose={() => setOpen(false)}>
        {circles.map((circle) => (
          <View key={circle.circleId} className="circle-filter-row" {...tappable(word(circle), () => choose(circle))}>
            <Text>{word(circle)}</Text>
          </View>
        ))}
      </Sheet>
    </View>
  )
}
