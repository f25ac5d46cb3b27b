// What did key people do for others, and what was given to them? As their reps wrote it down; and HQ's tiers.
import type { ContactId, MemberId, PersonId, StoreId, SupportId, TeamId } from '@shared/domain/ids'
import { KOL_DEFAULTS, KOL_ENTRIES_MAX, type KolEntry, type KolSettings, type KolSum } from '@shared/domain/kol'
import type { Ballot } from '@shared/domain/poll'
import type { Submission } from '@shared/domain/submission'
import { collection, FIND_MAX, oneOf, upTo } from '../collection'
import { readAll } from '../page'

const supports = collection<KolEntry>('supports')
const rules = collection<KolSettings & { _id: 'kol' }>('supportrules')
const submissions = collection<Submission>('submissions')
const ballots = collection<Ballot>('ballots')

const FIELDS = ['repId', 'contactId', 'kind', 'what', 'name', 'note', 'at', 'writtenAt', 'byId'] as const

export const findSupport = (id: SupportId): Promise<KolEntry | null> => supports.get(id)
/** False when one of that id is there. */
export const insertSupport = (entry: KolEntry): Promise<boolean> => supports.insertIfAbsent(entry)
export const removeSupport = (id: SupportId): Promise<number> => supports.remove({ _id: id })
export const removeSupportsOf = (contactId: ContactId): Promise<number> => supports.remove({ contactId })
export const countSupportsOf = (contactId: ContactId): Promise<number> => supports.count({ contactId })
/** Of all her contacts; one is about 400 bytes. */
export const listSupports = (repId: MemberId): Promise<KolEntry[]> => readAll(supports, { repId }, FIELDS)
export const isSupportFull = async (repId: MemberId): Promise<boolean> =>
  (await supports.count({ repId })) >= KOL_ENTRIES_MAX
export const listSupportsOf = (contactId: ContactId): Promise<KolEntry[]> =>
  supports.find({ contactId }, { order: [['at', 'desc']] })

/** An id of a person is 64 characters: so many fit into a request. */
const PERSONS_AT_ONCE = 500
type Given = { personId: PersonId; id: string; at: number }

const ofPersons = async (
  ids: readonly PersonId[],
  find: (ids: readonly PersonId[]) => Promise<Given[]>,
): Promise<Given[]> => {
  const found: Given[] = []
  for (let from = 0; from < ids.length; from += PERSONS_AT_ONCE)
    found.push(...(await find(ids.slice(from, from + PERSONS_AT_ONCE))))
  return found
}

/** What of theirs HQ took. */
export const listAcceptedOf = (ids: readonly PersonId[]): Promise<Given[]> =>
  ofPersons(ids, async (some) => {
    const found = await submissions.find(
      { personId: oneOf(some), state: 'accepted' },
      { limit: FIND_MAX, fields: ['personId', 'at', 'decidedAt'] },
    )
    return found.flatMap(({ _id, personId, at, decidedAt }) =>
      personId ? [{ personId, id: _id, at: decidedAt ?? at }] : [],
    )
  })

/** In which polls they gave a reason that passed the checks; neither the reason nor the poll is read. */
export const listReasonsOf = (ids: readonly PersonId[]): Promise<Given[]> =>
  ofPersons(ids, async (some) => {
    const found = await ballots.find(
      { personId: oneOf(some), isReasonShown: true },
      { limit: FIND_MAX, fields: ['personId', 'at'] },
    )
    return found.flatMap(({ _id, personId, at }) => (personId ? [{ personId, id: _id, at }] : []))
  })

export const findKolSettings = async (): Promise<KolSettings> => {
  const stored = await rules.get('kol')
  return stored ? { tiers: stored.tiers, rev: stored.rev } : KOL_DEFAULTS
}
/** False when it is no longer as it was seen. */
export const putKolSettings = async ({ tiers, rev }: KolSettings): Promise<boolean> =>
  rev === 0
    ? rules.insertIfAbsent({ _id: 'kol', tiers, rev: 1 })
    : (await rules.change({ _id: 'kol', rev }, { tiers, rev: rev + 1 })) > 0

/** at 0: to be counted anew. */
export type StoredKolSum = KolSum & { _id: MemberId; storeId: StoreId | null; teamId: TeamId | null; at: number }
const sums = collection<StoredKolSum>('supportsums')
const SUM = ['tiers', 'given', 'storeId', 'teamId', 'at'] as const

export const putKolSum = (sum: StoredKolSum): Promise<void> => sums.put(sum)
export const listKolSums = () => readAll(sums, { at: (_) => _.gte(0) }, SUM)
export const markKolSums = async (repIds: readonly MemberId[]): Promise<void> => {
  if (repIds.length) await sums.change({ _id: oneOf([...new Set(repIds)]) }, { at: 0 })
}
/** Counted before then, the oldest first. */
export const listOldKolSums = (at: number, limit: number): Promise<StoredKolSum[]> =>
  sums.find({ at: upTo(at) }, { order: [['at', 'asc']], limit })
export const removeKolSum = (_id: MemberId): Promise<number> => sums.remove({ _id })
