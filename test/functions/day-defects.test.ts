// Does a rep's day keep what it promises where something gives way: a consent, a promise kept, two phones, very many readers?

import type { Output } from '../../shared/contracts'
import { POLICY_VERSION } from '../../shared/domain/consent'
import { dayOf } from '../../shared/domain/day'
import { noteOf, promiseOf, writeNote } from '../support/files-world'
import { countReadings, draftOf, newId, publish, report, reportOf, share } from '../support/scenes'
import { type As, type Doc, lin, mei, startWorld, type World } from '../support/world'

const DAY_MS = 86_400_000
const ENV = { RIPPLE_PERSON_KEY: 'a-key-for-tests-only', RIPPLE_READER_URL: 'https://read.example.com' }
const { article } = draftOf()
const paragraphs = ['带一块野餐垫，早点去人少，午饭前回来，孩子不累大人也不累。'.repeat(6)]
const LONG = { article: { ...article, sections: article.sections.map((section) => ({ ...section, paragraphs })) } }
const today = () => dayOf(Date.now())

let world: World
let postId: string
beforeAll(async () => {
  world = await startWorld({}, { ...ENV, RIPPLE_LIST_HOURS: '0-0' })
  postId = (await publish(world, LONG)).postId
})
afterAll(() => world.stop())

const OF_ONE_TEST = [
  ...['talkdays', 'talkbooks', 'sheets', 'notes', 'promises', 'contacts', 'readers', 'readings', 'consents', 'links'],
]
beforeEach(async () => {
  const { gt } = world.database.command
  for (const name of OF_ONE_TEST)
    await world.database
      .collection(name)
      .where({ _id: gt('') })
      .remove()
})

const list = (): Promise<Output<'rep', 'talk.list'>> => world.ask('rep', 'talk.list', {}, lin)
const tell = (contactId: string, end: string | null, agoMs = 0) =>
  world.ask('rep', 'talk.tell', { day: today(), contactId, end, from: null, agoMs }, lin)
const storedDays = async () => JSON.stringify(await world.docs('talkdays'))
const ids = ({ talks }: Output<'rep', 'talk.list'>) => talks.map(({ contactId }) => contactId)

/** A reader who agreed, has read most of it and has been given a name; the contact is old enough to be thought of. */
const known = async (as: As, remark: string): Promise<string> => {
  const token = await share(world, postId)
  const reading = reportOf({ postId, token }, { sections: { s1: 60_000, s2: 60_000 }, depth: 1 })
  await report(world, [reading], as)
  const agreed = { token, policyVersion: POLICY_VERSION, purposes: ['reading', 'tags'], scene: 1007 }
  await world.ask('reader', 'consent.give', { ...agreed, readingIds: [reading.readingId] }, as)
  await countReadings(world)
  const { contacts } = await world.ask('rep', 'contact.list', {}, lin)
  const contactId = contacts.find((one) => one.remark === null)?.contactId ?? ''
  await world.ask('rep', 'contact.name', { eventId: newId(20), contactId, remark }, lin)
  await age(contactId)
  return contactId
}

const age = (contactId: string) =>
  world.database
    .collection('contacts')
    .doc(contactId)
    .update({ createdAt: Date.now() - 90 * DAY_MS })

const written = async (remark: string): Promise<string> => {
  const contactId = newId(20)
  await world.ask('rep', 'contact.create', { contactId, remark }, lin)
  await age(contactId)
  return contactId
}

/** Her consent ended, and nothing has been tidied up yet. */
const endConsents = (change: object) => {
  const { gt } = world.database.command
  return world.database
    .collection('consents')
    .where({ _id: gt('') })
    .update(change)
}

describe('what she agreed to no longer', () => {
  it('leaves no line that says why she was talked to, only how such talks went', async () => {
    const contactId = await known(mei, '小美')
    await list()
    await tell(contactId, 'booked')
    await world.ask('reader', 'consent.withdraw', {}, mei)
    expect(await storedDays()).not.toContain(contactId)
    await list()
    expect((await world.docs('talkbooks'))[0]).toMatchObject({ recent: { reasons: { hot: { booked: 1 } } } })
  })

  it('is on no stored list once her interests are switched off', async () => {
    const contactId = await known(mei, '小美')
    expect(ids(await list())).toEqual([contactId])
    await world.ask('reader', 'privacy.tags', { repId: 'rep-lin', on: false }, mei)
    expect(await storedDays()).not.toContain(contactId)
  })

  it.each([
    ['ended, not tidied up yet', { withdrawnAt: 1 }],
    ['was to an older notice', { policyVersion: '2020-01' }],
    ['was to another firm', { company: '别家公司' }],
  ])('puts nobody on a list whose file is closed: it %s', async (_, change) => {
    const contactId = await known(mei, '小美')
    expect(ids(await list())).toEqual([contactId])
    await endConsents(change)
    expect(await list()).toMatchObject({ talks: [], rest: [] })
    await world.database.collection('talkdays').doc(`rep-lin.${today()}`).remove()
    await list()
    expect(await storedDays()).not.toContain(contactId)
  })

  it('hides a customer’s words among the signals, whether they are gone already or not', async () => {
    const rule = { ruleId: newId(16), name: '换房', words: ['换房'], except: [], talk: '', days: 14, on: true }
    await world.ask('rep', 'signal.save', rule, lin)
    const contactId = await written('老张')
    await known(mei, '小美')
    const readerKey = (await world.docs('readers'))[0]?.key
    await world.ask('rep', 'reader.link', { eventId: newId(20), readerKey, act: 'assign', contactId }, lin)
    await writeNote(world, noteOf(contactId, { kind: 'words', text: '我们最近想换房呢' }))
    const around = async () => (await world.ask('rep', 'signal.list', {}, lin)).items[0]?.hits[0]?.around
    expect(await around()).toMatchObject({ before: '我们最近想' })
    await endConsents({ withdrawnAt: 1 })
    expect(await around()).toBeNull()
  })
})

describe('what is settled', () => {
  it('is no longer what she is to begin with: the first promise is kept, the second is not', async () => {
    const contactId = await written('老张')
    const [first, second] = [
      promiseOf(contactId, { text: '带小样', dueDay: today() }),
      promiseOf(contactId, { text: '留一罐', dueDay: today() }),
    ].sort((a, b) => (a.promiseId < b.promiseId ? -1 : 1))
    for (const promise of [first, second]) await world.ask('rep', 'promise.make', promise, lin)
    expect((await list()).talks[0]).toMatchObject({ about: first?.text })
    await world.ask('rep', 'promise.keep', { promiseId: first?.promiseId, kept: true, agoMs: 0 }, lin)
    const [talk] = (await list()).talks
    expect(talk?.clues[0]?.evidence).toMatchObject([{ text: second?.text }])
    expect(talk).toMatchObject({ about: null, line: null })
  })
})

describe('who was met since the morning', () => {
  it('is not long unheard of any more, and told of she is on the list still', async () => {
    const [met, told] = [await written('老张'), await written('老李')]
    await list()
    await writeNote(world, noteOf(met, { kind: 'meeting', text: '来店里坐了坐' }))
    await tell(told, 'talked')
    const { talks } = await list()
    expect(talks.map(({ contactId, outcome }) => [contactId, outcome?.end])).toEqual([[told, 'talked']])
  })
})

describe('news of the day', () => {
  const atNow = (ago: number) => Date.now() - ago

  it('opens a talk again that was told of before', async () => {
    const rule = { ruleId: newId(16), name: '换房', words: ['换房'], except: [], talk: '', days: 14, on: true }
    await world.ask('rep', 'signal.save', rule, lin)
    const contactId = await written('老张')
    await list()
    await tell(contactId, 'talked', 60_000)
    const note = noteOf(contactId, { kind: 'note', text: '她说最近想换房' })
    expect(await writeNote(world, note)).toMatchObject({ talk: true })
    const [talk] = (await list()).talks
    expect(talk).toMatchObject({ contactId, outcome: null })
    expect(talk?.clues.map(({ reason }) => reason)).toContain('signal')
    expect(await tell(contactId, 'booked')).toMatchObject({ held: { end: 'booked' }, was: null })
  })

  it('is not missed where it was read before the list was looked at, and known after', async () => {
    await list()
    const contactId = await known(mei, '小美')
    const [reader] = await world.docs('readers')
    await world.database
      .collection('readers')
      .doc(reader?._id ?? '')
      .update({ lastReadAt: atNow(25 * 60_000) })
    await world.database
      .collection('talkdays')
      .doc(`rep-lin.${today()}`)
      .update({ lookedAt: atNow(21 * 60_000) })
    expect(ids(await list())).toEqual([contactId])
  })
})

describe('several phones at once', () => {
  it('leave the dealing as the day says it went', async () => {
    const contactId = await written('老张')
    await list()
    for (let round = 0; round < 4; round++) {
      const ends = ['talked', 'silent', 'booked', 'dealt', null]
      const agos = [5, 3, 1, 4, 2].map((n) => (n + round * 7) % 6)
      await Promise.all(ends.map((end, i) => tell(contactId, end, (agos[i] ?? 0) * 1_000)))
      const told = (await world.doc('talkdays', `rep-lin.${today()}`))?.told as { end: string | null; at: number }[]
      const touches = ((await world.doc('sheets', contactId))?.touches ?? []) as { how: string; at: number }[]
      expect(touches.map(({ how, at }) => [how, at])).toEqual(
        told.filter(({ end }) => end).map(({ end, at }) => [end, at]),
      )
    }
  })
})

describe('very many readers', () => {
  it('with long profiles do not make her reminders too long for the platform', async () => {
    await known(mei, '小美')
    const [reader, consent, contact] = await Promise.all([
      ...['readers', 'consents', 'contacts'].map(async (name) => (await world.docs(name))[0]),
    ])
    const many = Array.from({ length: 120 }, (_, n) => `c${n}`)
    const padding = { padding: 'x'.repeat(15_000) }
    await world.add(
      'contacts',
      many.map((_id) => ({ ...contact, _id, remark: _id }) as Doc),
    )
    const personOf = (id: string) => ({ _id: `rep-lin.${id}`, personId: id })
    await world.add(
      'consents',
      many.map((id) => ({ ...consent, ...personOf(id) }) as Doc),
    )
    for (let from = 0; from < many.length; from += 20)
      await world.add(
        'readers',
        many.slice(from, from + 20).map((id) => {
          const link = { ...(reader?.link as object), contactId: id }
          return { ...reader, ...personOf(id), key: id, link, interests: padding } as Doc
        }),
      )
    await world.add(
      'promises',
      many.map((contactId) => {
        const { promiseId: _id, ...said } = promiseOf(contactId, { dueDay: today() })
        return { ...said, _id, repId: 'rep-lin', madeAt: 1, keptAt: null, open: true }
      }),
    )
    const { reminders } = await world.ask('rep', 'reminder.list', {}, lin)
    expect(reminders.filter(({ who }) => who !== null)).toHaveLength(120)
  })
})
