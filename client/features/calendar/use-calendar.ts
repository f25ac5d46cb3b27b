// HQ's calendar and columns, and acts on them; after each the calendar is asked again.
import type { Input, Output } from '@shared/contracts'
import type { SeenCalendar, ShownColumn } from '@shared/contracts/calendar'
import type { ColumnId, PostId, RegionId } from '@shared/domain/ids'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'
import type { Stretch } from './stretch'

const CALENDAR = ['hq', 'calendar.see'] as const
const COLUMNS = ['hq', 'column.list'] as const

export type { SeenCalendar, ShownColumn }
export type Move = Input<'hq', 'post.place'>
export type ColumnWords = Input<'hq', 'column.save'>['column']

/** While the next stretch is on its way the last one stays. */
export const useCalendar = ({ from, to }: Stretch, regionId: string | null) =>
  useQuery({
    queryKey: [...CALENDAR, from, to, regionId],
    queryFn: () => call('hq', 'calendar.see', { from, to, regionId: regionId as RegionId | null }),
    placeholderData: keepPreviousData,
  })

export const useColumns = () => useQuery({ queryKey: COLUMNS, queryFn: () => call('hq', 'column.list', {}) })

/** All throw CallError. */
export const useCalendarActs = () => {
  const queries = useQueryClient()
  const anew = () => {
    void queries.invalidateQueries({ queryKey: CALENDAR })
    void queries.invalidateQueries({ queryKey: COLUMNS })
  }
  return {
    place: (move: Move): Promise<Output<'hq', 'post.place'>> => call('hq', 'post.place', move).finally(anew),
    fill: (moves: Input<'hq', 'calendar.fill'>['moves']): Promise<Output<'hq', 'calendar.fill'>> =>
      call('hq', 'calendar.fill', { moves }).finally(anew),
    saveColumn: (columnId: string, rev: number, column: ColumnWords): Promise<ShownColumn> =>
      call('hq', 'column.save', { columnId: columnId as ColumnId, rev, column }).finally(anew),
    dropColumn: (columnId: string): Promise<Output<'hq', 'column.drop'>> =>
      call('hq', 'column.drop', { columnId: columnId as ColumnId }).finally(anew),
  }
}

/** A move as it is said to the cloud. */
export const moveOf = (
  { postId, version }: { postId: string; version: number },
  at: number | null,
  columnId: string | null = null,
): Move => ({ postId: postId as PostId, version, at, columnId: columnId as ColumnId | null })
