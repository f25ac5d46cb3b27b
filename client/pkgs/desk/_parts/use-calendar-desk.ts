// The calendar as it is being worked on: which stretch, which filters, what is being moved, and what happens to it.
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { App } from 'antd'
import { useState } from 'react'
import { type Movable, type Slot, type Span, stepFrom, stretchOf } from '@/features/calendar/stretch'
import { moveOf, type SeenCalendar, useCalendar, useCalendarActs } from '@/features/calendar/use-calendar'
import { wordWhen } from '@/features/calendar/words'
import { errorText } from '@/ui/error-text'
import { useAddress } from './Address'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Filters and stretch live in the address, so that they can be sent to a colleague. */
const useFilters = () => {
  const { address, go } = useAddress()
  const span: Span = address.span === 'month' ? 'month' : 'week'
  const day = DAY.test(address.day ?? '') ? (address.day ?? '') : dayOf(Date.now())
  return {
    ...{ span, day, region: address.region ?? '', column: address.column ?? '' },
    show: (change: { span?: Span; day?: string; region?: string; column?: string }) => go(change, 'replace'),
    step: (by: 1 | -1) => go({ day: stepFrom(day, span, by) }, 'replace'),
    open: (postId: string) => go({ post: postId }),
    toPlans: () => go({ at: 'plans' }),
  }
}

const only = (seen: SeenCalendar | undefined, column: string): SeenCalendar | undefined => {
  if (!seen || column === '') return seen
  const isIt = (of: { columnId: string | null }) => of.columnId === column
  return { ...seen, slots: seen.slots.filter(isIt), entries: seen.entries.filter(isIt), moves: seen.moves.filter(isIt) }
}

export const useCalendarDesk = () => {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  const filters = useFilters()
  const stretch = stretchOf(filters.day, filters.span)
  const query = useCalendar(stretch, filters.region || null)
  const acts = useCalendarActs()
  const [dragged, setDragged] = useState<Movable | null>(null)
  const [moving, setMoving] = useState<Movable | null>(null)
  const place = async (what: Movable, at: number | null, slot: Slot | null = null): Promise<void> => {
    setDragged(null)
    if (what.at === at) return
    try {
      await acts.place(moveOf(what, at, slot?.columnId ?? null))
      setMoving(null)
      const words = { title: what.title, when: at === null ? '' : wordWhen(i18n, at) }
      void message.success(at === null ? i18n._('《{title}》先不排', words) : i18n._('《{title}》排到 {when}', words))
    } catch (error) {
      void message.error(errorText(error))
    }
  }
  return {
    ...{ ...filters, stretch, query, seen: only(query.data, filters.column) },
    ...{ dragged, setDragged, moving, setMoving, place, fill: acts.fill },
  }
}
export type CalendarDesk = ReturnType<typeof useCalendarDesk>
