// The rep's groups and one of them; what she says of it is shown at once and delivered when there is signal.
import type { Input, Output } from '@shared/contracts'
import type { SeenGroup, ShownGroup } from '@shared/contracts/group'
import { recordOf } from '@shared/domain/record'
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { mintId } from '@/platform/mint'
import { deliver, listWaiting, whenDelivered } from '@/platform/outbox'
import { queries } from '@/platform/queries'
import { announce } from './replaced'

type GroupList = Output<'rep', 'group.list'>
export type GroupWords = Pick<ShownGroup, 'name' | 'theme' | 'rules'>
const FIELDS = ['name', 'theme', 'rules'] as const

export const GROUPS = ['rep', 'group.list'] as const
const groupKey = (groupId: string) => ['rep', 'group.see', groupId] as const

export const useGroups = () => useQuery({ queryKey: GROUPS, queryFn: () => call('rep', 'group.list', {}) })

export const useGroup = (groupId: string) =>
  useQuery({
    queryKey: groupKey(groupId),
    queryFn: () => call('rep', 'group.see', { groupId }),
    enabled: groupId !== '',
  })

export const askGroupAnew = (groupId: string): void => void queries.invalidateQueries({ queryKey: groupKey(groupId) })

const show = (groupId: string, change: (group: ShownGroup) => ShownGroup): void => {
  queries.setQueryData<SeenGroup>(groupKey(groupId), (seen) => seen && { ...seen, group: change(seen.group) })
  queries.setQueryData<GroupList>(
    GROUPS,
    (list) => list && { ...list, groups: list.groups.map((one) => (one.groupId === groupId ? change(one) : one)) },
  )
}

const askAnew = (groupId: string): void => {
  void queries.invalidateQueries({ queryKey: GROUPS })
  askGroupAnew(groupId)
}

const differing = (before: GroupWords, after: GroupWords): Partial<GroupWords> => {
  const fields = FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  return recordOf(fields.map((field) => [field, after[field]]))
}

/** One parcel per group: what still waits is said together with this, against what she saw before both. */
const parcelOf = (groupId: string, from: Partial<GroupWords>, to: Partial<GroupWords>): Input<'rep', 'group.save'> => {
  const waiting = listWaiting('group.save').find(({ payload }) => payload.groupId === groupId)?.payload
  if (!waiting) return { groupId, from, to }
  const unsaid = FIELDS.filter((field) => to[field] !== undefined && waiting.to[field] === undefined)
  return {
    groupId,
    from: { ...waiting.from, ...recordOf(unsaid.map((field) => [field, from[field]])) },
    to: { ...waiting.to, ...to },
  }
}

const say = async (groupId: string, from: Partial<GroupWords>, to: Partial<GroupWords>): Promise<void> => {
  const payload = parcelOf(groupId, from, to)
  const answer = await deliver(`group.${groupId}`, 'group.save', payload).catch((error: unknown) => {
    askAnew(groupId)
    throw error
  })
  if (answer) hear(answer)
}

const hear = ({ group, replaced }: Output<'rep', 'group.save'>): void => {
  show(group.groupId, () => group)
  if (replaced.length > 0) announce(group.groupId, replaced)
}
whenDelivered('group.save', hear)

/** A new group stands in the list before the cloud has answered. Throws CallError when it says no. */
export const createGroup = async (words: GroupWords): Promise<string> => {
  const groupId = mintId()
  const fresh: ShownGroup = { groupId, ...words, createdAt: Date.now(), archivedAt: null, met: false, rev: 0 }
  queries.setQueryData<GroupList>(GROUPS, (list) => list && { ...list, groups: [fresh, ...list.groups] })
  await say(groupId, {}, words)
  return groupId
}

/** Shown at once. Words of another phone that hers take the place of are told by useReplaced. */
export const saveGroup = async (group: ShownGroup, after: GroupWords): Promise<void> => {
  const to = differing(group, after)
  if (Object.keys(to).length === 0) return
  const { groupId, name, theme, rules } = group
  show(groupId, (one) => ({ ...one, ...to }))
  await say(groupId, { name, theme, rules }, to)
}

export const archiveGroup = async (groupId: string, archived: boolean): Promise<void> => {
  show(groupId, (group) => ({ ...group, archivedAt: archived ? Date.now() : null }))
  try {
    const group = await deliver(`group.${groupId}.archived`, 'group.archive', { groupId, archived })
    if (group) show(groupId, () => group)
  } catch (error) {
    askAnew(groupId)
    throw error
  }
}

/** 做了, or not after all. */
export const tickItem = async (groupId: string, day: string, itemId: string, done: boolean): Promise<void> => {
  queries.setQueryData<SeenGroup>(groupKey(groupId), (seen) =>
    seen && seen.today.day === day
      ? {
          ...seen,
          today: { day, items: seen.today.items.map((item) => (item.itemId === itemId ? { ...item, done } : item)) },
        }
      : seen,
  )
  try {
    await deliver(`tick.${groupId}.${day}.${itemId}`, 'group.tick', { groupId, day, itemId, done })
  } catch (error) {
    askGroupAnew(groupId)
    throw error
  }
}
