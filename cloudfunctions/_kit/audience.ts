// Which reps does an audience reach? Asked along the narrowest index there is for it.

import { type AccessDecision, mayTakeKit } from '@shared/domain/access'
import { asksRegion, asksWho, isForRep, NOWHERE, regionsWithin } from '@shared/domain/audience'
import type { StoreId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import type { Audience, Post } from '@shared/domain/post'
import { countReps, listAsked, listReps } from './data/members'
import { findPlace, listGrounds, listStoresIn } from './data/places'

/** The stores it names, by themselves and by their regions; null: it names none, and every store will do. */
const storesNamed = async ({ storeIds, regionIds = [] }: Audience): Promise<StoreId[] | null> => {
  if (!regionIds.length) return storeIds.length ? storeIds : null
  const there = await listStoresIn([...regionsWithin(regionIds, await listGrounds())])
  return storeIds.length ? there.filter((id) => storeIds.includes(id)) : there
}

/** The stores are settled already: only who she is is left to ask. */
const isMeant = (audience: Audience) => {
  const who = { ...audience, storeIds: [], regionIds: [] }
  return (rep: Pick<Member, 'storeId' | 'tone' | 'kind' | 'teamId' | 'labels'>) => isForRep(who, rep, null, [])
}

const listMeant = async (audience: Audience, storeIds: readonly StoreId[] | null) => {
  const { teamIds = [] } = audience
  const found = await listAsked({ storeIds, teamIds })
  const inStores = storeIds && teamIds.length ? new Set<StoreId | null>(storeIds) : null
  return found.filter(isMeant(audience)).filter(({ storeId }) => inStores === null || inStores.has(storeId))
}

/** Working reps only, each once. */
export const listAudience = async (audience: Audience): Promise<Pick<Member, '_id' | 'tone'>[]> => {
  const storeIds = await storesNamed(audience)
  if (storeIds?.length === 0) return []
  if (asksWho(audience) || audience.teamIds?.length) return listMeant(audience, storeIds)
  return listReps(storeIds ?? [])
}

export const countAudience = async (audience: Audience): Promise<number> => {
  const storeIds = await storesNamed(audience)
  if (storeIds?.length === 0) return 0
  if (asksWho(audience) || audience.teamIds?.length) return (await listMeant(audience, storeIds)).length
  return countReps(storeIds ?? [])
}

type Meant = Pick<Post, 'audience'>

/** Where she works matters only to posts for regions: for all others nothing is asked. */
const placeFor = (rep: Member, posts: readonly Meant[]) =>
  posts.some(({ audience }) => asksRegion(audience)) ? findPlace(rep.storeId) : NOWHERE

/** Which of these are for her? */
export const filterMeant = async <T extends Meant>(rep: Member, posts: readonly T[]): Promise<T[]> => {
  const { store, regionsAbove } = await placeFor(rep, posts)
  return posts.filter(({ audience }) => isForRep(audience, rep, store, regionsAbove))
}

export const decideTaking = async (rep: Member, post: Pick<Post, 'state' | 'audience'>): Promise<AccessDecision> =>
  mayTakeKit(rep, post, await placeFor(rep, [post]))
