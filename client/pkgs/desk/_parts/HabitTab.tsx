// 栏目习惯: who comes back at a column's hour, and how many times in a row?
import { useLingui } from '@lingui/react'
import { HABIT_AFTER_MS, HABIT_BEFORE_MS } from '@shared/domain/habit'
import { Chart } from './Chart'
import { chartBase, words } from './chart-look'
import { DeskEmpty } from './States'
import { type Habit, useChosen, useHabit } from './use-work'
import { WorkNumber } from './WorkNumber'
import { Choice, WorkSeen } from './WorkSeen'
import { drawnCount, wordCount } from './work-words'

const WEEKS = ['4', '8', '2'] as const
type Column = Habit['columns'][number]

/** Came: a dashed line with rings; came the time before, too: a full line with points. Each named at its end. */
function Days({ column }: { column: Column }) {
  const { i18n } = useLingui()
  const { days, name } = column
  const last = days.length - 1
  const named = (said: string, color: string, position: 'top' | 'bottom') => ({
    show: true,
    ...words(color),
    position,
    formatter: ({ dataIndex }: { dataIndex: number }) => (dataIndex === last ? said : ''),
  })
  return (
    <Chart
      id={`habit-${column.columnId}`}
      title={i18n._('“{name}”每次来了几位，其中上次也来的几位', { name })}
      height={200}
      heads={[i18n._('哪天'), i18n._('几点'), i18n._('到点来读的'), i18n._('上次也来了的')]}
      rows={days.map(({ day, time, came, back }) => ({
        key: `${day} ${time}`,
        cells: [day, time, wordCount(came, i18n), wordCount(back, i18n)],
      }))}
      option={(look) => ({
        ...chartBase(look),
        grid: { left: 0, right: 40, top: 28, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        xAxis: {
          type: 'category',
          data: days.map(({ day }) => day.slice(5)),
          axisTick: { show: false },
          axisLine: { lineStyle: { color: look.line } },
          axisLabel: { ...words(look.note), hideOverlap: true },
        },
        yAxis: {
          type: 'value',
          splitNumber: 3,
          axisLabel: words(look.note),
          splitLine: { lineStyle: { color: look.line } },
        },
        series: [
          {
            type: 'line',
            data: days.map(({ came }) => drawnCount(came)),
            symbol: 'emptyCircle',
            symbolSize: 8,
            lineStyle: { color: look.ripple, type: 'dashed', width: 2 },
            itemStyle: { color: look.ripple },
            label: named(i18n._('来了'), look.ink, 'top'),
          },
          {
            type: 'line',
            data: days.map(({ back }) => drawnCount(back)),
            symbol: 'circle',
            symbolSize: 8,
            lineStyle: { color: look.accent, width: 2 },
            itemStyle: { color: look.accent },
            label: named(i18n._('又来'), look.ink, 'bottom'),
          },
        ],
      })}
    />
  )
}

function OneColumn({ column }: { column: Column }) {
  const { i18n } = useLingui()
  const { name, rate, days } = column
  const streaks = column.streaks.filter(({ atLeast, readers }) => atLeast > 1 && readers !== 0)
  return (
    <section className="work-column" aria-label={name}>
      <div className="work-column-head">
        <h2 className="desk-part-title">{name}</h2>
        <WorkNumber number={rate} whose={name} />
      </div>
      {streaks.length > 0 && (
        <p className="desk-note">
          {i18n._('连着来：{streaks}', {
            streaks: streaks
              .map(({ atLeast, readers }) =>
                i18n._('{n} 次以上 {readers} 位', { n: atLeast, readers: wordCount(readers, i18n) }),
              )
              .join(i18n._('，')),
          })}
        </p>
      )}
      {days.length > 0 ? <Days column={column} /> : <p className="desk-note">{i18n._('这几周没有到点发过')}</p>}
    </section>
  )
}

export function HabitTab() {
  const { i18n } = useLingui()
  const weeks = useChosen('weeks', WEEKS)
  return (
    <>
      <div className="work-filters">
        <Choice
          name="weeks"
          value={weeks}
          label={i18n._('看多久')}
          options={[...WEEKS].sort().map((value) => ({ value, label: i18n._('近 {n} 周', { n: Number(value) }) }))}
        />
      </div>
      <WorkSeen asked={useHabit(Number(weeks))}>
        {({ columns }) => (
          <div className="work-parts">
            <p className="desk-note">
              {i18n._('只算同意让导购知道的客户；到点：钟点前 {before} 分钟到后 {after} 小时', {
                before: HABIT_BEFORE_MS / 60_000,
                after: HABIT_AFTER_MS / 3_600_000,
              })}
            </p>
            {columns.length === 0 && (
              <DeskEmpty title={i18n._('还没有栏目')} hint={i18n._('到“日历”里定一个固定钟点的栏目')} />
            )}
            {columns.map((column) => (
              <OneColumn key={column.columnId} column={column} />
            ))}
          </div>
        )}
      </WorkSeen>
    </>
  )
}
