// Three phones of one rep act for an hour without signal, on the same contact, and come back: is nothing lost, does the last
// word by the clock hold in whatever order they come, and does each hear what another had said?
jest.mock('@tarojs/taro', () => Reflect.get(globalThis, 'phoneOfTest'))

import { dayOf } from '../../shared/domain/day'
import { Phone, putAwayPhones } from '../support/rep-phones'
import { newId, publish } from '../support/scenes'
import { lin, startWorld, type World } from '../support/world'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const ENV = {
  RIPPLE_PERSON_KEY: 'a-key-for-tests-only',
  RIPPLE_READER_URL: 'https://read.example.com',
  RIPPLE_LIST_HOURS: '0-0',
}

let world: World
beforeAll(async () => {
  process.env.TARO_ENV = 'weapp'
  world = await startWorld({}, ENV)
})
afterAll(() => world.stop())
afterEach(() => {
  jest.restoreAllMocks()
  putAwayPhones()
})

const ask: World['ask'] = (fn, action, payload) => world.ask(fn, action, payload, lin)

/** A contact she has not talked to for long, a promise to her, a post. */
const settle = async () => {
  for (const name of ['talkdays', 'contacts', 'sheets', 'promises', 'notes'])
    await world.database
      .collection(name)
      .where({ _id: world.database.command.gt('') })
      .remove()
  const [contactId, promiseId] = [newId(20), newId(20)]
  await ask('rep', 'contact.create', { contactId, remark: '老客户' }, lin)
  await world.database
    .collection('contacts')
    .doc(contactId)
    .update({ createdAt: Date.now() - 90 * DAY_MS })
  const promise = await ask(
    'rep',
    'promise.make',
    { promiseId, contactId, text: '留一罐', dueDay: dayOf(Date.now()) },
    lin,
  )
  await world.database
    .collection('promises')
    .doc(promiseId)
    .update({ madeAt: Date.now() - DAY_MS })
  const { postId } = await publish(world)
  const { version } = await ask('rep', 'kit.open', { postId }, lin)
  return { contactId, promise, kit: { postId, version }, day: dayOf(Date.now()) }
}
type Scene = Awaited<ReturnType<typeof settle>>

/** She has looked at all of it before the signal went. */
const phoneWith = async ({ contactId, kit }: Scene): Promise<Phone> => {
  const phone = new Phone(world, lin.openid)
  const { call, queries } = phone.app
  queries.setQueryData(['rep', 'talk.list'], await call('rep', 'talk.list', {}))
  queries.setQueryData(['rep', 'sheet.see', contactId], await call('rep', 'sheet.see', { contactId }))
  queries.setQueryData(['rep', 'kit.open', kit.postId], await call('rep', 'kit.open', { postId: kit.postId }))
  return phone
}

/** By the minute of that hour. */
type Act = [minute: number, act: (app: Phone['app']) => Promise<unknown>]
const noteOf = (noteId: string, text: string, product: string | null = null) => ({
  ...{ noteId, text, agoMs: 0, photos: [] },
  kind: product === null ? ('note' as const) : ('purchase' as const),
  purchase: product === null ? null : { product, cycleDays: 25, amountFen: null },
})

const actsOf = ({ contactId, promise, kit, day }: Scene): Record<'A' | 'B' | 'C', Act[]> => {
  const about = { contactId, groupId: null }
  const made = { promiseId: newId(20), contactId, text: '带小样', dueDay: day }
  const kept = { ...made, madeAt: 0, keptAt: null }
  return {
    A: [
      [5, (app) => app.tellOutcome(day, contactId, 'talked')],
      [10, (app) => app.saveSheet(contactId, 'relation', 'expert')],
      [20, (app) => app.writeNote(about, noteOf(newId(20), '喜欢淡香'))],
      [30, (app) => app.keepPromise(promise, true)],
      [35, (app) => app.writeMark(kit, { mark: 'posted' })],
      [50, (app) => app.saveSheet(contactId, 'value', 'benefit')],
    ],
    B: [
      [6, (app) => app.tellOutcome(day, contactId, 'silent')],
      [12, (app) => app.saveSheet(contactId, 'relation', 'model')],
      [25, (app) => app.writeNote(about, noteOf(newId(20), '', '奶粉三段'))],
      [28, (app) => app.saveSheet(contactId, 'answers', { stage: ['expecting'] })],
      [40, (app) => app.keepPromise(promise, false)],
      [45, (app) => app.writeMark(kit, { mark: 'unposted' })],
    ],
    C: [
      [8, (app) => app.tellOutcome(day, contactId, 'booked')],
      [11, (app) => app.saveSheet(contactId, 'relation', 'service')],
      [26, (app) => app.makePromise(made)],
      [27, (app) => app.keepPromise(kept, true)],
      [32, (app) => app.keepPromise(promise, true)],
      [38, (app) => app.writeMark(kit, { mark: 'saved', images: 3 })],
      [41, (app) => app.writeMark(kit, { mark: 'posted' })],
      [55, (app) => app.saveSheet(contactId, 'value', 'company')],
    ],
  }
}

/** The hour that ends now. */
const hourAgo = () => Date.now() - HOUR_MS

const act = async (phone: Phone, acts: readonly Act[], since: number): Promise<void> => {
  phone.line = 'none'
  for (const [minute, say] of acts) {
    jest.spyOn(Date, 'now').mockReturnValue(since + minute * MINUTE_MS)
    await say(phone.app)
  }
  jest.restoreAllMocks()
}

/** As she sees it now; instants in minutes of that hour. */
const see = async ({ contactId, kit }: Scene, since: number) => {
  const minute = (at: number | null | undefined) => (at == null ? null : Math.round((at - since) / MINUTE_MS))
  const [{ talks }, known, { marks }] = await Promise.all([
    ask('rep', 'talk.list', {}, lin),
    ask('rep', 'sheet.see', { contactId }, lin),
    ask('rep', 'kit.open', { postId: kit.postId }, lin),
  ])
  const { relation, value, answers, lastContactAt, unanswered } = known.sheet
  const outcome = talks.find((talk) => talk.contactId === contactId)?.outcome
  return {
    outcome: [outcome?.end, minute(outcome?.at)],
    sheet: { relation, value, answers, lastContact: minute(lastContactAt), unanswered },
    notes: known.notes.map(({ text, purchase, at }) => [text, purchase?.product ?? null, minute(at)]),
    promises: known.promises.map(({ text, keptAt }) => [text, keptAt !== null]),
    marks: { saved: minute(marks.savedAt), images: marks.savedImages, posted: minute(marks.postedAt) },
  }
}

/** What the clock says was said last. */
const LAST_WORDS = {
  outcome: ['booked', 8],
  sheet: { relation: 'model', value: 'company', answers: { stage: ['expecting'] }, lastContact: 25, unanswered: 0 },
  notes: [
    ['', '奶粉三段', 25],
    ['喜欢淡香', null, 20],
  ],
  promises: [
    ['留一罐', false],
    ['带小样', true],
  ],
  marks: { saved: 38, images: 3, posted: null },
}

const ORDERS = ['ABC', 'ACB', 'BAC', 'BCA', 'CAB', 'CBA'] as const
type Name = 'A' | 'B' | 'C'

const threePhones = async (scene: Scene, since: number): Promise<Record<Name, Phone>> => {
  const acts = actsOf(scene)
  const phones = { A: await phoneWith(scene), B: await phoneWith(scene), C: await phoneWith(scene) }
  for (const name of ['A', 'B', 'C'] as const) await act(phones[name], acts[name], since)
  return phones
}

/** What this phone heard that another had said: of the talk, and fields of the sheet. */
const heard = ({ replies }: Phone) => ({
  talk: replies.flatMap(({ action, data }) =>
    action === 'talk.tell' && data.was ? [(data.was as { end: string }).end] : [],
  ),
  fields: replies
    .flatMap(({ action, data }) => (action === 'sheet.save' ? [data.replaced, data.late].flat() : []))
    .sort(),
})

describe.each(ORDERS)('they come back in the order %s', (order) => {
  test('nothing is lost, the last word by the clock holds, and each hears of the others', async () => {
    const scene = await settle()
    const since = hourAgo()
    const phones = await threePhones(scene, since)
    expect(Object.values(phones).map(({ app }) => app.countWaiting())).toEqual([6, 6, 8])
    for (const name of order as Iterable<Name>) {
      phones[name].start()
      await phones[name].comeBack()
    }
    expect(await see(scene, since)).toEqual(LAST_WORDS)
    for (const { app } of Object.values(phones)) expect(app.listRefused()).toEqual([])
    const [first, ...others] = [...order].map((name) => heard(phones[name as Name]))
    expect(first).toEqual({ talk: [], fields: [] })
    for (const { talk, fields } of others) {
      expect(talk).toHaveLength(1)
      expect(fields).toContain('relation')
    }
  })

  test('answers that are lost on the way, and acts said again, change nothing', async () => {
    const scene = await settle()
    const since = hourAgo()
    const phones = await threePhones(scene, since)
    for (const name of order as Iterable<Name>) {
      await phones[name].comeBack('lossy')
      const counts = new Map<string, number>()
      for (const action of phones[name].sent) counts.set(action, (counts.get(action) ?? 0) + 1)
      expect(counts.get('talk.tell')).toBe(2)
    }
    expect(await see(scene, since)).toEqual(LAST_WORDS)
  })
})

test('killed while it is sending, twice, with the cloud restarted in between: all of it arrives', async () => {
  const scene = await settle()
  const since = hourAgo()
  const phones = await threePhones(scene, since)
  const { A, B, C } = phones
  for (const phone of [A, B, C]) {
    phone.start()
    phone.line = 'hangs'
    void phone.app.flushOutbox()
    await new Promise((ready) => setTimeout(ready, 50))
    phone.start()
    expect(phone.app.countWaiting()).toBeGreaterThanOrEqual(6)
  }
  await world.restart()
  for (const phone of [C, A, B]) await phone.comeBack()
  expect(await see(scene, since)).toEqual(LAST_WORDS)
})

test('all three at once', async () => {
  const scene = await settle()
  const since = hourAgo()
  const phones = Object.values(await threePhones(scene, since))
  await Promise.all(phones.map((phone) => phone.comeBack()))
  expect(await see(scene, since)).toEqual(LAST_WORDS)
})
