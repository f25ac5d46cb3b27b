// With whom shall she talk, as the cloud keeps it? From a reading to a talk, its outcome, what is learned, and what must go.

import type { Output } from '../../shared/contracts'
import { POLICY_VERSION } from '../../shared/domain/consent'
import { dayAfter, dayOf } from '../../shared/domain/day'
import { countReadings, draftOf, newId, publish, report, reportOf, share } from '../support/scenes'
import { type As, editor, hua, lin, mei, startWorld, type World, wang } from '../support/world'

type Day = Output<'rep', 'talk.list'>

const DAY_MS = 86_400_000
const today = () => dayOf(Date.now())
const ENV = { RIPPLE_PERSON_KEY: 'a-key-for-tests-only', RIPPLE_READER_URL: 'https://read.example.com' }
const { article } = draftOf()
/** A minute's reading: a post too short says little. */
const paragraphs = ['带一块野餐垫，早点去人少，午饭前回来，孩子不累大人也不累。'.repeat(6)]
const LONG = { article: { ...article, sections: article.sections.map((section) => ({ ...section, paragraphs })) } }

let world: World
let postId: string
beforeAll(async () => {
  // no list is made before a test asks for it
  world = await startWorld({}, { ...ENV, RIPPLE_LIST_HOURS: '0-0' })
  postId = (await publish(world, LONG)).postId
})
afterAll(() => world.stop())

const OF_ONE_TEST = [
  'talkdays',
  'talkbooks',
  'boards',
  'sheets',
  'notes',
  'contacts',
  'readers',
  'readings',
  'consents',
  'links',
]
/** Nobody knows anybody. */
const forgetAll = async () => {
  const { gt } = world.database.command
  for (const name of OF_ONE_TEST)
    await world.database
      .collection(name)
      .where({ _id: gt('') })
      .remove()
}
beforeEach(forgetAll)

const list = (as: As = lin): Promise<Day> => world.ask('rep', 'talk.list', {}, as)
const tell = (contactId: string, end: string | null, change: object = {}, as: As = lin) =>
  world.ask('rep', 'talk.tell', { day: today(), contactId, end, from: null, agoMs: 0, ...change }, as)

/** A reader who agreed, has read most of it and has been given a name. */
const known = async (as: As, remark: string, purposes: string[] = ['reading', 'tags']): Promise<string> => {
  const token = await share(world, postId)
  const reading = reportOf({ postId, token }, { sections: { s1: 60_000, s2: 60_000 }, depth: 1 })
  await report(world, [reading], as)
  await world.ask(
    'reader',
    'consent.give',
    { token, policyVersion: POLICY_VERSION, purposes, scene: 1007, readingIds: [reading.readingId] },
    as,
  )
  await countReadings(world)
  const { contacts } = await world.ask('rep', 'contact.list', {}, lin)
  const contactId = contacts.find((one) => one.remark === null)?.contactId ?? ''
  await world.ask('rep', 'contact.name', { eventId: newId(20), contactId, remark }, lin)
  return contactId
}

/** Someone she wrote down long ago and has not been in touch with. */
const old = async (remark: string, as: As = lin): Promise<string> => {
  const contactId = newId(20)
  await world.ask('rep', 'contact.create', { contactId, remark }, as)
  await world.database
    .collection('contacts')
    .doc(contactId)
    .update({ createdAt: Date.now() - 90 * DAY_MS })
  return contactId
}

describe('the list', () => {
  it('names whom, why with the section, what about, and a line to begin with', async () => {
    const contactId = await known(mei, '小美')
    const { talks, day, aDay } = await list()
    expect({ day, aDay }).toEqual({ day: today(), aDay: 6 })
    expect(talks).toHaveLength(1)
    expect(talks[0]).toMatchObject({ contactId, remark: '小美', about: '遛娃', channel: 'wechat', outcome: null })
    expect(talks[0]?.line).toContain('遛娃')
    expect(talks[0]?.clues[0]).toMatchObject({
      reason: 'hot',
      evidence: [{ of: 'reading', title: '周末遛娃清单', section: '公园', ms: 120_000, nth: 1 }],
    })
  })

  it('is the same whenever it is asked for that day', async () => {
    await known(mei, '小美')
    await old('老客户')
    const first = await list()
    const second = await list()
    expect({ ...second, asOf: 0 }).toEqual({ ...first, asOf: 0 })
  })

  it('knows nobody without a name, and nothing of who did not agree to have her interests worked out', async () => {
    const contactId = await known(hua, '小华', ['reading'])
    await world.database
      .collection('contacts')
      .doc(contactId)
      .update({ createdAt: Date.now() - 90 * DAY_MS })
    const { talks } = await list()
    expect(talks.map(({ clues }) => clues.map(({ reason }) => reason))).toEqual([['overdue']])
  })

  it('tells nothing of another rep’s contacts', async () => {
    await known(mei, '小美')
    await old('王琳的客户', wang)
    expect((await list(wang)).talks.map(({ remark }) => remark)).toEqual(['王琳的客户'])
  })

  it('takes in who reads deeply during the day, a little later and beside the number', async () => {
    expect((await list()).talks).toEqual([])
    const contactId = await known(mei, '小美')
    expect((await list()).talks).toEqual([])
    const { inc } = world.database.command
    await world.database
      .collection('talkdays')
      .doc(`rep-lin.${today()}`)
      .update({ lookedAt: inc(-3_600_000) })
    expect((await list()).talks).toMatchObject([{ contactId, clues: [{ reason: 'hot' }] }])
    expect((await list()).talks).toHaveLength(1)
  })

  it('loses at once what she withdraws, also in the days before', async () => {
    const contactId = await known(mei, '小美')
    expect((await list()).talks).toHaveLength(1)
    await world.ask('reader', 'consent.withdraw', {}, mei)
    expect((await list()).talks).toEqual([])
    const stored = JSON.stringify(await world.docs('talkdays'))
    expect(stored).not.toContain(contactId)
  })

  it('loses what stands on her interests when she switches them off', async () => {
    await known(mei, '小美')
    await list()
    await world.ask('reader', 'privacy.tags', { repId: 'rep-lin', on: false }, mei)
    expect((await list()).talks).toEqual([])
  })
})

describe('an outcome', () => {
  it('moves the talk below, counts as contact, and is learned from', async () => {
    const [hot, cold] = [await known(mei, '小美'), await old('老客户')]
    expect((await list()).talks.map(({ contactId }) => contactId)).toEqual([hot, cold])
    const { today: after, held, was } = await tell(hot, 'booked')
    expect({ held, was }).toMatchObject({ held: { end: 'booked' }, was: null })
    expect(after.talks.map(({ contactId, outcome }) => [contactId, outcome?.end])).toEqual([
      [cold, undefined],
      [hot, 'booked'],
    ])
    expect(await world.doc('sheets', hot)).toMatchObject({ touches: [{ id: `talk.${today()}`, how: 'booked' }] })
    expect(after.talks[1]?.clues[0]?.learned).toEqual({ talks: 1, won: 1 })
  })

  it('is taken back with all it did', async () => {
    const contactId = await known(mei, '小美')
    await list()
    await tell(contactId, 'dealt')
    const { today: after } = await tell(contactId, null, { from: 'dealt' })
    expect(after.talks[0]).toMatchObject({ contactId, outcome: null })
    expect(after.talks[0]?.clues[0]?.learned).toBeNull()
    expect(await world.doc('sheets', contactId)).toMatchObject({ touches: [] })
  })

  it('told twice, or again after a crash of the phone, counts once', async () => {
    const contactId = await known(mei, '小美')
    await list()
    for (const agoMs of [5_000, 5_000, 5_000]) await tell(contactId, 'talked', { agoMs })
    const sheet = await world.doc('sheets', contactId)
    expect(sheet?.touches).toHaveLength(1)
    const { talks } = await list()
    expect(talks[0]?.clues[0]?.learned).toEqual({ talks: 1, won: 0.5 })
  })

  it('of three phones the last said holds, and what another had said is named', async () => {
    const contactId = await known(mei, '小美')
    await list()
    await tell(contactId, 'talked', { agoMs: 60_000 })
    const late = await tell(contactId, 'silent', { agoMs: 3_600_000 })
    expect(late).toMatchObject({ held: { end: 'talked' }, was: { end: 'talked' } })
    const last = await tell(contactId, 'dealt', { agoMs: 1_000 })
    expect(last).toMatchObject({ held: { end: 'dealt' }, was: { end: 'talked' } })
  })

  it('later puts her behind the others, and is no dealing', async () => {
    const [hot, cold] = [await known(mei, '小美'), await old('老客户')]
    await list()
    const { today: after } = await tell(hot, 'later')
    expect(after.talks.map(({ contactId }) => contactId)).toEqual([cold, hot])
    expect(await world.doc('sheets', hot)).toBeNull()
  })

  it.each([
    ['of a day long closed', { day: dayAfter(dayOf(Date.now()), -30) }, 'no-such-talk'],
    ['of a day to come', { day: dayAfter(dayOf(Date.now()), 1) }, 'no-such-talk'],
  ])('%s is refused', async (_, change, reason) => {
    const contactId = await old('老客户')
    await list()
    const payload = { contactId, end: 'talked', from: null, agoMs: 0, ...change }
    expect(await world.refusal('rep', 'talk.tell', payload, lin)).toMatchObject({ reason })
  })

  it('of another rep’s contact is refused', async () => {
    const contactId = await old('老客户')
    await list()
    const payload = { day: today(), contactId, end: 'talked', from: null, agoMs: 0 }
    expect(await world.refusal('rep', 'talk.tell', payload, wang)).toMatchObject({ code: 'not-found' })
  })
})

describe('a signal', () => {
  it('puts her on today’s list at once, with what to talk about', async () => {
    const rule = {
      ruleId: newId(16),
      name: '换房',
      words: ['换房', '看房'],
      except: [],
      talk: '问问新家几时住',
      days: 14,
      on: true,
      rev: 0,
    }
    await world.database
      .collection('signalrules')
      .doc(rule.ruleId)
      .set({
        ...{
          ownerId: 'hq',
          name: rule.name,
          words: rule.words,
          except: [],
          talk: rule.talk,
          days: 14,
          on: true,
          rev: 1,
        },
      })
    const contactId = newId(20)
    await world.ask('rep', 'contact.create', { contactId, remark: '新来的' }, lin)
    expect((await list()).talks).toEqual([])
    const note = {
      noteId: newId(20),
      contactId,
      groupId: null,
      kind: 'note',
      text: '她说想换房',
      agoMs: 0,
      photos: [],
      purchase: null,
    }
    expect(await world.ask('rep', 'note.write', note, lin)).toMatchObject({ talk: true })
    const { talks } = await list()
    expect(talks[0]).toMatchObject({ contactId, about: '换房' })
    expect(talks[0]?.clues[0]).toMatchObject({ reason: 'signal', evidence: [{ of: 'signal', word: '换房' }] })
  })
})

it('as many a day as she wants, from the next list on', async () => {
  for (const n of [1, 2, 3]) await old(`老客户${n}`)
  expect((await list()).talks).toHaveLength(3)
  expect(await world.ask('rep', 'talk.limit', { aDay: 2 }, lin)).toEqual({ aDay: 2 })
  await world.database.collection('talkdays').doc(`rep-lin.${today()}`).remove()
  const { talks, aDay } = await list()
  expect([talks.length, aDay]).toEqual([2, 2])
})

describe('the morning job', () => {
  const fire = () => world.emulator.fireTimer('jobs')
  let atNight: World
  beforeAll(async () => {
    atNight = world
    world = await startWorld({}, { ...ENV, RIPPLE_LIST_HOURS: '0-24' })
  })
  afterAll(async () => {
    await world.stop()
    world = atNight
  })

  it('makes every rep’s list once, however often it is fired', async () => {
    await old('老客户')
    await Promise.all([fire(), fire()])
    await fire()
    const days = await world.docs('talkdays')
    expect(days.map(({ _id }) => _id)).toEqual(['rep-lin', 'rep-wang', 'rep-zhao'].map((rep) => `${rep}.${today()}`))
    expect((await list()).talks[0]?.remark).toBe('老客户')
  })

  it('goes on where it was cut off', async () => {
    await fire()
    await world.database.collection('talkdays').doc(`rep-wang.${today()}`).remove()
    await world.restart()
    await fire()
    expect(await world.docs('talkdays')).toHaveLength(3)
  })

  it('works out what HQ sees: nothing of fewer than five reps', async () => {
    const contactId = await old('老客户')
    await list()
    await tell(contactId, 'dealt')
    await world.restart() // a warm one has worked it out this morning
    await fire()
    const { reasons, reps, asOf } = await world.ask('hq', 'talk.reasons', {}, editor)
    expect(asOf).not.toBeNull()
    expect(reps).toBe(1)
    expect(reasons.every(({ shown }) => shown === null)).toBe(true)
  })
})
