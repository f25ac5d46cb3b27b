// Who works here, and where? Members, the identities bound to them, and their stores.
import type { MemberId, StoreId, TeamId } from '@shared/domain/ids'
import { isWorking, type Member, type Store } from '@shared/domain/member'
import { isLapsed } from '@shared/domain/sign-in'
import { now } from '../clock'
import { above, collection, EVERYTHING, FIND_MAX, oneOf, raisedTo } from '../collection'
import { readAll } from '../page'

/** _id is 'wx:<openid>' or 'uid:<account>'; only staff are here, bound with their agreement. usedAt: to a day. */
export type IdentityDoc = { _id: string; memberId: MemberId; usedAt?: number | null }

const identities = collection<IdentityDoc>('identities')
const members = collection<Member>('members')
const stores = collection<Store>('stores')

/** Whose it is, and whose it was if nobody used it for too long. */
export const findByIdentity = async (
  identity: string,
  at: number,
): Promise<{ bound: IdentityDoc; member: Member } | { lapsed: MemberId } | null> => {
  const bound = await identities.get(identity)
  if (!bound) return null
  if (isLapsed(bound, at)) return { lapsed: bound.memberId }
  const member = await members.get(bound.memberId)
  return member && { bound, member }
}

export const keepUse = async (_id: string, at: number): Promise<void> => {
  await identities.change({ _id }, { usedAt: raisedTo(at) })
}

/** Those whose count has not begun: bound by hand, or before there was one. One request, whatever their number. */
export const beginUses = (at: number): Promise<number> => identities.change({ usedAt: null }, { usedAt: at })

/** The WeChat identity of someone of the staff, who agreed to it when it was bound; null: none that is still hers. */
export const findOpenidOf = async (memberId: MemberId): Promise<string | null> => {
  const bound = await identities.find({ memberId })
  return bound.find((one) => one._id.startsWith('wx:') && !isLapsed(one, now()))?._id.slice('wx:'.length) ?? null
}

export const findMember = (id: MemberId): Promise<Member | null> => members.get(id)
export const findMembers = (ids: readonly MemberId[]): Promise<Member[]> => members.findMany(ids)

/** From now on she is no member; null: she never left. */
export const setLeft = (_id: MemberId, leftAt: number | null): Promise<number> => members.change({ _id }, { leftAt })

/** Reps who work here, for whatever is dealt to them. */
const WORKING = { role: 'rep', leftAt: null } as const
const workingAt = (storeIds: readonly StoreId[]) =>
  storeIds.length ? { ...WORKING, storeId: oneOf(storeIds) } : { ...WORKING }

const SUCCESSORS_MAX = 200
/** By name; more than a firm's reps among whom one is picked by hand. */
export const listRepsAt = (storeIds: readonly StoreId[]): Promise<Member[]> =>
  storeIds.length ? members.find(workingAt(storeIds), { limit: SUCCESSORS_MAX }) : Promise.resolve([])

/** Reps by _id, those who left too; the cursor is the last one's. */
export const pageReps = async (
  after: string | undefined,
  size: number,
): Promise<{ reps: Member[]; next: string | null }> => {
  const found = await members.find(
    { role: 'rep', ...(after !== undefined && { _id: above(after) }) },
    { order: [['_id', 'asc']], limit: size + 1 },
  )
  const reps = found.slice(0, size)
  return { reps, next: found.length > size ? (reps.at(-1)?._id ?? null) : null }
}

/** `avatarId`: the file of her picture. False: `before` is no longer what she has, and nothing was changed. */
export const swapAvatar = async (_id: MemberId, before: string | null, avatarId: string | null): Promise<boolean> =>
  (await members.change({ _id, avatarId: before }, { avatarId })) > 0

export const findStore = async (id: StoreId | null): Promise<Store | null> => (id === null ? null : stores.get(id))
export const findStores = (ids: readonly StoreId[]): Promise<Store[]> => stores.findMany(ids)
export const listStores = (): Promise<Store[]> => stores.find(EVERYTHING, { order: [['name', 'asc']], limit: FIND_MAX })

/** How many reps a post for these stores reaches; no stores: all of them. */
export const countReps = (storeIds: readonly StoreId[]): Promise<number> => members.count(workingAt(storeIds))

/** The reps whom a post for these stores reaches, with the voice each speaks in. */
export const listReps = (storeIds: readonly StoreId[]): Promise<Pick<Member, '_id' | 'tone'>[]> =>
  readAll(members, workingAt(storeIds), ['tone'])

const ASKED = ['storeId', 'tone', 'kind', 'teamId', 'labels'] as const

/** Reps with what audiences ask of them: of these teams if any are named, or else of these stores; null: of all. */
export const listAsked = ({ storeIds, teamIds }: { storeIds: readonly StoreId[] | null; teamIds: readonly TeamId[] }) =>
  readAll(members, teamIds.length ? { ...WORKING, teamId: oneOf(teamIds) } : workingAt(storeIds ?? []), ASKED)

export const countRepsByStore = async (): Promise<Map<StoreId, number>> => {
  const counts = new Map<StoreId, number>()
  for (const { storeId } of await readAll(members, { ...WORKING }, ['storeId']))
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

/** Who shared it, as a reader may know it, but for the store’s id. */
export type Sender = {
  repId: MemberId
  storeId: StoreId | null
  repName: string
  storeName: string
  company: string
  brand: string
  franchise: boolean
}

const toSender = (rep: Member, store: Store | undefined): Sender => ({
  repId: rep._id,
  storeId: rep.storeId,
  repName: rep.name,
  storeName: store?.name ?? '',
  company: store?.company ?? '',
  brand: store?.brand ?? '',
  franchise: store?.kind === 'franchise',
})

/** By rep; who has left is not there. */
export const findSenders = async (repIds: readonly MemberId[]): Promise<Map<MemberId, Sender>> =>
  sendersOf(repIds.length ? (await members.findMany(repIds)).filter(isWorking) : [])

/** As they were called when they worked here, too. */
export const findSendersEver = async (repIds: readonly MemberId[]): Promise<Map<MemberId, Sender>> =>
  sendersOf(repIds.length ? await members.findMany(repIds) : [])

const sendersOf = async (reps: readonly Member[]): Promise<Map<MemberId, Sender>> => {
  if (!reps.length) return new Map()
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
