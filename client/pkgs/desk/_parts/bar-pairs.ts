// One line per thing with two figures of it: the first as a frame, the second filled inside it. Told apart by shape.
import type { ChartOption } from './chart-library'
import { type ChartLook, chartBase, words } from './chart-look'

export type BarPair = { name: string; framed: number | null; filled: number | null; word: string }

const ROW_PX = 36
const NAME_PX = 96
/** More stand in the table behind it. */
export const PAIRS_SHOWN = 12

export const pairsHeight = (pairs: readonly BarPair[]): number => pairs.length * ROW_PX + 8

/** word: what stands at the end of the filled bar. */
export const pairsOption = (look: ChartLook, pairs: readonly BarPair[]): ChartOption => {
  const bar = { type: 'bar' as const, barWidth: '60%', barGap: '-100%' }
  const end = (value: number | null) => ((value ?? 0) < 0 ? ('left' as const) : ('right' as const))
  return {
    ...chartBase(look),
    grid: { left: 0, right: 72, top: 0, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: pairs.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...words(look.ink), interval: 0, width: NAME_PX, overflow: 'truncate' },
    },
    series: [
      {
        ...bar,
        data: pairs.map(({ filled, word }) => ({
          value: filled ?? '-',
          label: { show: true, position: end(filled), ...words(look.ink), formatter: word },
          itemStyle: { color: (filled ?? 0) < 0 ? look.accent : look.ripple },
        })),
      },
      {
        ...bar,
        data: pairs.map(({ framed }) => framed ?? '-'),
        itemStyle: { color: 'transparent', borderColor: look.ripple, borderWidth: 1 },
      },
    ],
  }
}
