// Do the sums of work equal a recount of readings, kits and talks, whatever fails, comes twice or late, moves or withdraws?
import { collection } from '../../cloudfunctions/_kit/collection'
import { changeMarks, findKit, keepKit } from '../../cloudfunctions/_kit/data/kits'
import { changeTalkDay, findTalkDay, insertTalkDay, stripTalks } from '../../cloudfunctions/_kit/data/talk-days'
import { sumWork } from '../../cloudfunctions/jobs/sum-work'
import { dayOf } from '../../shared/domain/day'
import type {
  ContactId,
  MemberId,
  PersonId,
  PostId,
  ReadingId,
  SectionId,
  StoreId,
  TeamId,
} from '../../shared/domain/ids'
import { kitId } from '../../shared/domain/ids'
import type { Kit } from '../../shared/domain/kit'
import type { Member } from '../../shared/domain/member'
import type { ReadingReport } from '../../shared/domain/reading'
import { type ListedTalk, type TalkDay, talkDayId } from '../../shared/domain/talk'
import { storeKey } from '../../shared/domain/work-buckets'
import { type WorkSum, workLeaves } from '../../shared/domain/work-sums'
import { recountTallies } from '../../tools/recount/readings'
import { recountWork } from '../../tools/recount/work'
import { MINUTE_MS, type SumsWorld, startSumsWorld } from '../support/sums-world'

const OPERATIONS = 400
const SEED = 7_202_611

jest.setTimeout(300_000)
let world: SumsWorld
beforeAll(async () => {
  world = await startSumsWorld()
})
afterAll(() => world.stop())

let state = SEED
const below = (n: number): number => {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), state | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return ((t ^ (t >>> 14)) >>> 0) % n
}
const pick = <T>(from: readonly T[]): T => {
  const one = from[below(from.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

const reps = ['rep-lin', 'rep-wang'] as MemberId[]
const posts = ['post-park', 'post-river'] as PostId[]
const people = Array.from({ length: 8 }, (_, n) => `person-${n}` as PersonId)
const contacts = ['contact-1', 'contact-2', 'contact-3'] as ContactId[]

/** Reports as phones sent them: any may come again, in any order. */
const sent: { report: ReadingReport; person: PersonId }[] = []
let minted = 0

const read = async (): Promise<void> => {
  const share = pick(world.shares)
  const spanMs = 20_000 + below(200_000)
  const report: ReadingReport = {
    ...{ readingId: `w${String(++minted).padStart(19, '0')}` as ReadingId, token: share._id, version: 1, scene: 1007 },
    ...{ seq: 1, agoMs: below(3) * MINUTE_MS, spanMs, depth: 0.5, sections: { ['s1' as SectionId]: spanMs } },
    ...(below(12) === 0 && { by: 'sharer' as const }),
  }
  const person = pick(people)
  sent.push({ report, person })
  if (below(2)) await world.agree(share._id, person)
  await world.report([report], person)
}

/** Either the very same again, or what it has grown to since. */
const readOn = async (): Promise<void> => {
  const one = pick(sent)
  if (below(2)) {
    const grown = one.report.spanMs + below(120_000)
    one.report = { ...one.report, seq: one.report.seq + 1, spanMs: grown, sections: { ['s1' as SectionId]: grown } }
  }
  await world.report([one.report], one.person)
}

const kitOf = (postId: PostId, repId: MemberId): Kit => ({
  ...{
    _id: kitId(postId, 1, repId),
    postId,
    version: 1,
    repId,
    text: '去公园。',
    dealt: '去公园。',
    tone: 'warm',
    digits: [],
  },
  ...{ dealtAt: world.now(), savedAt: null, savedImages: 0, postedAt: null },
})

const mark = async (): Promise<void> => {
  const [postId, repId] = [pick(posts), pick(reps)]
  const kit = (await findKit(postId, 1, repId)) ?? (await keepKit(kitOf(postId, repId)))
  const postedAt = below(3) === 0 ? null : (kit.postedAt ?? world.now())
  await changeMarks(kit._id, kit, { savedAt: kit.savedAt ?? world.now(), savedImages: 1, postedAt })
}

const talkOf = (contactId: ContactId): ListedTalk =>
  ({
    ...{
      contactId,
      mood: 1,
      scene: 'comeback',
      channel: 'wechat',
      window: null,
      about: null,
      line: null,
      playbookId: null,
    },
    clues: [
      {
        reason: 'deep',
        strength: 1,
        evidence: [{ of: 'reading', readingId: 'r', postId: pick(posts), at: 0, ms: 0, nth: 1 }],
      },
    ],
  }) as unknown as ListedTalk

const tell = async (): Promise<void> => {
  const repId = pick(reps)
  const day = dayOf(world.now())
  const fresh: TalkDay = {
    ...{ _id: talkDayId(repId, day), repId, day, madeAt: 0, lookedAt: 0, rest: [], told: [], rev: 1 },
    talks: contacts.map(talkOf),
  }
  await insertTalkDay(fresh)
  const seen = (await findTalkDay(repId, day)) ?? fresh
  const contactId = pick(contacts)
  const end = pick(['talked', 'silent', 'dealt', 'later', null] as const)
  const told = { contactId, reason: 'deep' as const, playbookId: null, end, at: world.now() }
  await changeTalkDay(seen, { told: [...seen.told.filter((one) => one.contactId !== contactId), told] })
}

const move = (): Promise<unknown> => {
  const to = pick(['store', 'store-2', 'store-3'] as StoreId[])
  const team = pick(['team-1', null] as (TeamId | null)[])
  return collection<Member>('members').change({ _id: pick(reps) }, { storeId: to, teamId: team })
}

const jobs = async (): Promise<void> => {
  world.pass(20 * MINUTE_MS)
  await world.count()
  await world.setAside()
  await sumWork(world.now())
}

const crash = (act: () => Promise<unknown>): Promise<unknown> => world.crashAt(1 + below(30), below(2) === 0, act)

const operations: readonly (() => Promise<unknown>)[] = [
  ...[read, read, read, readOn, readOn, mark, mark, tell, tell, move, jobs, jobs],
  () => crash(jobs),
  () => crash(jobs),
  () => crash(read),
  () => crash(mark),
  () => world.withdraw(pick(people)),
  () => (below(4) ? Promise.resolve() : world.erase(pick(people))),
  () => (below(6) ? Promise.resolve() : stripTalks(pick(reps), [pick(contacts)])),
  async () => world.pass(below(8) * 60 * MINUTE_MS),
]

const settle = async (): Promise<void> => {
  for (let n = 0; n < 4; n++) await jobs()
  world.pass(24 * 60 * MINUTE_MS) // another day: everybody is looked at again, whose line was lost to a crash too
  for (let n = 0; n < 4; n++) await jobs()
}

test('after four hundred random operations with faults the sums equal a recount, and not one is below nothing', async () => {
  for (let n = 0; n < OPERATIONS; n++) await pick(operations)()
  await settle()
  expect(await recountTallies()).toEqual([])
  expect(await recountWork()).toEqual([])
  const docs = (await world.docs<WorkSum>('worksums')).filter(({ of }) => of === 'post' || of === 'stores-week')
  expect(docs.reduce((n, { of, opened = 0 }) => (of === 'post' ? n + opened : n), 0)).toBeGreaterThan(20)
  expect(docs.some(({ named = 0 }) => named > 0)).toBe(true)
  for (const { held: _, gone: __, ...sums } of docs)
    for (const [at, n] of workLeaves(sums)) if (at !== 'batch') expect([at, n >= 0]).toEqual([at, true])
})

test('summing again changes nothing', async () => {
  const before = JSON.stringify(await world.docs('worksums'))
  await jobs()
  expect(JSON.stringify(await world.docs('worksums'))).toBe(before)
})

test('what was summed in a store stays there when the rep moves, and names nobody who read', async () => {
  const [token] = world.shares.filter(({ repId, depth }) => repId === 'rep-lin' && depth === 0)
  const members = collection<Member>('members')
  const openedIn = async (store: string) =>
    (await world.docs<WorkSum>('worksums')).reduce(
      (n, one) => n + (one.of === 'stores-month' ? (one.ofStores?.[storeKey(store as StoreId)]?.opened ?? 0) : 0),
      0,
    )
  await members.change({ _id: 'rep-lin' as MemberId }, { storeId: 'store-2' as StoreId, teamId: null })
  const before = await openedIn('store-2')
  const report = {
    ...{ readingId: 'w99999999999999999999'.slice(0, 20) as ReadingId, token: token?._id, version: 1, scene: 1007 },
    ...{ seq: 1, agoMs: 0, spanMs: 90_000, depth: 1, sections: { ['s1' as SectionId]: 90_000 } },
  }
  await world.report([report], null)
  await jobs()
  expect(await openedIn('store-2')).toBe(before + 1)
  await members.change({ _id: 'rep-lin' as MemberId }, { storeId: 'store-3' as StoreId })
  await world.report([{ ...report, seq: 2, spanMs: 190_000, sections: { ['s1' as SectionId]: 190_000 } }], null)
  await jobs()
  expect(await openedIn('store-2')).toBe(before + 1)
  expect(await recountWork()).toEqual([])
  const said = JSON.stringify(await world.docs('worksums'))
  expect([...people, ...contacts].filter((who) => said.includes(who))).toEqual([])
})
