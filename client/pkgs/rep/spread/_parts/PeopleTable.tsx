// The same as the picture, as a table: who brought how many, in the order she chooses.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import type { ShownSpread } from '@/features/spread/to-graph'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { tappable } from '@/ui/tap'
import { wordBrought, wordPerson } from './words'

type By = 'score' | 'people' | 'deep' | 'lastAt'
type Props = { spread: ShownSpread; onOpen: (at: number) => void }

/** As many as WeChat lays out without a jerk. */
const ROWS = 40

const value = (of: number | 'few' | null): number => (of === 'few' ? 1 : (of ?? 0))

export function PeopleTable({ spread, onOpen }: Props) {
  const { i18n } = useLingui()
  const [by, setBy] = useState<By>('score')
  const [shown, setShown] = useState(ROWS)
  const rows = useMemo(() => {
    const people = [...spread.nodes.entries()].filter(([, node]) => node.kind === 'person')
    return people.sort(([a, one], [b, other]) => value(other[by]) - value(one[by]) || a - b)
  }, [spread, by])
  const unknown = spread.nodes.filter(({ kind }) => kind === 'branch')
  const counted = unknown.reduce((n, { people }) => n + (people === 'few' ? 0 : people), 0)
  return (
    <View className="spread-table">
      <Choice
        chosen={by}
        onChange={setBy}
        options={[
          { value: 'score', name: i18n._('带动'), id: 'by-score' },
          { value: 'people', name: i18n._('人数'), id: 'by-people' },
          { value: 'deep', name: i18n._('细读'), id: 'by-deep' },
          { value: 'lastAt', name: i18n._('最近'), id: 'by-last' },
        ]}
      />
      {rows.slice(0, shown).map(([at, node]) => {
        const who = wordPerson(node.person, i18n)
        const brought = wordBrought(node, i18n)
        return (
          <View className="spread-row" key={node.key} {...tappable(`${who} ${brought}`, () => onOpen(at))}>
            <View className="spread-row-head">
              <Text className="spread-row-who">{who}</Text>
              <Text className="spread-number">{(node.score / 10).toFixed(1)}</Text>
            </View>
            <Text className="spread-note">{brought}</Text>
          </View>
        )
      })}
      {rows.length > shown && shown < ROWS * 3 && (
        <Button kind="plain" onTap={() => setShown(shown + ROWS)}>
          {i18n._('再看一些')}
        </Button>
      )}
      {unknown.length > 0 && (
        <Text className="spread-note">
          {counted > 0
            ? i18n._('另有 {n} 位没同意的读者，只算人数', { n: counted })
            : i18n._('另有少量没同意的读者，只算人数')}
        </Text>
      )}
    </View>
  )
}
