// Is the feed right, live, and the same few questions however much was read?
import { spent } from '../../emulator'
import { costOf } from '../support/cost'
import { agree, countReadings, newToken, publish, report, reportOf, share } from '../support/scenes'
import { type As, hua, lin, mei, nobody, startWorld, type World, wang, zhao } from '../support/world'

let world: World
let postId: string
let token: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world)).postId
  token = await share(world, postId, lin)
})
afterAll(() => world.stop())

const readPost = (as: As, change: object = {}, of = { postId, token }) => report(world, [reportOf(of, change)], as)
const feedOf = (as: As, cursor?: string) => world.ask('rep', 'feed.list', cursor === undefined ? {} : { cursor }, as)
const aboutPost = async (as: As, of: string) => (await feedOf(as)).anonymous.find((one) => one.postId === of)

test('a line per reading: what, how long, where longest, how far, how often again, which time', async () => {
  const own = (await publish(world)).postId
  const of = { postId: own, token: await share(world, own, wang) }
  await agree(world, of.token, mei)
  await readPost(mei, { agoMs: 600_000 }, of)
  const first = reportOf(of, { again: { s1: 2, s2: 1 }, depth: 0.75 })
  await report(world, [first], mei)
  const grown = { ...first, seq: 2, spanMs: 200_000, sections: { s1: 90_000, s2: 65_000 }, depth: 1 }
  await report(world, [grown], mei)
  const { lines } = await feedOf(wang)
  expect(lines).toEqual([
    expect.objectContaining({
      title: '周末遛娃清单',
      totalMs: 155_000,
      longest: { heading: '公园', ms: 90_000 },
      depth: 1,
      again: 3,
      nth: 2,
      live: true,
      unread: true,
      certainty: 'unnamed',
      remark: null,
    }),
    expect.objectContaining({ totalMs: 60_000, nth: 1, live: false, again: 0 }),
  ])
  expect(lines[0]?.readerKey).toBe(lines[1]?.readerKey)
  expect(JSON.stringify(lines)).not.toContain(first.readingId)
})

test('a page of thirty costs what a page of one costs, first and following', async () => {
  await agree(world, token, mei)
  await agree(world, token, hua)
  const ask = async (cursor?: string) => {
    const { answer: page, ...cost } = await costOf(world, () => feedOf(lin, cursor))
    return { page, ...cost }
  }
  await readPost(mei)
  await ask() // a cold process asks once more
  const one = await ask()
  expect(one.page.lines).toHaveLength(1)
  for (let i = 0; i < 70; i++) await readPost(i % 2 ? mei : hua, { agoMs: i * 1000 })
  const full = await ask()
  expect(full.page.lines).toHaveLength(30)
  // who she is: 2 · watch, page, live posts · her shares, known, recent · sums · consents, links, contacts, headings
  expect([one.requests, full.requests]).toEqual([13, 13])
  expect(full.docsExamined).toBeLessThanOrEqual(full.docsRead * 3)
  const next = await ask(full.page.next ?? '')
  const last = await ask(next.page.next ?? '')
  expect([next.page.lines.length, last.page.lines.length, last.page.next]).toEqual([30, 11, null])
  expect([next.requests, last.requests]).toEqual([9, 9])
  const all = [full, next, last].flatMap(({ page }) => page.lines)
  expect(new Set(all.map(({ readingId }) => readingId)).size).toBe(71)
  expect(all.map(({ lastAt }) => lastAt)).toEqual(all.map(({ lastAt }) => lastAt).sort((a, b) => b - a))
})

test('what she has seen is no longer unread; watching asks two small questions while nothing is new', async () => {
  const own = (await publish(world)).postId
  const of = { postId: own, token: await share(world, own, zhao) }
  await world.ask(
    'reader',
    'consent.give',
    {
      token: of.token,
      policyVersion: (await world.ask('reader', 'post.read', { token: of.token }, hua)).policyVersion,
      purposes: ['reading', 'store'],
      scene: 1007,
      readingIds: [],
    },
    hua,
  )
  await readPost(hua, { agoMs: 5_000 }, of)
  const { asOf, lines } = await feedOf(zhao)
  expect(lines[0]?.unread).toBe(true)
  expect(await world.ask('rep', 'feed.watch', { since: asOf }, zhao)).toMatchObject({ lines: [], unread: 1 })
  const { seenAt } = await world.ask('rep', 'feed.see', { at: asOf }, zhao)
  expect(seenAt).toBe(asOf)
  expect(await world.ask('rep', 'feed.see', { at: asOf - 60_000 }, zhao)).toEqual({ seenAt })
  expect(await feedOf(zhao)).toMatchObject({ seenAt, lines: [{ unread: false }] })

  const before = world.emulator.meter()
  expect(await world.ask('rep', 'feed.watch', { since: asOf }, zhao)).toMatchObject({ lines: [], unread: 0 })
  const { dbRequests, docsExamined } = spent(world.emulator.meter(), before)
  expect(dbRequests).toEqual({ 'database.getDocument': 4 }) // two of them say who she is
  expect(docsExamined).toBeLessThanOrEqual(3)

  await readPost(hua, {}, of)
  const news = await world.ask('rep', 'feed.watch', { since: asOf }, zhao)
  expect(news).toMatchObject({ lines: [{ live: true, unread: true }], unread: 1 })
})

test('nobody sees the future: she cannot have seen what is still to come', async () => {
  const { seenAt } = await world.ask('rep', 'feed.see', { at: Date.now() + 86_400_000 }, wang)
  expect(seenAt).toBeLessThanOrEqual(Date.now())
})

describe('those who did not agree', () => {
  const anonymously = async (n: number, of: { postId: string; token: string }, change: object = {}) => {
    for (let i = 0; i < n; i++) await readPost(nobody, change, of)
  }

  test('are counted, one or two as few, before and after the sums are made', async () => {
    const own = (await publish(world)).postId
    const of = { postId: own, token: await share(world, own, lin) }
    expect(await aboutPost(lin, own)).toBeUndefined()
    await anonymously(2, of)
    expect(await aboutPost(lin, own)).toMatchObject({ readings: 'few' })
    await anonymously(2, of)
    expect(await aboutPost(lin, own)).toMatchObject({ readings: 4 })
    await countReadings(world)
    expect(await aboutPost(lin, own)).toMatchObject({ readings: 4 })
    await anonymously(1, of)
    expect(await aboutPost(lin, own)).toMatchObject({ readings: 5 })
    expect(await aboutPost(wang, own)).toBeUndefined()
  })

  test('are fewer by one who agrees, and again more when she withdraws', async () => {
    const own = (await publish(world)).postId
    const of = { postId: own, token: await share(world, own, wang) }
    const hers = reportOf(of)
    await report(world, [hers], hua)
    await anonymously(3, of)
    await countReadings(world)
    expect(await aboutPost(wang, own)).toMatchObject({ readings: 4 })
    await agree(world, of.token, hua, [hers.readingId])
    expect(await aboutPost(wang, own)).toMatchObject({ readings: 3 })
    expect((await feedOf(wang)).lines.filter((line) => line.postId === own)).toHaveLength(1)
    await world.ask('reader', 'consent.withdraw', {}, hua)
    expect(await aboutPost(wang, own)).toMatchObject({ readings: 4 })
    expect((await feedOf(wang)).lines.filter((line) => line.postId === own)).toEqual([])
  })

  test('staff, sharers and crawlers stand apart', async () => {
    const own = (await publish(world)).postId
    const of = { postId: own, token: await share(world, own, lin) }
    await readPost(wang, {}, of)
    await readPost(nobody, { by: 'sharer' }, of)
    await readPost(nobody, { scene: 1129 }, of)
    const apart = { staff: 1, sharer: 1, crawler: 1 }
    expect(await aboutPost(lin, own)).toMatchObject({ readings: 0, apart })
    await countReadings(world)
    expect(await aboutPost(lin, own)).toMatchObject({ readings: 0, apart })
  })

  test('what came by a card for one contact, or below it, is not told at all', async () => {
    const own = (await publish(world)).postId
    const contactId = `c-${newToken()}`
    await world.ask('rep', 'contact.create', { contactId, remark: '王阿姨' }, lin)
    const card = newToken()
    await world.ask('rep', 'share.record', { token: card, postId: own, channel: 'chat-card', contactId }, lin)
    const below = newToken()
    await world.ask('reader', 'share.record', { token: below, parentToken: card, channel: 'chat-card' }, nobody)
    await anonymously(4, { postId: own, token: card }, { chatType: 1 })
    await anonymously(4, { postId: own, token: below })
    expect(await aboutPost(lin, own)).toBeUndefined()
    await countReadings(world)
    expect(await aboutPost(lin, own)).toBeUndefined()
    expect(await world.ask('rep', 'post.readers', { postId: own }, lin)).toMatchObject({ anonymous: 0, readers: [] })
  })

  test('are right where more than a thousand agreed', async () => {
    const own = (await publish(world)).postId
    const of = { postId: own, token: await share(world, own, lin) }
    const known = Array.from({ length: 1_100 }, (_, i) => ({
      ...{ _id: `known-${i}`, postId: own, token: of.token, repId: 'rep-lin', known: true, personId: `p-${i % 90}` },
      ...{ by: 'reader', openedAt: i, lastAt: i + 60_000, sections: { s1: 60_000 }, depth: 1, counted: 1 },
    }))
    for (let from = 0; from < known.length; from += 100) await world.add('readings', known.slice(from, from + 100))
    const sums = { readings: 1_107, deep: 0, ms: 0, apart: { staff: 0, sharer: 0, crawler: 0 } }
    await world.add('tallies', [{ _id: `share.${of.token}.`, of: 'share', id: of.token, day: '', batch: 1, ...sums }])
    expect(await aboutPost(lin, own)).toMatchObject({ readings: 7 })
  })

  test('shared on from her own open share they count', async () => {
    const own = (await publish(world)).postId
    const root = await share(world, own, lin)
    const below = newToken()
    await world.ask('reader', 'share.record', { token: below, parentToken: root, channel: 'chat-card' }, nobody)
    await anonymously(3, { postId: own, token: below })
    expect(await aboutPost(lin, own)).toMatchObject({ readings: 3 })
    await countReadings(world)
    expect(await aboutPost(lin, own)).toMatchObject({ readings: 3 })
  })
})

test('a withdrawal that was cut off half way still hides every line', async () => {
  expect((await feedOf(lin)).lines.length).toBeGreaterThan(0)
  for (const { _id } of await world.docs('consents'))
    await world.database.collection('consents').doc(_id).update({ withdrawnAt: 1 })
  expect(await feedOf(lin)).toMatchObject({ lines: [] })
  expect(await world.ask('rep', 'feed.watch', { since: 1_600_000_000_000 }, lin)).toMatchObject({
    lines: [],
    unread: 0,
  })
  expect((await world.ask('rep', 'post.readers', { postId }, lin)).readers).toEqual([])
})
