// Which days does the calendar show, and what stands on each?

import type { SeenCalendar } from '@shared/contracts/calendar'
import { type Day, dayAfter, dayOf, instantOf, timeOf } from '@shared/domain/day'
import { weekdayOf } from '@shared/domain/group-plan'

export type Span = 'week' | 'month'
export type Stretch = { from: Day; to: Day }
export type Entry = SeenCalendar['entries'][number]
export type Slot = SeenCalendar['slots'][number]
/** What can be put somewhere: an entry that may move, a draft, something from the shelf. */
export type Movable = { postId: string; version: number; title: string; columnId: string | null; at: number | null }

const WEEK = 7

export const mondayOf = (day: Day): Day => dayAfter(day, 1 - weekdayOf(day))
const firstOf = (day: Day): Day => `${day.slice(0, 7)}-01`
/** The first of the next month: no month has more than 31 days, and 31 after a first is never two months on. */
const nextFirst = (day: Day): Day => firstOf(dayAfter(firstOf(day), 31))

/** Whole weeks: the day's own, or those its month touches. */
export const stretchOf = (day: Day, span: Span): Stretch => {
  if (span === 'week') return { from: mondayOf(day), to: dayAfter(mondayOf(day), WEEK - 1) }
  const last = dayAfter(nextFirst(day), -1)
  return { from: mondayOf(firstOf(day)), to: dayAfter(mondayOf(last), WEEK - 1) }
}

/** A day in the stretch before (-1) or after (1). */
export const stepFrom = (day: Day, span: Span, step: 1 | -1): Day => {
  if (span === 'week') return dayAfter(day, step * WEEK)
  return step > 0 ? nextFirst(day) : firstOf(dayAfter(firstOf(day), -1))
}

export const daysOf = ({ from, to }: Stretch): Day[] => {
  const days: Day[] = []
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day)
  return days
}

export type DayItem = { at: number; slot: Slot | null; entries: Entry[] }

/** By the clock: each due hour with what stands in it, and whatever else stands that day. */
export const itemsOf = (day: Day, { slots, entries }: Pick<SeenCalendar, 'slots' | 'entries'>): DayItem[] => {
  const here = entries.filter(({ at }) => dayOf(at) === day)
  const due = slots.filter(({ at }) => dayOf(at) === day)
  const inSlot = (entry: Entry) => entry.columnId !== null && due.some(({ columnId }) => columnId === entry.columnId)
  const items: DayItem[] = [
    ...due.map((slot) => ({
      ...{ at: slot.at, slot },
      entries: here.filter(({ columnId }) => columnId === slot.columnId),
    })),
    ...here.filter((entry) => !inSlot(entry)).map((entry) => ({ at: entry.at, slot: null, entries: [entry] })),
  ]
  return items.sort((a, b) => a.at - b.at)
}

export const isMovable = ({ standing }: Entry): boolean => standing !== 'out' && standing !== 'over'

const NINE = '09:00'

/** Dropped on a day it keeps its hour; what has none takes its column's that day, or nine in the morning. */
export const timeOn = (day: Day, { at, columnId }: Movable, slots: readonly Slot[]): number => {
  if (at !== null) return instantOf(day, timeOf(at))
  const due = slots.find((slot) => slot.columnId === columnId && dayOf(slot.at) === day)
  return due?.at ?? instantOf(day, NINE)
}

/** Gaps still to come, as one may choose them. */
export const gapsOf = ({ slots, asOf }: Pick<SeenCalendar, 'slots' | 'asOf'>): Slot[] =>
  slots.filter(({ at, short }) => short > 0 && at > asOf)
