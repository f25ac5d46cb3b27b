// Who comes back at a column's hour, among customers who agreed to be known?
import type { Column } from '@shared/domain/column'
import { dayAfter, dayOf } from '@shared/domain/day'
import { addRuns, atLeast, backOf, cameOf, type Runs } from '@shared/domain/habit'
import { teamKey } from '@shared/domain/work-buckets'
import { numberOf, toShown } from '@shared/domain/work-number'
import { monthOf } from '@shared/domain/work-span'
import { listColumns } from '../_kit/data/columns'
import { columnKey, dayKey, type HabitMonth, listHabits } from '../_kit/data/habits'
import type { Handler } from '../_kit/serve'
import { headOf, type Part, partFor } from '../_kit/work-scope'

type RunsAt = (columnId: Column['_id'], day: string) => Runs

/** By column and day. The firm's own document says it of the whole, and at which hours the columns were. */
const listRuns = async (part: Part, months: readonly string[]): Promise<{ firm: Times[]; runsAt: RunsAt }> => {
  const { isWhole, storeIds, teamId } = part
  const [firm, stores] = await Promise.all([
    listHabits([''], months, isWhole ? ['times', 'came'] : ['times']),
    isWhole ? [] : listHabits(storeIds, months, teamId === null ? ['came'] : ['teams']),
  ])
  const docs: Partial<HabitMonth>[] = isWhole ? firm : stores
  return {
    firm,
    runsAt: (columnId, day) => {
      const [on, column] = [dayKey(day), columnKey(columnId)]
      const of = ({ came, teams }: Partial<HabitMonth>): Runs =>
        (teamId === null ? came?.[on]?.[column] : teams?.[on]?.[column]?.[teamKey(teamId)]) ?? []
      return docs.reduce<Runs>((sum, doc) => addRuns(sum, of(doc)), [])
    },
  }
}
type Times = Pick<HabitMonth, 'times'>

const showColumn = ({ _id, name }: Column, days: readonly { day: string; time: string }[], runsAt: RunsAt) => {
  const all = days.map(({ day, time }) => ({ day, time, runs: runsAt(_id, day) }))
  const sum = (of: (runs: Runs) => number) => all.reduce((n, { runs }) => n + of(runs), 0)
  return {
    ...{ columnId: _id, name, rate: numberOf('habit-rate', { came: sum(cameOf), back: sum(backOf) }) },
    days: all.map(({ day, time, runs }) => ({
      ...{ day, time, came: toShown(cameOf(runs)), back: toShown(backOf(runs)) },
    })),
    streaks: atLeast(all.at(-1)?.runs ?? []).map((one) => ({ ...one, readers: toShown(one.readers) })),
  }
}

/** When it was, oldest first. */
const timesOf = (firm: readonly Times[], { _id }: Column, days: readonly string[]) =>
  days.flatMap((day) => {
    const time = firm.map(({ times }) => times?.[dayKey(day)]?.[columnKey(_id)]).find((one) => one !== undefined)
    return time === undefined ? [] : [{ day, time }]
  })

export const seeHabit: Handler<'hq', 'work.habit'> = async ({ weeks }, { caller: { member } }) => {
  const part = await partFor(member)
  const to = dayOf(part.at)
  const days = Array.from({ length: 7 * weeks }, (_, n) => dayAfter(to, 1 + n - 7 * weeks))
  const [head, columns, { firm, runsAt }] = await Promise.all([
    headOf(part, null),
    listColumns(),
    listRuns(part, [...new Set(days.map(monthOf))]),
  ])
  return {
    ...{ ...head, from: days[0] ?? to, to },
    columns: columns.map((column) => showColumn(column, timesOf(firm, column, days), runsAt)),
  }
}
