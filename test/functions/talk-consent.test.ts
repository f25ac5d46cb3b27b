// May a talk ever stand on a reading that was not agreed to? Random readers, agreeing, refusing, withdrawing, switching off,
// sharing phones, in any order, before and after the list is made: whatever is told is held against what is in force.
import fc from 'fast-check'
import type { ShownDay } from '../../shared/contracts/talk'
import { type Consent, isConsentInForce, POLICY_VERSION } from '../../shared/domain/consent'
import { dayOf } from '../../shared/domain/day'
import type { Reader } from '../../shared/domain/reader'
import type { Reading } from '../../shared/domain/reading'
import type { TalkDay } from '../../shared/domain/talk'
import { countReadings, draftOf, newId, publish, report, reportOf, share } from '../support/scenes'
import { type As, lin, startWorld, type World } from '../support/world'

const STEPS = [
  'read',
  'agree',
  'agree-without-tags',
  'withdraw',
  'tags-off',
  'tags-on',
  'count',
  'list',
  'also',
  'erase',
] as const
type Step = { step: (typeof STEPS)[number]; who: number }
const READERS = 3

let world: World
let postId: string
beforeAll(async () => {
  world = await startWorld(
    {},
    {
      RIPPLE_PERSON_KEY: 'a-key-for-tests-only',
      RIPPLE_READER_URL: 'https://read.example.com',
      RIPPLE_LIST_HOURS: '0-0',
    },
  )
  const { article } = draftOf()
  const paragraphs = ['带一块野餐垫，早点去人少，午饭前回来。'.repeat(8)]
  const sections = article.sections.map((section) => ({ ...section, paragraphs }))
  postId = (await publish(world, { article: { ...article, sections } })).postId
})
afterAll(() => world.stop())

/** One run's people: nobody whom another run has met. */
type Run = { readers: As[]; readings: string[][]; token: string }

const nameAll = async (): Promise<void> => {
  const { contacts } = await world.ask('rep', 'contact.list', {}, lin)
  for (const { contactId, remark } of contacts)
    if (remark === null) await world.ask('rep', 'contact.name', { eventId: newId(20), contactId, remark: '客户' }, lin)
}

/** Another contact uses the same phone: what is read there may be hers. */
const sharePhone = async (): Promise<void> => {
  const { contacts } = await world.ask('rep', 'contact.list', {}, lin)
  const [one, other] = contacts
  if (!one || !other) return
  const { readers } = await world.ask('rep', 'contact.see', { contactId: one.contactId }, lin)
  const readerKey = readers[0]?.readerKey
  if (readerKey)
    await world.call(
      'rep',
      'reader.link',
      { eventId: newId(20), readerKey, act: 'also', contactId: other.contactId },
      lin,
    )
}

const take = async ({ step, who }: Step, run: Run): Promise<void> => {
  const as = run.readers[who] ?? null
  const agree = (purposes: string[]) =>
    world.ask(
      'reader',
      'consent.give',
      { token: run.token, policyVersion: POLICY_VERSION, purposes, scene: 1007, readingIds: run.readings[who] ?? [] },
      as,
    )
  const acts: Record<Step['step'], () => Promise<unknown>> = {
    read: async () => {
      const reading = reportOf({ postId, token: run.token }, { sections: { s1: 60_000, s2: 60_000 }, depth: 1 })
      run.readings[who]?.push(reading.readingId)
      await report(world, [reading], as)
    },
    agree: () => agree(['reading', 'tags']),
    'agree-without-tags': () => agree(['reading']),
    withdraw: () => world.call('reader', 'consent.withdraw', {}, as),
    erase: () => world.call('reader', 'privacy.erase', { readingIds: run.readings[who] }, as),
    'tags-off': () => world.call('reader', 'privacy.tags', { repId: 'rep-lin', on: false }, as),
    'tags-on': () => world.call('reader', 'privacy.tags', { repId: 'rep-lin', on: true }, as),
    count: () => countReadings(world),
    list: async () => {
      await nameAll()
      await world.ask('rep', 'talk.list', {}, lin)
    },
    also: sharePhone,
  }
  await acts[step]()
}

/** Persons who agree at this moment that this rep works out their interests. */
const agreeing = async (): Promise<Set<string>> => {
  const consents = (await world.docs('consents')) as unknown as Consent[]
  const given = consents.filter((consent) => isConsentInForce(consent) && consent.purposes.includes('tags'))
  return new Set(given.map(({ personId }) => personId))
}

const holds = async (told: ShownDay): Promise<void> => {
  const agreed = await agreeing()
  const readings = (await world.docs('readings')) as unknown as Reading[]
  const readers = (await world.docs('readers')) as unknown as Reader[]
  for (const { contactId, clues } of told.talks)
    for (const evidence of clues.flatMap((clue) => clue.evidence)) {
      const hers = readers.filter(
        ({ link, personId }) => [link.contactId, ...link.also].includes(contactId as never) && agreed.has(personId),
      )
      if (evidence.of === 'reading') {
        const stored = readings.filter(
          ({ lastAt, personId }) => lastAt === evidence.at && personId !== null && agreed.has(personId),
        )
        expect(stored.length).toBeGreaterThan(0)
      }
      if (['reading', 'tag', 'share'].includes(evidence.of)) expect(hers.length).toBeGreaterThan(0)
    }
}

/** Neither shall what is stored still tie a withdrawn person's reading to a contact. */
const isClean = async (): Promise<void> => {
  const days = (await world.docs('talkdays')) as unknown as TalkDay[]
  const contacts = new Set((await world.docs('contacts')).map(({ _id }) => _id))
  for (const { talks } of days) for (const { contactId } of talks) expect(contacts).toContain(contactId)
}

const freshRun = async (): Promise<Run> => {
  const { gt } = world.database.command
  for (const name of ['talkdays', 'contacts', 'readers', 'readings', 'consents', 'links', 'sheets'])
    await world.database
      .collection(name)
      .where({ _id: gt('') })
      .remove()
  return {
    readers: Array.from({ length: READERS }, () => ({ openid: `o${newId(27)}` })),
    readings: Array.from({ length: READERS }, () => []),
    token: await share(world, postId),
  }
}

const anyStep = fc.record({ step: fc.constantFrom(...STEPS), who: fc.nat(READERS - 1) })
/** Most runs shall come as far as a talk. */
const beginning: Step[] = [
  { step: 'read', who: 0 },
  { step: 'agree', who: 0 },
  { step: 'read', who: 1 },
  { step: 'agree', who: 1 },
  { step: 'count', who: 0 },
  { step: 'list', who: 0 },
]

test('no talk ever stands on a reading that is not agreed to', async () => {
  let told = 0
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(anyStep, { maxLength: 8 }), async (begun, steps) => {
      const run = await freshRun()
      for (const step of [...(begun ? beginning : []), ...steps]) await take(step, run)
      await nameAll()
      const day = await world.ask('rep', 'talk.list', {}, lin)
      expect(day.day).toBe(dayOf(Date.now()))
      told += day.talks.flatMap(({ clues }) => clues).filter(({ reason }) => reason === 'hot').length
      await holds(day)
      await isClean()
    }),
    { numRuns: 25 },
  )
  expect(told).toBeGreaterThan(0) // else nothing was tried
}, 300_000)
