// 时段: on which weekday and at which hour is it read?
import { useLingui } from '@lingui/react'
import { Chart } from './Chart'
import type { ChartOption } from './chart-library'
import { type ChartLook, chartBase, words } from './chart-look'
import { DeskEmpty } from './States'
import { type Curve, useCurve, usePostAsked, useSpan } from './use-work'
import { PostChoice, SpanChoice, WorkSeen } from './WorkSeen'
import { drawnCount, wordCount, wordWeekday } from './work-words'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const CELL_PX = 34
const LOW_CELL_PX = 24
/** On a phone the hours go down: across, their figures would run into each other. */
const NARROW = '(max-width: 860px)'
const DARK_FROM = 0.85 // of the most: from here on the figure stands out better in the card's colour

type Cell = Curve['cells'][number]

/** Every second hour named, so that none stands on another on a phone. */
const hourAxis = (look: ChartLook) => ({
  type: 'category' as const,
  data: HOURS.map(String),
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { ...words(look.note), interval: 1 },
})

/** One hue by lightness, the figure in every cell that has one; no legend to decode. */
const heatOption = (look: ChartLook, cells: readonly Cell[], names: string[], isNarrow: boolean): ChartOption => {
  const most = Math.max(1, ...cells.map(({ opened }) => drawnCount(opened)))
  const weekdays = {
    type: 'category' as const,
    data: names,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { ...words(look.note), interval: 0 },
  }
  return {
    ...chartBase(look),
    grid: { left: 0, right: 0, top: 0, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: isNarrow ? weekdays : hourAxis(look),
    yAxis: isNarrow ? { ...hourAxis(look), inverse: true } : { ...weekdays, inverse: true },
    visualMap: { show: false, min: 0, max: most, inRange: { color: [look.card, look.ripple] } },
    series: [
      {
        type: 'heatmap',
        data: cells.map(({ weekday, hour, opened }) => ({
          value: isNarrow ? [weekday - 1, hour, drawnCount(opened)] : [hour, weekday - 1, drawnCount(opened)],
          label: { color: drawnCount(opened) > most * DARK_FROM ? look.card : look.ink },
        })),
        itemStyle: { borderColor: look.line, borderWidth: 1 },
        label: {
          show: true,
          fontSize: 11,
          formatter: ({ dataIndex }) => {
            const cell = cells[dataIndex]
            return cell ? (cell.opened === 'few' ? '<5' : String(cell.opened)) : ''
          },
        },
      },
    ],
  }
}

function Week({ cells }: { cells: Cell[] }) {
  const { i18n } = useLingui()
  const isNarrow = window.matchMedia(NARROW).matches
  const names = WEEKDAYS.map((weekday) => wordWeekday(weekday, i18n))
  const at = new Map(cells.map((cell) => [`${cell.weekday} ${cell.hour}`, cell]))
  const told = (weekday: number, hour: number) => wordCount(at.get(`${weekday} ${hour}`)?.opened ?? 0, i18n)
  return (
    <Chart
      id="curve-week"
      title={i18n._('一周里什么时候打开，几次')}
      height={(isNarrow ? HOURS.length * LOW_CELL_PX : WEEKDAYS.length * CELL_PX) + 28}
      heads={[i18n._('几点'), ...names]}
      rows={HOURS.filter((hour) => cells.some((cell) => cell.hour === hour)).map((hour) => ({
        key: String(hour),
        cells: [i18n._('{hour} 点', { hour }), ...WEEKDAYS.map((weekday) => told(weekday, hour))],
      }))}
      option={(look) => heatOption(look, cells, names, isNarrow)}
    />
  )
}

/** Opened: an outline; read deeply: filled in it. Told apart by shape. */
function Day({ hours }: { hours: Curve['hours'] }) {
  const { i18n } = useLingui()
  const most = hours.reduce(
    (best, each) => (drawnCount(each.opened) > drawnCount(best.opened) ? each : best),
    hours[0] ?? { hour: 0, opened: 0, deep: 0 },
  )
  return (
    <Chart
      id="curve-day"
      title={i18n._('一天里什么时候打开（框），什么时候读得深（实）')}
      height={220}
      heads={[i18n._('几点'), i18n._('打开'), i18n._('读得深')]}
      rows={hours.map(({ hour, opened, deep }) => ({
        key: String(hour),
        cells: [i18n._('{hour} 点', { hour }), wordCount(opened, i18n), wordCount(deep, i18n)],
      }))}
      option={(look) => ({
        ...chartBase(look),
        grid: { left: 0, right: 0, top: 20, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        xAxis: hourAxis(look),
        yAxis: {
          type: 'value',
          splitNumber: 3,
          axisLabel: words(look.note),
          splitLine: { lineStyle: { color: look.line } },
        },
        series: [
          {
            type: 'bar',
            barWidth: '70%',
            barGap: '-100%',
            data: hours.map(({ opened }) => drawnCount(opened)),
            itemStyle: { color: look.soft, borderColor: look.ripple, borderWidth: 1 },
            label: {
              show: true,
              position: 'top',
              ...words(look.ink),
              formatter: ({ dataIndex }) => (dataIndex === most.hour ? wordCount(most.opened, i18n) : ''),
            },
          },
          {
            type: 'bar',
            barWidth: '70%',
            data: hours.map(({ deep }) => drawnCount(deep)),
            itemStyle: { color: look.ripple },
          },
        ],
      })}
    />
  )
}

export function CurveTab() {
  const { i18n } = useLingui()
  const [postId, span] = [usePostAsked(), useSpan()]
  return (
    <>
      <div className="work-filters">
        <PostChoice value={postId} all />
        {postId === null && <SpanChoice />}
      </div>
      <WorkSeen asked={useCurve(postId, span)}>
        {({ cells, hours, best }) =>
          cells.length === 0 ? (
            <DeskEmpty title={i18n._('这段时间还没有人读')} hint={i18n._('看久一点，或等导购转发出去')} />
          ) : (
            <div className="work-parts">
              <p className="work-said">
                {best
                  ? i18n._('{weekday} {hour} 点读得最多，栏目放在这前半小时', {
                      weekday: wordWeekday(best.weekday, i18n),
                      hour: best.hour,
                    })
                  : i18n._('读的人还太少，看不出哪个钟点好')}
              </p>
              <Week cells={cells} />
              <Day hours={hours} />
            </div>
          )
        }
      </WorkSeen>
    </>
  )
}
