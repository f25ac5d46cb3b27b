// Does every clause of every talk in the demo trace to a stored fact? Each is held against the documents themselves.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import tcb from '@cloudbase/node-sdk'
import { type Emulator, startEmulator } from '../../emulator'
import type { ShownDay, ShownEvidence, ShownTalk } from '../../shared/contracts/talk'
import { dayAfter, dayOf } from '../../shared/domain/day'
import type { Note, PromiseMade } from '../../shared/domain/note'
import type { Occasion } from '../../shared/domain/occasion'
import { type PollPicture, storyOf } from '../../shared/domain/poll-picture'
import type { Reader } from '../../shared/domain/reader'
import type { Reading } from '../../shared/domain/reading'
import { totalMs } from '../../shared/domain/reading'
import type { Share } from '../../shared/domain/share'
import { lastContactAt, type Sheet } from '../../shared/domain/sheet'
import { schema } from '../../shared/schema'
import { demoOffers } from '../../tools/demo/offers.data'
import { demoReps } from '../../tools/demo/people.data'
import { localFunctions } from '../../tools/local-functions'
import { type Door, openDoor } from '../../tools/seed/door'
import { DEMO_PASSWORD } from '../../tools/seed/people'
import { builtFunctions } from '../support/built-functions'
import { takeSeededDemo } from '../support/seeded-demo'

type Stored = {
  readings: Reading[]
  readers: Reader[]
  notes: Note[]
  promises: PromiseMade[]
  occasions: Occasion[]
  sheets: Sheet[]
  consents: { _id: string; withdrawnAt: number | null; purposes: string[] }[]
  contacts: { _id: string; repId: string; createdAt: number; remark: string | null }[]
  shares: Share[]
  posts: { _id: string; topics: string[]; article: { title: string; sections: { id: string; heading: string }[] } }[]
}
const COLLECTIONS = [
  'readings',
  'readers',
  'notes',
  'promises',
  'occasions',
  'sheets',
  'consents',
  'contacts',
  'shares',
  'posts',
] as const
const PAGE = 1000 // of one query

let emulator: Emulator
let dirs: string[] = []
let stored: Stored
let door: Door
const days = new Map<string, ShownDay>()

beforeAll(async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'ripple-demo-talks-'))
  const functionsDir = await builtFunctions()
  dirs = [dataDir]
  await takeSeededDemo(dataDir, functionsDir)
  const functions = localFunctions(dataDir, 'http://127.0.0.1')
  emulator = await startEmulator({ dataDir, ports: [0], functionsDir, functions, schema, timers: false })
  Object.assign(process.env, emulator.adminEnv)
  door = openDoor(emulator.url)
  for (const { username } of demoReps)
    days.set(username, await door.call('rep', 'talk.list', {}, await door.signIn(username, DEMO_PASSWORD)))
  const database = tcb.init({ env: emulator.adminEnv.TCB_ENV ?? '' }).database()
  const readAll = async (name: string): Promise<unknown[]> => {
    const every = database.collection(name).where({ _id: database.command.gt('') })
    const found: unknown[] = []
    for (let isLast = false; !isLast; ) {
      const { data } = await every.orderBy('_id', 'asc').skip(found.length).limit(PAGE).get()
      found.push(...data)
      isLast = data.length < PAGE
    }
    return found
  }
  const all = await Promise.all(COLLECTIONS.map(async (name) => [name, await readAll(name)]))
  stored = Object.fromEntries(all) as Stored
}, 300_000)
afterAll(async () => {
  await emulator.stop()
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true })
})

const talks = (): { rep: string; talk: ShownTalk }[] =>
  [...days].flatMap(([rep, day]) => day.talks.map((talk) => ({ rep, talk })))

/** Her readers who agreed that her interests are worked out. */
const readersOf = (contactId: string): Reader[] =>
  stored.readers.filter(({ _id, link, tagsOn }) => {
    const consent = stored.consents.find((one) => one._id === _id)
    const isHers = [link.contactId, ...link.also].includes(contactId as never)
    return isHers && tagsOn && consent?.withdrawnAt === null && consent.purposes.includes('tags')
  })

/** Phones of a contact that agreed to be seen in chains. */
const phonesOf = (contactId: string): (string | null | undefined)[] =>
  stored.readers.flatMap(({ _id, link, personId }) => {
    const consent = stored.consents.find((one) => one._id === _id)
    const isSeen = consent?.withdrawnAt === null && consent.purposes.includes('spread')
    return isSeen && link.contactId === contactId ? [personId] : []
  })

const titleOf = (postId: string) => stored.posts.find(({ _id }) => _id === postId)?.article.title

const traces: { [K in ShownEvidence['of']]: (one: Extract<ShownEvidence, { of: K }>, talk: ShownTalk) => boolean } = {
  reading: (one, { contactId }) => {
    const persons = readersOf(contactId).map(({ personId }) => personId)
    return stored.readings.some((reading) => {
      const [longest] = Object.entries(reading.sections).sort(([, a], [, b]) => b - a)
      const sections = stored.posts.find(({ _id }) => _id === reading.postId)?.article.sections ?? []
      const heading = sections.find(({ id }) => id === longest?.[0])?.heading
      return (
        reading.postId === one.postId &&
        reading.lastAt === one.at &&
        totalMs(reading) === one.ms &&
        longest?.[1] === one.sectionMs &&
        heading === one.section &&
        titleOf(one.postId) === one.title &&
        reading.personId !== null &&
        persons.includes(reading.personId)
      )
    })
  },
  tag: (one, { contactId }) =>
    readersOf(contactId).some(({ entries }) => Object.values(entries).some(({ topics }) => topics.includes(one.tag))),
  occasion: (one, { contactId }) =>
    stored.occasions.some((kept) => kept.contactId === contactId && kept.name === one.name && kept.kind === one.kind),
  introduction: (one, { contactId }) => {
    const [by, to] = [phonesOf(contactId), phonesOf(one.to.contactId)]
    return stored.readings.some(({ token, personId, openedAt }) => {
      const share = stored.shares.find(({ _id }) => _id === token)
      return openedAt === one.at && to.includes(personId) && share?.personId != null && by.includes(share.personId)
    })
  },
  promise: (one, { contactId }) =>
    stored.promises.some(
      (made) => made.contactId === contactId && made.open && made.text === one.text && made.dueDay === one.dueDay,
    ),
  purchase: (one, { contactId }) =>
    stored.notes.some(({ contactId: of, purchase, at }) => {
      const dueDay = purchase?.cycleDays ? dayAfter(dayOf(at), purchase.cycleDays) : null
      return of === contactId && purchase?.product === one.product && at === one.at && dueDay === one.dueDay
    }),
  signal: (one, { contactId }) =>
    stored.notes.some(
      ({ contactId: of, hits }) =>
        of === contactId && hits.some(({ word, name }) => word === one.word && name === one.name),
    ),
  contact: (one, { contactId }) => {
    const sheet = stored.sheets.find(({ _id }) => _id === contactId)
    const contact = stored.contacts.find(({ _id }) => _id === contactId)
    return contact?.createdAt === one.sinceAt && lastContactAt(sheet?.touches ?? []) === one.lastAt
  },
  share: (one, { contactId }) => readersOf(contactId).length > 0 && titleOf(one.postId) === one.title,
}
const traced = (one: ShownEvidence, talk: ShownTalk): boolean =>
  (traces[one.of] as (evidence: ShownEvidence, of: ShownTalk) => boolean)(one, talk)

test('every rep of the demo has talks, and they are of many kinds', () => {
  const reasons = new Set(talks().flatMap(({ talk }) => talk.clues.map(({ reason }) => reason)))
  expect([...days.values()].filter((day) => day.talks.length > 0).length).toBeGreaterThanOrEqual(10)
  expect(reasons.size).toBeGreaterThanOrEqual(5)
})

test('every clue of every talk is a stored fact', () => {
  const astray = talks().flatMap(({ rep, talk }) =>
    talk.clues.flatMap(({ reason, evidence }) =>
      evidence.filter((one) => !traced(one, talk)).map((one) => ({ rep, who: talk.remark, reason, one })),
    ),
  )
  expect(astray).toEqual([])
})

test('what a talk is about, and what its line names, is in its first clue', () => {
  const astray = talks().filter(({ talk }) => {
    const [first] = talk.clues[0]?.evidence ?? []
    if (talk.about === null || !first) return talk.about !== null
    const post = 'postId' in first ? stored.posts.find(({ _id }) => _id === first.postId) : undefined
    const named = [post?.article.title, ...(post?.topics ?? []), ...Object.values(first).map(String)]
    return !named.includes(talk.about)
  })
  expect(astray).toEqual([])
})

test('whom, relation and value are as the rep has written them', () => {
  for (const { rep, talk } of talks()) {
    const contact = stored.contacts.find(({ _id }) => _id === talk.contactId)
    const sheet = stored.sheets.find(({ _id }) => _id === talk.contactId)
    expect({ rep: contact?.repId, remark: contact?.remark }).toEqual({ rep, remark: talk.remark })
    expect([talk.relation, talk.value]).toEqual([sheet?.relation ?? null, sheet?.value ?? null])
  }
})

test('who is to be left alone is not to be talked to', () => {
  for (const day of days.values()) {
    const resting = new Set(day.rest.map(({ contactId }) => contactId))
    expect(day.talks.filter(({ contactId }) => resting.has(contactId))).toEqual([])
  }
})

const editor = () => door.signIn('hq', DEMO_PASSWORD)
const seen = async (pollId: string) => door.call('hq', 'poll.see', { pollId }, await editor())
/** How many had spoken by the end of each day that is told. */
const told = ({ picture }: Awaited<ReturnType<typeof seen>>): number[] =>
  (picture?.steps ?? []).map(({ by }) => by.reduce((sum, n) => sum + n, 0))

describe('what the demo’s HQ asks', () => {
  test('of everybody has a picture that forms over seven days, with minds that changed and reasons; none waits', async () => {
    const open = await seen('poll-class')
    expect(open).toMatchObject({ poll: { state: 'open', whoMayVote: 'all' }, isWaiting: false })
    expect(told(open)).toEqual([10, 18, 26, 34, 41, 48, 53])
    expect(open.picture?.flows).toEqual([
      { from: 0, to: 2, people: 6 },
      { from: 1, to: 2, people: 5 },
    ])
    expect(new Set(open.picture?.reasons.map(({ option }) => option))).toEqual(new Set([0, 1, 2]))
    expect(storyOf(open.picture as PollPicture)).toMatchObject({ first: 0, now: 2, most: { from: 0, to: 2 } })
  })

  test('of reps is open, and left to whoever tries it as one of them', async () => {
    const as = await door.signIn('xuwanqing', DEMO_PASSWORD)
    const shown = await door.call('rep', 'poll.see', { pollId: 'poll-hour' }, as)
    expect(shown).toMatchObject({
      poll: { state: 'open' },
      mayVote: true,
      voice: null,
      picture: { voices: 11, moved: 5 },
    })
  })

  test('of customers is over, and went to and fro; a draft is asked of nobody', async () => {
    const over = await seen('poll-table')
    expect(over).toMatchObject({ poll: { state: 'closed' }, isWaiting: false, picture: { voices: 47 } })
    expect(over.picture?.flows.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 0],
    ])
    expect((await seen('poll-rest')).poll).toMatchObject({ state: 'draft', opensAt: null })
  })
})

describe('what is offered to the demo’s HQ', () => {
  test('waits, is asked about, declined with a reason or taken, each with its photo', async () => {
    const as = await editor()
    const offers = await Promise.all(
      demoOffers.map(({ id }) => door.call('hq', 'submission.see', { submissionId: id }, as)),
    )
    expect(offers.map(({ from, state }) => `${from} ${state}`)).toEqual([
      '许婉清 · 万象城店 accepted',
      '许婉清 · 万象城店 new',
      '陈默 · 万象城店 declined',
      '沈雨婷 · 湖滨店 asked',
      ' new',
    ])
    expect(offers.every(({ pictures }) => pictures[0]?.url.startsWith('http'))).toBe(true)
    expect(offers.find(({ state }) => state === 'declined')?.reason).not.toBe('')
    expect(offers.find(({ state }) => state === 'asked')?.questions).toHaveLength(1)
  })

  test('is thanked for in the article that was made of it, and she sees since when', async () => {
    const read = await door.call('reader', 'post.read', { postId: 'p-towels' }, { openid: 'demo-reader-1' })
    expect([read.article.credit, read.poll?.pollId]).toEqual(['万象城店 许婉清', 'poll-class'])
    const { offers } = await door.call('rep', 'submission.list', {}, await door.signIn('xuwanqing', DEMO_PASSWORD))
    const [newest, taken] = offers
    expect([newest?.state, newest?.creditedAt]).toEqual(['new', null])
    expect(taken?.creditedAt).toBeLessThan(Date.now() - 5 * 86_400_000)
  })
})
