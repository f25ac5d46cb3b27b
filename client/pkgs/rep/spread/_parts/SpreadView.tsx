// The picture or the table, the weeks below it, and the sheet of whom she tapped.
import { useLingui } from '@lingui/react'
import { wordDay } from '@shared/domain/day'
import { timeRings, weekEnds } from '@shared/painter/graph/weeks'
import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { SpreadCanvas } from '@/features/spread/SpreadCanvas'
import { type ShownSpread, toGraph } from '@/features/spread/to-graph'
import { useDrawn, useLaidOut } from '@/features/spread/use-picture'
import { currentLang } from '@/platform/lang'
import { Choice } from '@/ui/Choice'
import { Leaders } from './Leaders'
import { Legend } from './Legend'
import { PeopleTable } from './PeopleTable'
import { PersonSheet } from './PersonSheet'
import { WeekSlider } from './WeekSlider'
import { wordPerson } from './words'

const KEYS = 10
const NO_PATH: number[] = []
const WEEK_MS = 7 * 86_400_000
const STOPS = [20, 16, 12, 8, 4]

function Picture({
  spread,
  asOf,
  selected,
  onTap,
}: ViewProps & { selected: number | null; onTap: (at: number) => void }) {
  const { i18n } = useLingui()
  const lang = currentLang()
  const graph = useMemo(() => toGraph(spread), [spread])
  const laid = useLaidOut(graph)
  const weeks = useMemo(() => weekEnds(laid.arrived, asOf), [laid, asOf])
  const [week, setWeek] = useState(weeks.length - 1)
  const end = weeks[Math.min(week, weeks.length - 1)] ?? asOf
  const drawn = useDrawn(laid, end)
  const look = useMemo(() => {
    const places = new Map(spread.nodes.map(({ key }, at) => [key, at]))
    const stops = STOPS.map((back) => asOf - back * WEEK_MS)
    return {
      ...{ selected, path: NO_PATH, few: i18n._('少量') },
      keys: spread.keyPeople.slice(0, KEYS).flatMap(({ key }) => places.get(key) ?? []), // the strongest is named first
      name: (at: number) => {
        const node = spread.nodes[at]
        if (node?.kind === 'rep') return i18n._('我')
        return node?.person?.remark ?? null // only names she gave: signs would fill the picture
      },
      count: String,
      times: timeRings(laid.layout, laid.arrived, stops).map(({ at, r }) => ({ r, word: wordDay(at, asOf, lang) })),
    }
  }, [spread, laid, selected, asOf, i18n, lang])
  const people = drawn.week.pond[laid.layout.roots[0] ?? -1] ?? 0
  const label = i18n._('传播图：{n} 人经你而来。同样的内容在表里', { n: people })
  return (
    <>
      <SpreadCanvas id="spread-canvas" label={label} seen={{ drawn, look, onTap }} />
      <WeekSlider weeks={weeks} week={week} people={people} onChange={setWeek} />
      <Legend />
    </>
  )
}

type ViewProps = { spread: ShownSpread; asOf: number }

export function SpreadView({ spread, asOf }: ViewProps) {
  const { i18n } = useLingui()
  const [as, setAs] = useState<'picture' | 'table'>('picture')
  const [selected, setSelected] = useState<number | null>(null)
  const node = selected === null ? null : (spread.nodes[selected] ?? null)
  const choose = (at: number) => setSelected(spread.nodes[at]?.kind === 'rep' ? null : at)
  const [best] = spread.keyPeople
  return (
    <View className="spread-view">
      <Text className="spread-lead">
        {best
          ? i18n._('{who} 最能带动别人。点她，看为什么、怎么聊', { who: wordPerson(best.person, i18n) })
          : i18n._('还看不出谁最能带动别人，过几周再看')}
      </Text>
      <Choice
        chosen={as}
        onChange={setAs}
        options={[
          { value: 'picture', name: i18n._('看图'), id: 'spread-picture' },
          { value: 'table', name: i18n._('看表'), id: 'spread-table' },
        ]}
      />
      {as === 'picture' ? (
        <Picture spread={spread} asOf={asOf} selected={selected} onTap={choose} />
      ) : (
        <PeopleTable spread={spread} onOpen={choose} />
      )}
      <Leaders leaders={spread.leaders} nodes={spread.nodes} onOpen={choose} />
      {spread.more && <Text className="spread-note">{i18n._('人很多，这里是影响大的一部分')}</Text>}
      <Text className="spread-note">{i18n._('只有双方都同意，才连成线；没同意的只算人数，不显示是谁')}</Text>
      <PersonSheet spread={spread} node={node} onClose={() => setSelected(null)} />
    </View>
  )
}
