// 在这件事上听谁的人多: on which topic or column do most come to read by whom?
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import type { ShownSpread } from '@/features/spread/to-graph'
import { heading } from '@/ui/a11y'
import { tappable } from '@/ui/tap'
import { wordPerson } from './words'

type Props = Pick<ShownSpread, 'leaders' | 'nodes'> & { onOpen: (at: number) => void }

export function Leaders({ leaders, nodes, onOpen }: Props) {
  const { i18n } = useLingui()
  if (leaders.length === 0) return null
  return (
    <View className="spread-part">
      <View className="spread-head" {...heading(2)}>
        {i18n._('什么事听谁的')}
      </View>
      {leaders.map(({ subject, key, person, people }) => {
        const who = wordPerson(person, i18n)
        const said = i18n._('在“{subject}”这件事上，听{who}的人多：{n} 位细读了', { subject, who, n: people })
        const at = nodes.findIndex((node) => node.key === key)
        return (
          <View key={subject} className="spread-row" {...tappable(said, () => onOpen(at))}>
            <Text>{said}</Text>
          </View>
        )
      })}
    </View>
  )
}
