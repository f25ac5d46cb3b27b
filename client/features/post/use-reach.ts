// How many stores and reps does a draft reach? A list of stores is counted here, anything else by the cloud as it is put together.
import type { RegionId, StoreId, TeamId } from '@shared/domain/ids'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { call } from '@/platform/call'
import type { DraftForm } from './draft-form'
import { countAudience, type ShownStore } from './use-posts'

export type Lists = Pick<DraftForm, 'storeIds' | 'regionIds' | 'teamIds' | 'kinds' | 'tones' | 'labels'>
export type Reach = { stores: number; reps: number }

const others = ({ regionIds, teamIds, kinds, tones, labels }: Lists): number =>
  regionIds.length + teamIds.length + kinds.length + tones.length + labels.length

export const isForEveryone = (lists: Lists): boolean => lists.storeIds.length + others(lists) === 0

/** While the cloud counts anew, what it said last stays. */
export const useReach = (form: Lists, stores: readonly ShownStore[]): Reach => {
  const { storeIds, regionIds, teamIds, kinds, tones, labels } = form
  const asked = useDeferredValue(JSON.stringify({ storeIds, regionIds, teamIds, kinds, tones, labels }))
  const isPlain = others(form) === 0
  const counted = useQuery({
    queryKey: ['hq', 'audience.count', asked],
    queryFn: () => {
      const lists = JSON.parse(asked) as Lists & { storeIds: StoreId[]; regionIds: RegionId[]; teamIds: TeamId[] }
      return call('hq', 'audience.count', lists)
    },
    enabled: !isPlain,
    placeholderData: keepPreviousData,
  })
  const here = countAudience(stores, storeIds)
  return isPlain ? here : (counted.data ?? here)
}

/** Regions and teams to choose from. */
export const usePlaces = () => {
  const { data } = useQuery({ queryKey: ['hq', 'org.see'], queryFn: () => call('hq', 'org.see', {}) })
  return { regions: data?.regions ?? [], teams: data?.teams ?? [] }
}
