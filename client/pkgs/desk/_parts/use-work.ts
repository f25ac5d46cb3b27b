// What works, as the desk asks for it: each page of it keeps its last answer on screen while another filter is asked for.
import type { Output } from '@shared/contracts'
import type { FamilyKind } from '@shared/domain/family'
import type { PostId, StoreId } from '@shared/domain/ids'
import { WORK_SPANS, type WorkSpan } from '@shared/domain/work'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEditor } from '@/features/post/use-posts'
import { call } from '@/platform/call'
import { useAddress } from './Address'

export type Funnel = Output<'hq', 'work.funnel'>
export type Curve = Output<'hq', 'work.curve'>
export type Habit = Output<'hq', 'work.habit'>
export type Boards = Output<'hq', 'work.boards'>
export type Families = Output<'hq', 'work.families'>
export type Shelf = Output<'hq', 'work.shelf'>
export type Health = Output<'hq', 'work.health'>
export type FormulaNumber = Health['forces'][number]
export type ShownCount = Shelf['posts'][number]['opened']
/** What every answer says of itself. */
export type Seen = Pick<Shelf, 'asOf' | 'sumsAt' | 'from' | 'to' | 'scope'>

const kept = { placeholderData: keepPreviousData } as const

/** A manager sees her stores' work, not how single posts are read nor which reasons work for the firm. */
export const useIsManager = (): boolean => useEditor().data?.role === 'manager'

/** The value in the address if it is one of those offered; else the first. */
export const useChosen = <T extends string>(name: string, offered: readonly [T, ...T[]]): T => {
  const { address } = useAddress()
  return offered.find((value) => value === address[name]) ?? offered[0]
}

const SPANS: readonly [WorkSpan, ...WorkSpan[]] = ['this-month', ...WORK_SPANS]
export const useSpan = (): WorkSpan => useChosen('span', SPANS)
/** The post that is looked at alone; null: all of them. */
export const usePostAsked = (): PostId | null => (useAddress().address.of || null) as PostId | null

export const useFunnel = (postId: PostId | null, per: 'store' | 'team' | 'region', span: WorkSpan) =>
  useQuery({
    queryKey: ['hq', 'work.funnel', postId, per, span],
    queryFn: () => call('hq', 'work.funnel', { postId, per, span }),
    ...kept,
  })

export const useCurve = (postId: PostId | null, span: WorkSpan) =>
  useQuery({
    queryKey: ['hq', 'work.curve', postId, span],
    queryFn: () => call('hq', 'work.curve', { postId, span }),
    ...kept,
  })

export const useHabit = (weeks: number) =>
  useQuery({
    queryKey: ['hq', 'work.habit', weeks],
    queryFn: () => call('hq', 'work.habit', { weeks }),
    ...kept,
  })

export const useBoards = (of: 'rep' | 'store' | 'team', span: WorkSpan, storeId: StoreId | null) =>
  useQuery({
    queryKey: ['hq', 'work.boards', of, span, storeId],
    queryFn: () => call('hq', 'work.boards', { of, span, storeId }),
    ...kept,
  })

export const useFamilies = (postId: PostId | null, by: FamilyKind) =>
  useQuery({
    queryKey: ['hq', 'work.families', postId, by],
    queryFn: () => call('hq', 'work.families', { postId: postId as PostId, by }),
    enabled: postId !== null,
    ...kept,
  })

export const useShelf = () => useQuery({ queryKey: ['hq', 'work.shelf'], queryFn: () => call('hq', 'work.shelf', {}) })

export const useHealth = (per: 'store' | 'region', span: WorkSpan) =>
  useQuery({
    queryKey: ['hq', 'work.health', per, span],
    queryFn: () => call('hq', 'work.health', { per, span }),
    ...kept,
  })
