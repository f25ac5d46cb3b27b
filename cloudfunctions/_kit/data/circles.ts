// Which circles are there, who is in them, and how many? Facts of a contact lie here only as long as she may be known.
import type { Circle, CircleFacts } from '@shared/domain/circle'
import { CIRCLES_MAX } from '@shared/domain/circle-check'
import type { CircleSums } from '@shared/domain/circle-sums'
import type { Contact } from '@shared/domain/contact'
import type { Deal } from '@shared/domain/deal'
import type { CircleId, ContactId, MemberId, StoreId, TeamId } from '@shared/domain/ids'
import { above, collection, EVERYTHING, FIND_MAX, oneOf } from '../collection'
import { readAll } from '../page'

const circles = collection<Circle>('circles')

/** in: by rules as they were when it was last sorted; facts: as they were then. */
export type CircleMember = { _id: ContactId; repId: MemberId; facts: CircleFacts; in: CircleId[] }
const members = collection<CircleMember>('circlemembers')

/** rules: by which rules; gatheredOn: the day on which facts were gathered last, '' where they are to be gathered anew. */
export type StoredSums = {
  _id: string
  of: 'rep' | 'store' | 'all'
  id: string
  storeId: StoreId | null
  teamId: TeamId | null
  at: number
  rules: string
  gatheredOn: string
  sums: CircleSums
  rev?: number
}
const sums = collection<StoredSums>('circlesums')

/** How far the round has come that began on `day` by these rules. */
export type Round = { day: string; rules: string; after: string; state: 'reps' | 'stores' | 'done' }
const rounds = collection<Round & { _id: 'round'; of: 'round'; id: '' }>('circlesums')

export const listCircles = (): Promise<Circle[]> =>
  circles.find(EVERYTHING, { order: [['name', 'asc']], limit: CIRCLES_MAX })
export const findCircle = (id: CircleId): Promise<Circle | null> => circles.get(id)
export const insertCircle = (circle: Circle): Promise<boolean> => circles.insertIfAbsent(circle)
/** False when it has been saved since it was seen. */
export const changeCircle = async (
  { _id, rev }: Pick<Circle, '_id' | 'rev'>,
  { _id: _, ...to }: Circle,
): Promise<boolean> => (await circles.change({ _id, rev }, to)) > 0
export const removeCircle = (id: CircleId): Promise<number> => circles.remove({ _id: id })

/** One who reads much has 2 KB. */
const PORTION = 400
export const listCircleMembers = (repId: MemberId): Promise<CircleMember[]> =>
  readAll(members, { repId }, ['_id', 'repId', 'facts', 'in'], PORTION)
/** Who of hers is in which, without what is known of them. */
export const listPlaced = (repId: MemberId): Promise<Pick<CircleMember, '_id' | 'in'>[]> =>
  readAll(members, { repId }, ['_id', 'in'])
/** Of these contacts: which circles each is in. */
export const findPlaced = (ids: readonly ContactId[]): Promise<Pick<CircleMember, '_id' | 'repId' | 'in'>[]> =>
  members.findMany(ids, ['_id', 'repId', 'in'])
/** Who of hers is in this one. */
export const listIdsIn = async (repId: MemberId, circleId: CircleId): Promise<ContactId[]> =>
  (await readAll(members, { repId, in: oneOf([circleId]) }, ['_id'])).map(({ _id }) => _id)
export const putCircleMember = (member: CircleMember): Promise<void> => members.put(member)
/** Of this rep's only: one who has passed to another stays there. */
export const removeCircleMembers = (repId: MemberId, ids: readonly ContactId[]): Promise<number> =>
  ids.length ? members.remove({ _id: oneOf(ids), repId }) : Promise.resolve(0)
export const findCircleMembers = (ids: readonly ContactId[]): Promise<CircleMember[]> => members.findMany(ids)
/** To be called by forgetCircles alone, which takes them out of the counts before. */
export const forgetCircleMembers = (ids: readonly ContactId[]): Promise<number> =>
  ids.length ? members.remove({ _id: oneOf(ids) }) : Promise.resolve(0)

export const sumsId = (of: StoredSums['of'], id: string): string => `${of}.${id}`
export const findCircleSums = (ids: readonly string[]): Promise<StoredSums[]> => sums.findMany(ids)
/** Over what was seen (null: nothing was there). False when it has changed since: somebody was taken out of it. */
export const changeCircleSums = async (seen: Pick<StoredSums, 'rev'> | null, one: StoredSums): Promise<boolean> => {
  const { _id, ...rest } = one
  const rev = (seen?.rev ?? 0) + 1
  if (seen === null) return sums.insertIfAbsent({ ...one, rev })
  return (await sums.change({ _id, rev: seen.rev ?? null }, { ...rest, rev })) > 0
}
type Total = Pick<StoredSums, '_id' | 'id' | 'of' | 'rev'>
const TOTAL = ['id', 'of', 'rev'] as const
/** Of stores, and of the firm. */
export const listTotals = async (): Promise<Total[]> => {
  const all: Total[] = await sums.find({ of: 'all' }, { fields: TOTAL })
  for (let after = ''; ; ) {
    const stores = await sums.find(
      { of: 'store', ...(after && { id: above(after) }) },
      { order: [['id', 'asc']], fields: TOTAL },
    )
    all.push(...stores)
    const last = stores.at(-1)
    if (!last || stores.length < FIND_MAX) return all
    after = last.id
  }
}
/** Reps out of whose counts somebody was taken: what else is known of theirs is to be gathered anew. */
const BEHIND_MAX = 40
export const listBehind = async (): Promise<MemberId[]> => {
  const behind = await sums.find({ of: 'rep', gatheredOn: '' }, { limit: BEHIND_MAX, fields: ['id'] })
  return behind.map(({ id }) => id as MemberId)
}
export const removeCircleSums = (id: string): Promise<number> => sums.remove({ _id: id })
/** A busy rep's are 20 KB. */
const SUMS_PORTION = 40
export const pageRepSums = (after: string): Promise<StoredSums[]> =>
  sums.find({ of: 'rep', ...(after && { id: above(after) }) }, { order: [['id', 'asc']], limit: SUMS_PORTION })

export const findRound = async (): Promise<Round | null> => rounds.get('round')
export const putRound = (round: Round): Promise<void> => rounds.put({ _id: 'round', of: 'round', id: '', ...round })

const contacts = collection<Contact>('contacts')
/** All of a rep's, with what circles ask of a contact itself. */
export const listCircleContacts = (repId: MemberId) =>
  readAll(contacts, { repId }, ['repId', 'remark', 'origin', 'left', 'readers', 'tags'])

const deals = collection<Deal>('deals')
const DEAL = ['contactId', 'kind', 'items', 'at', 'refundedAt', 'droppedAt'] as const
const DEALS_MAX = 1_000
/** The latest ones: with more a year, a rep's oldest are not asked. */
export const listCircleDeals = (repId: MemberId): Promise<Pick<Deal, (typeof DEAL)[number] | '_id'>[]> =>
  deals.find({ repId }, { order: [['at', 'desc']], limit: DEALS_MAX, fields: DEAL })

type Topical = { _id: string; state: string; publishedAt: number | null; topics: string[] }
const posts = collection<Topical>('posts')
export const listTopicsSince = (at: number): Promise<Pick<Topical, '_id' | 'topics'>[]> =>
  posts.find({ state: 'live', publishedAt: above(at) }, { limit: 1_000, fields: ['topics'] })
