// Is each contact in the circles she belongs to, and does anything show that should not?
import type { StoredSums } from '../../cloudfunctions/_kit/data/circles'
import type { Circle, Rule } from '../../shared/domain/circle'
import { NO_FACTS } from '../support/circle-facts'
import { getToKnow, phone, write } from '../support/known-readers'
import { draftOf, newId, publish, share } from '../support/scenes'
import { approver, editor, lin, manager, startWorld, type World, wang, zhao } from '../support/world'

const DAY_MS = 86_400_000
let world: World
let reader: { readerKey: string; contactId: string }
const her = phone('Reading')

const sheetOf = (contactId: string, repId: string, change: object) => ({
  ...{ _id: contactId, repId, source: null, relation: null, value: null, taste: null, cadenceDays: null, quiet: null },
  ...{ answers: {}, groupIds: [], touches: [], snoozes: {}, rev: 1, ...change },
})
const contactOf = (_id: string, repId: string) => ({
  ...{ _id, repId, remark: `客户${_id}`, createdAt: 1, namedAt: 1, origin: 'rep', readers: 0, tags: [], homeId: null },
})
const purchase = (n: number, contactId: string, daysAgo: number) => ({
  ...{ _id: `note-${contactId}-${n}`, repId: 'rep-lin', contactId, groupId: null, kind: 'purchase', text: '' },
  ...{ at: Date.now() - daysAgo * DAY_MS, writtenAt: 1, photos: [], hits: [], hitAt: null },
  purchase: { product: '奶粉', cycleDays: 30, amountFen: 26_900 },
})

const picnic = () =>
  draftOf().article.sections.map((section) => ({ ...section, paragraphs: ['带一块野餐垫。'.repeat(8)] }))

const asks: Rule = { event: 'consultation', withinDays: 90, is: 'at-least', n: 1 }
const buys: Rule = {
  all: [
    { event: 'purchase', withinDays: 60, is: 'at-least', n: 1 },
    { fact: 'products', anyOf: ['奶粉'] },
  ],
}
const outings: Rule = { fact: 'topics', anyOf: ['野餐'] }
const saved = (circleId: string, name: string, rule: Rule, rev = 0) =>
  world.ask('hq', 'circle.save', { circleId, rev, name, about: '', rule }, editor)
const sort = async (): Promise<void> => {
  await world.emulator.fireTimer('jobs')
}
const listed = async (as: typeof editor = editor) => {
  const { circles, ...rest } = await world.ask('hq', 'circle.list', {}, as)
  return { ...rest, people: Object.fromEntries(circles.map(({ circleId, people }) => [circleId, people])) }
}

beforeAll(async () => {
  world = await startWorld()
  const touch = (id: string) => ({ id, at: Date.now() - 10 * DAY_MS, how: 'consultation' })
  const of = (n: number) => ({ id: `x${n}`, rep: n < 12 ? 'rep-lin' : 'rep-zhao' })
  const all = Array.from({ length: 16 }, (_, n) => of(n))
  await world.add(
    'contacts',
    all.map(({ id, rep }) => contactOf(id, rep)),
  )
  await world.add(
    'sheets',
    all.map(({ id, rep }, n) =>
      sheetOf(id, rep, {
        touches: n < 11 || n > 13 ? [touch(id)] : [],
        answers: { 'informed-by': ['friends'] },
        value: 'information',
      }),
    ),
  )
  await world.add(
    'notes',
    [0, 1, 2, 3, 4, 5, 6].flatMap((n) => [purchase(1, `x${n}`, n === 6 ? 28 : 5), purchase(2, `x${n}`, 40)]),
  )
  const { article } = draftOf()
  const { postId } = await publish(world, { topics: ['野餐'], article: { ...article, sections: picnic() } })
  reader = await getToKnow(world, await share(world, postId), her)
  await saved('asks', '爱问的', asks)
  await saved('buys', '常买的', buys)
  await saved('outings', '爱出门', outings)
  await sort()
})
afterAll(() => world.stop())

describe('HQ', () => {
  test('sees how many are in each circle, in fives, and few as few', async () => {
    const { people, overlaps, mayEdit, sorting } = await listed()
    expect({ mayEdit, sorting, people }).toEqual({
      mayEdit: true,
      sorting: false,
      people: { asks: 10, buys: 5, outings: 'few' },
    })
    expect(overlaps).toEqual([
      { circleIds: ['asks'], people: 5 },
      { circleIds: ['asks', 'buys'], people: 5 },
    ])
  })

  test('sees what the people of one circle are like', async () => {
    const seen = await world.ask('hq', 'circle.see', { circleId: 'buys' }, approver)
    expect(seen).toMatchObject({
      ...{ people: 5, fans: 0, informed: [{ id: 'informed-by:friends', people: 5 }] },
      ...{ values: [{ id: 'information', people: 5 }], gaps: [], ideas: [] },
    })
    expect(seen.levels.find(({ id }) => id === 'again')).toEqual({ id: 'again', people: 5 })
    expect(seen.levels.find(({ id }) => id === 'bought')).toEqual({ id: 'bought', people: 0 })
  })

  test('looks at a rule before it holds, without a name', async () => {
    const found = await world.ask('hq', 'circle.preview', { rule: { not: asks } }, editor)
    expect(found).toEqual({ people: 'few', of: 15, whole: true, stores: expect.any(Array) })
    expect(JSON.stringify(found)).not.toContain('客户')
    expect(await world.ask('hq', 'circle.preview', { rule: asks }, editor)).toMatchObject({
      people: 10,
      stores: [
        { id: 'store-east', people: 10 },
        { id: 'store-west', people: 'few' },
      ],
    })
  })

  test('a manager sees her stores alone, and changes nothing', async () => {
    const { people, mayEdit } = await listed(manager)
    expect({ mayEdit, people }).toEqual({ mayEdit: false, people: { asks: 10, buys: 5, outings: 'few' } })
    const { of } = await world.ask('hq', 'circle.preview', { rule: asks }, manager)
    expect(of).toBe(10)
    expect(
      await world.refusal('hq', 'circle.save', { circleId: 'z', rev: 0, name: 'z', about: '', rule: asks }, manager),
    ).toMatchObject({ code: 'forbidden' })
  })

  test.each<[string, object, string, string]>([
    ['a group without conditions', { rule: { all: [asks, { any: [] }] } }, 'circle-empty', 'rule.1'],
    ['a value that is not there', { rule: { fact: 'relation', oneOf: ['friend'] } }, 'circle-unknown', 'rule'],
    ['a name twice', { name: '常买的' }, 'circle-name-taken', 'name'],
    ['what was saved meanwhile', { circleId: 'asks' }, 'stale-version', 'rev'],
  ])('is refused %s, in words', async (_, change, reason, field) => {
    const asked = { circleId: 'other', rev: 0, name: '另一个', about: '', rule: asks, ...change }
    const error = await world.refusal('hq', 'circle.save', asked, editor, 'en')
    expect({ reason: error.reason, field: error.field }).toEqual({ reason, field })
    expect(error.message).toMatch(/^[A-Z“]/)
  })

  test('saving twice is saving once', async () => {
    const asked = { circleId: `circle-${newId(6)}`, rev: 0, name: '说两遍', about: '', rule: asks }
    const [one, two] = [
      await world.ask('hq', 'circle.save', asked, editor),
      await world.ask('hq', 'circle.save', asked, editor),
    ]
    expect([one.rev, two.rev]).toEqual([1, 1])
    expect((await listed()).sorting).toBe(true) // until the next round, old counts are not shown as if they were new
    expect(await world.ask('hq', 'circle.drop', { circleId: asked.circleId }, editor)).toEqual({ dropped: true })
    expect(await world.ask('hq', 'circle.drop', { circleId: asked.circleId }, editor)).toEqual({ dropped: false })
  })
})

describe('a rep', () => {
  test('sees her own contacts by name in each circle, and nobody else’s', async () => {
    const own = await world.ask('rep', 'circle.list', {}, lin)
    const sizes = Object.fromEntries(own.circles.map(({ circleId, contacts }) => [circleId, contacts.length]))
    expect(sizes).toEqual({ asks: 11, buys: 7, outings: 1 })
    const other = await world.ask('rep', 'circle.list', {}, zhao)
    expect(other.circles.flatMap(({ contacts }) => contacts.map(({ remark }) => remark))).toEqual([
      '客户x14',
      '客户x15',
    ])
    expect(await world.refusal('rep', 'circle.of', { contactId: 'x0' }, wang)).toMatchObject({ code: 'not-found' })
  })

  test('learns how many of hers are in the circles that a post suits, and is offered these alone', async () => {
    const said = (payload: object, as = lin) =>
      world
        .ask('rep', 'circle.count', payload, as)
        .then(({ circles }) => circles.map(({ name, people }) => [name, people]))
    const { postId } = await publish(world, { circleIds: ['buys', 'outings', 'no-more'] })
    expect(await said({ postId })).toEqual([
      ['常买的', 7],
      ['爱出门', 'few'],
    ])
    const { postId: plain } = await publish(world)
    expect(await said({ postId: plain })).toEqual([])
    expect(await said({}, zhao)).toEqual(expect.arrayContaining([['爱问的', 'few']]))
    const inCircle = async (circleId: string, as = lin) =>
      (await world.ask('rep', 'contact.list', { circleId }, as)).contacts.map(({ remark }) => remark).sort()
    expect(await inCircle('buys')).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `客户x${n}`))
    expect(await inCircle('asks', zhao)).toEqual(['客户x14', '客户x15'])
    expect(await inCircle('asks', wang)).toEqual([])
    const { contacts } = await world.ask('rep', 'contact.list', { circleId: 'outings', order: 'warm' }, lin)
    expect(contacts).toMatchObject([{ contactId: reader.contactId, warmth: expect.any(Number) }])
  })

  test('reads beside the reasons of a talk in which circles she is', async () => {
    const { talks } = await world.ask('rep', 'talk.list', {}, lin)
    const talk = talks.find(({ contactId }) => contactId === 'x6')
    expect(talk?.clues.map(({ reason }) => reason)).toContain('repurchase')
    expect([...(talk?.circles ?? [])].sort()).toEqual(['常买的', '爱问的'])
  })

  test('sees the circles of one contact as in the whole', async () => {
    const { circles } = await world.ask('rep', 'circle.list', {}, lin)
    for (const contactId of ['x0', 'x8', 'x11', reader.contactId]) {
      const ids = circles.filter(({ contacts }) => contacts.some((one) => one.contactId === contactId))
      const of = await world.ask('rep', 'circle.of', { contactId }, lin)
      expect([contactId, of.circles.map(({ circleId }) => circleId)]).toEqual([
        contactId,
        ids.map(({ circleId }) => circleId),
      ])
    }
    expect(await world.ask('rep', 'circle.of', { contactId: 'x0' }, lin)).toMatchObject({ level: 5 })
  })

  test('sees why somebody is one of her fans', async () => {
    const contactId = await write(world, '老主顾')
    const weekly = Array.from({ length: 6 }, (_, n) => ({
      id: `t${n}`,
      at: Date.now() - n * 7 * DAY_MS,
      how: 'talked',
    }))
    const entries = Object.fromEntries(
      [1, 8, 15, 22, 29].map((days, n) => [
        `reading${n}`,
        { postId: 'p', at: Date.now() - days * DAY_MS, ms: 60_000, score: 1, depth: 1, topics: ['睡眠'] },
      ]),
    )
    await world.add('sheets', [sheetOf(contactId, 'rep-lin', { touches: weekly })])
    await world.add(
      'notes',
      [3, 50, 100, 150].map((days, n) => purchase(n, contactId, days)),
    )
    expect((await world.ask('rep', 'circle.list', {}, lin)).fans).toEqual([]) // 45 points of two kinds
    await world.database
      .collection('readers')
      .where({ key: reader.readerKey })
      .update({ entries: world.database.command.set(entries), stale: false })
    await world.ask(
      'rep',
      'reader.link',
      { eventId: newId(20), readerKey: reader.readerKey, act: 'assign', contactId },
      lin,
    )
    const { fans } = await world.ask('rep', 'circle.list', {}, lin)
    expect(fans).toEqual([
      {
        who: { contactId, remark: '老主顾', ordinal: expect.any(String) },
        score: 70,
        parts: [
          { part: 'weeks', n: 5, points: 25 },
          { part: 'dealings', n: 6, points: 20 },
          { part: 'purchases', n: 4, points: 25 },
          { part: 'brought', n: 0, points: 0 },
        ],
      },
    ])
  })
})

describe('a reader who switches tags off', () => {
  test('is in no circle by what she read, and what was stored of it is gone at once', async () => {
    const { contactId } = reader
    const other = phone('Second')
    const { postId } = await publish(world, { topics: ['野餐'] })
    const known = await getToKnow(world, await share(world, postId), other)
    expect(contactId).not.toBe(known.contactId)
    await world.add('circlemembers', [
      { _id: known.contactId, repId: 'rep-lin', facts: { ...NO_FACTS, topics: ['野餐'] }, in: ['outings'] },
    ])
    await world.ask('reader', 'privacy.tags', { repId: 'rep-lin', on: false }, other)
    expect(await world.doc('circlemembers', known.contactId)).toBeNull()
    const { circles } = await world.ask('rep', 'circle.list', {}, lin)
    const ids = circles.find(({ circleId }) => circleId === 'outings')?.contacts.map((one) => one.contactId)
    expect(ids).not.toContain(known.contactId)
  })
})

describe('a reader who withdraws', () => {
  const sumsOf = async (id: string) => {
    const { sums, gatheredOn } = (await world.doc('circlesums', id)) as unknown as StoredSums
    const { slot } = (await world.doc('circles', 'outings')) as unknown as Circle
    return { people: sums.people, topics: sums.circles[`s${slot}`]?.topics ?? {}, gatheredOn }
  }
  const ALL = ['rep.rep-lin', 'store.store-east', 'all.']

  test('is out of every count at once, and no round brings her back', async () => {
    const third = phone('Third')
    const { postId } = await publish(world, {
      topics: ['野餐'],
      article: { ...draftOf().article, sections: picnic() },
    })
    const { contactId } = await getToKnow(world, await share(world, postId), third)
    await world.database.collection('circlesums').doc('rep.rep-lin').update({ gatheredOn: '' })
    await sort()
    expect(await world.doc('circlemembers', contactId)).toMatchObject({ in: ['outings'] })
    const before = await Promise.all(ALL.map(sumsOf))
    for (const { topics } of before) expect(topics).toEqual({ 野餐: 2 }) // she and the first

    await world.ask('reader', 'consent.withdraw', {}, third)
    const after = await Promise.all(ALL.map(sumsOf))
    expect(after.map(({ people, topics }) => ({ people, topics }))).toEqual(
      before.map(({ people }) => ({ people: people - 1, topics: { 野餐: 1 } })),
    )
    expect(await world.doc('circlemembers', contactId)).toBeNull()

    await sort()
    expect(await Promise.all(ALL.map(sumsOf))).toEqual(
      after.map(({ people, topics }) => ({ people, topics, gatheredOn: expect.stringMatching(/^\d{4}-/) })),
    )
  })
})
