// What does an import write about people, and how is it taken back to the last field? Every write may be made twice.
import type { MemberId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import { type OnRoster, ROSTER_KEEPS, type RosterEntry } from '@shared/domain/roster'
import { above, type Change, collection, EVERYTHING, FIND_MAX, oneOf } from '../collection'

const members = collection<Member>('members')
type Entry<A extends RosterEntry['act']> = Extract<RosterEntry, { act: A }>

/** Everyone, who left too: codes are never given twice. */
export const readAllMembers = async (): Promise<OnRoster[]> => {
  const all: OnRoster[] = []
  for (let after = ''; ; ) {
    const some = await members.find(after ? { _id: above(after) } : EVERYTHING, {
      order: [['_id', 'asc']],
      limit: FIND_MAX,
      fields: ROSTER_KEEPS,
    })
    all.push(...some)
    const last = some.at(-1)
    if (!last || some.length < FIND_MAX) return all
    after = last._id
  }
}

/** What before lacks was not there, and is not there again. */
const backTo = ({ before, after }: Entry<'change'>): Change<Member> =>
  Object.fromEntries(
    Object.keys(after).map((key) => [
      key,
      key in before ? Reflect.get(before, key) : (_: { remove: () => unknown }) => _.remove(),
    ]),
  )

const toDoc = ({ memberId, after }: Entry<'new'>): Member => ({ _id: memberId, ...after }) as Member

/** A hand-made change may have come to the same number; it does not carry the mark of the import. */
const isOurs = (now: Pick<Member, 'rev' | 'rosterId'>, after: Entry<'change'>['after']): boolean =>
  now.rev === after.rev && now.rosterId === after.rosterId

/** False when somebody else changed her since: nothing is written then. */
const writeChange = async ({ memberId: _id, before, after }: Entry<'change'>): Promise<boolean> => {
  if ((await members.change({ _id, rev: before.rev ?? null }, after)) > 0) return true
  const now = await members.get(_id)
  return now !== null && isOurs(now, after)
}

const insertNew = async (entries: readonly Entry<'new'>[]): Promise<void> => {
  if (!entries.length) return
  const docs = entries.map(toDoc)
  if (await members.insertAll(docs)) return
  const there = new Set(
    (
      await members.findMany(
        docs.map(({ _id }) => _id),
        ['_id'],
      )
    ).map(({ _id }) => _id),
  )
  for (const doc of docs) if (!there.has(doc._id)) await members.insertIfAbsent(doc)
}

const WRITES_AT_ONCE = 16
const inParallel = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  const queue = [...all]
  const run = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await work(one)
  }
  await Promise.all(Array.from({ length: Math.min(WRITES_AT_ONCE, all.length) }, run))
}

/** The name of somebody whom somebody else changed meanwhile; null: all of it is written. */
export const writeEntries = async (entries: readonly RosterEntry[]): Promise<string | null> => {
  let clash: string | null = null
  await insertNew(entries.filter((one) => one.act === 'new'))
  await inParallel(
    entries.filter((one) => one.act === 'change'),
    async (entry) => {
      if (!(await writeChange(entry))) clash ??= entry.name
    },
  )
  return clash
}

/** Only what is as it was written; what was never written stays. */
export const takeBackEntries = async (entries: readonly RosterEntry[]): Promise<void> => {
  const added = entries.filter((one) => one.act === 'new').map(({ memberId }) => memberId)
  if (added.length) await members.remove({ _id: oneOf(added), rev: 1 })
  await inParallel(
    entries.filter((one) => one.act === 'change'),
    async (entry) => {
      const { rev = null, rosterId = null } = entry.after
      await members.change({ _id: entry.memberId, rev, rosterId }, backTo(entry))
    },
  )
}

/** The name of one who is no longer as the import left her; null: there is none. */
export const findMoved = async (entries: readonly RosterEntry[]): Promise<string | null> => {
  const mine = entries.filter((one) => one.act !== 'leave')
  const ids = mine.map(({ memberId }) => memberId)
  const found = new Map(
    (await members.findMany(ids, ['name', 'rev', 'rosterId', 'leftAt'])).map((one) => [one._id, one]),
  )
  const moved = mine.find((entry) => {
    const now = found.get(entry.memberId)
    return now === undefined || !isOurs(now, entry.after) || (entry.act === 'new' && (now.leftAt ?? null) !== null)
  })
  return moved ? (found.get(moved.memberId)?.name ?? moved.after.name ?? '') : null
}

/** As if she had never left, to the last field: before handovers nothing was written there. */
export const forgetLeft = (_id: MemberId): Promise<number> =>
  members.change({ _id }, { leftAt: (_: { remove: () => unknown }) => _.remove() } as Change<Member>)
