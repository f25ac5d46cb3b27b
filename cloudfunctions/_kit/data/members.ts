// Who works here, and where? Members, the identities bound to them, and their stores.
import type { MemberId, StoreId } from '@shared/domain/ids'
import type { Member, Store } from '@shared/domain/member'
import { now } from '../clock'
import { collection, EVERYTHING, FIND_MAX, oneOf } from '../collection'
import { readAll } from '../page'

/** _id is 'wx:<openid>' or 'uid:<account>'; only staff are here, bound with their agreement. */
type IdentityDoc = { _id: string; memberId: MemberId }

const identities = collection<IdentityDoc>('identities')
const members = collection<Member>('members')
const stores = collection<Store>('stores')

export const findMemberByIdentity = async (identity: string): Promise<Member | null> => {
  const bound = await identities.get(identity)
  return bound && members.get(bound.memberId)
}

/** The WeChat identity of someone of the staff, who agreed to it when it was bound; null: she only signs in on the web. */
export const findOpenidOf = async (memberId: MemberId): Promise<string | null> => {
  const bound = await identities.find({ memberId })
  return bound.find(({ _id }) => _id.startsWith('wx:'))?._id.slice('wx:'.length) ?? null
}

export const findMember = (id: MemberId): Promise<Member | null> => members.get(id)

/** `avatarId`: the file of her picture. False: `before` is no longer what she has, and nothing was changed. */
export const swapAvatar = async (_id: MemberId, before: string | null, avatarId: string | null): Promise<boolean> =>
  (await members.change({ _id, avatarId: before }, { avatarId })) > 0

export const findStore = async (id: StoreId | null): Promise<Store | null> => (id === null ? null : stores.get(id))
export const findStores = (ids: readonly StoreId[]): Promise<Store[]> => stores.findMany(ids)
export const listStores = (): Promise<Store[]> => stores.find(EVERYTHING, { order: [['name', 'asc']], limit: FIND_MAX })

/** How many reps a post for these stores reaches; no stores: all of them. */
export const countReps = (storeIds: readonly StoreId[]): Promise<number> =>
  members.count(storeIds.length ? { role: 'rep', storeId: oneOf(storeIds) } : { role: 'rep' })

/** The reps whom a post for these stores reaches, with the voice each speaks in. */
export const listReps = (storeIds: readonly StoreId[]): Promise<Pick<Member, '_id' | 'tone'>[]> =>
  readAll(members, storeIds.length ? { role: 'rep', storeId: oneOf(storeIds) } : { role: 'rep' }, ['tone'])

export const countRepsByStore = async (): Promise<Map<StoreId, number>> => {
  const counts = new Map<StoreId, number>()
  for (const { storeId } of await readAll(members, { role: 'rep' }, ['storeId']))
    if (storeId) counts.set(storeId, (counts.get(storeId) ?? 0) + 1)
  return counts
}

/** A rep who moves to another firm is known to have moved within this time. */
const COMPANY_KEPT_MS = 60_000
const REPS_KEPT_MAX = 10_000
const companies = new Map<MemberId, { company: string | null; at: number }>()

/** The firm each of these reps works for now; null for who has left, and for who has no store. */
export const findCompanies = async (repIds: readonly MemberId[]): Promise<(repId: MemberId) => string | null> => {
  const at = now()
  const asked = new Map([...new Set(repIds)].map((id) => [id, companies.get(id)]))
  const missing = [...asked.keys()].filter((id) => at - (asked.get(id)?.at ?? 0) >= COMPANY_KEPT_MS)
  if (companies.size + missing.length > REPS_KEPT_MAX) companies.clear()
  const senders = await findSenders(missing)
  for (const id of missing) {
    const fresh = { company: senders.get(id)?.company || null, at }
    companies.set(id, fresh)
    asked.set(id, fresh)
  }
  return (id) => asked.get(id)?.company ?? null
}

/** Who shared it, as a reader may know it. */
export type Sender = {
  repId: MemberId
  repName: string
  storeName: string
  company: string
  brand: string
  franchise: boolean
}

const toSender = (rep: Member, store: Store | undefined): Sender => ({
  repId: rep._id,
  repName: rep.name,
  storeName: store?.name ?? '',
  company: store?.company ?? '',
  brand: store?.brand ?? '',
  franchise: store?.kind === 'franchise',
})

/** By rep; who has left is not there. */
export const findSenders = async (repIds: readonly MemberId[]): Promise<Map<MemberId, Sender>> => {
  if (!repIds.length) return new Map()
  const reps = await members.findMany(repIds)
  const shops = await stores.findMany(reps.flatMap(({ storeId }) => storeId ?? []))
  return new Map(
    reps.map((rep) => [
      rep._id,
      toSender(
        rep,
        shops.find(({ _id }) => _id === rep.storeId),
      ),
    ]),
  )
}
