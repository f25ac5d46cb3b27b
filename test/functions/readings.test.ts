// Are reports harmless however they arrive: twice, late, out of order, in parallel? And what do they ask of the database?
import { spent } from '../../emulator'
import { agree, countReadings, newReadingId, newToken, publish, report, reportOf, share } from '../support/scenes'
import { type As, hua, lin, mei, nobody, startWorld, type World, wang } from '../support/world'

let world: World
let postId: string
let token: string
beforeAll(async () => {
  world = await startWorld({ instances: 1 })
  postId = (await publish(world)).postId
  token = await share(world, postId, lin)
})
afterAll(() => world.stop())

const stored = (id: string) => world.doc('readings', id)

/** Four reports of one reading as a phone sends them while it goes on. */
const reading = (change: object = {}) => {
  const readingId = newReadingId()
  return [1, 2, 3, 4].map((seq) =>
    reportOf(
      { postId, token },
      {
        readingId,
        seq,
        spanMs: seq * 30_000,
        sections: { s1: seq * 10_000, ...(seq > 2 && { s2: (seq - 2) * 5_000 }) },
        depth: seq / 4,
        ...change,
      },
    ),
  )
}
type Report = ReturnType<typeof reading>[number]
const sendOne = (sent: Report, as: As = mei) => report(world, [sent], as)
const only = (reports: Report[], i: number): Report => reports[i] ?? reportOf({ postId, token })

test('the same report twice changes nothing, not a byte', async () => {
  await agree(world, token, mei)
  const reports = reading()
  for (const sent of reports.slice(0, 3)) await sendOne(sent)
  const before = JSON.stringify([await world.docs('readings'), await world.docs('contacts')])
  for (const sent of [...reports.slice(0, 3)].reverse()) await sendOne(sent)
  await report(world, reports.slice(0, 3), mei)
  expect(JSON.stringify([await world.docs('readings'), await world.docs('contacts')])).toBe(before)
})

test('reports that overtake each other end where the newest says', async () => {
  for (const order of [[3, 0, 2, 1], [1, 3, 0], [2, 1, 3], [3]]) {
    const reports = reading()
    for (const i of order) await sendOne(only(reports, i), mei)
    expect(await stored(only(reports, 0).readingId)).toMatchObject({
      seq: 4,
      sections: { s1: 40_000, s2: 10_000 },
      depth: 1,
    })
  }
})

test('a whole queue at once, in one call or many, ends there too', async () => {
  for (let round = 0; round < 5; round++) {
    const [together, apart] = [reading(), reading()]
    await report(world, together, nobody)
    await Promise.all([...apart].reverse().map((sent) => report(world, [sent], nobody)))
    for (const { readingId } of [only(together, 0), only(apart, 0)])
      expect(await stored(readingId)).toMatchObject({ seq: 4, sections: { s1: 40_000, s2: 10_000 } })
  }
})

test('no section is longer than the reading, and no reading longer than six hours', async () => {
  const lied = reportOf({ postId, token }, { sections: { s1: 80_000_000 } })
  const long = reportOf({ postId, token }, { spanMs: 80_000_000, sections: { s1: 70_000_000 } })
  await report(world, [lied, long], nobody)
  expect(await stored(lied.readingId)).toMatchObject({ sections: { s1: 120_000 } })
  expect(await stored(long.readingId)).toMatchObject({ sections: { s1: 6 * 3_600_000 } })
})

test('what a phone brings late is placed when it was read, by our clock', async () => {
  const sent = reportOf({ postId, token }, { agoMs: 20_000, spanMs: 30_000 })
  const before = Date.now()
  await report(world, [sent], nobody)
  const doc = await stored(sent.readingId)
  expect(Number(doc?.lastAt)).toBeGreaterThanOrEqual(before - 20_000)
  expect(Number(doc?.lastAt)).toBeLessThanOrEqual(Date.now() - 20_000)
  expect(Number(doc?.lastAt) - Number(doc?.openedAt)).toBe(30_000)
})

test('pictures and coming back are kept by section, the most of each', async () => {
  const [first, second] = [
    { images: { s1: 3_000 }, again: { s1: 1 } },
    { images: { s1: 2_000, s2: 4_000 }, again: { s1: 2 } },
  ]
  const reports = reading()
  await sendOne({ ...only(reports, 0), ...first })
  await sendOne({ ...only(reports, 1), ...second })
  expect(await stored(only(reports, 0).readingId)).toMatchObject({
    images: { s1: 3_000, s2: 4_000 },
    again: { s1: 2 },
  })
})

test('a link nobody knows is never taken; a post is, without a rep', async () => {
  const [unknown, other] = [reportOf({ postId, token: newToken() }), reportOf({ postId, token: null })]
  const { accepted, later } = await report(world, [unknown, other], mei)
  expect({ accepted, later }).toEqual({ accepted: [other.readingId], later: [] })
  expect(await stored(other.readingId)).toMatchObject({ repId: null, token: null, postId })
})

test('a reading of someone else, or by another share, does not grow', async () => {
  const mine = reading()
  await agree(world, token, mei)
  await sendOne(only(mine, 0), mei)
  const before = await stored(only(mine, 0).readingId)
  const wrong = await share(world, postId, wang)
  for (const [sent, as] of [
    [only(mine, 1), hua],
    [only(mine, 1), nobody],
    [{ ...only(mine, 1), token: wrong }, mei],
  ] as const) {
    expect(await sendOne(sent, as)).toMatchObject({ accepted: [sent.readingId] })
    expect(await stored(sent.readingId)).toEqual(before)
  }
})

test('only a first report is named; growing never names', async () => {
  const reports = reading()
  await world.ask('reader', 'consent.withdraw', {}, hua)
  await sendOne(only(reports, 0), hua)
  await agree(world, token, hua)
  await sendOne(only(reports, 1), hua)
  expect(await stored(only(reports, 0).readingId)).toMatchObject({ known: false, personId: null, seq: 2 })
  const later = only(reading(), 2)
  await sendOne(later, hua)
  expect(await stored(later.readingId)).toMatchObject({ known: true })
})

const requests = async (act: () => Promise<unknown>): Promise<Record<string, number>> => {
  const before = world.emulator.meter()
  await act()
  return spent(world.emulator.meter(), before).dbRequests
}

test('the hot path asks little: one write a report, and her consent once, when the reading is first stored', async () => {
  await agree(world, token, mei)
  await sendOne(only(reading(), 0))
  const reports = reading()
  expect(await requests(() => sendOne(only(reports, 0)))).toEqual({
    'database.getDocument': 1,
    'database.insertDocument': 1,
  })
  for (const i of [1, 2, 3])
    expect(await requests(() => sendOne(only(reports, i)))).toEqual({ 'database.modifyDocument': 1 })
  const fresh = reading()
  expect(await requests(() => sendOne(only(fresh, 0), nobody))).toEqual({ 'database.insertDocument': 1 })
})

describe('what has been counted', () => {
  const settledReading = () => reading({ agoMs: 3_600_000 })

  test('grows on, and is counted again', async () => {
    const reports = settledReading()
    await sendOne(only(reports, 1), nobody)
    await countReadings(world)
    const counted = await stored(only(reports, 0).readingId)
    expect(typeof counted?.counted).toBe('number')
    await sendOne(only(reports, 3), nobody)
    expect(await stored(only(reports, 0).readingId)).toMatchObject({
      counted: null,
      base: { by: 'reader', ms: 20_000, sections: { s1: 20_000 } },
      sections: { s1: 40_000, s2: 10_000 },
    })
  })

  test('is left alone by what it knows already', async () => {
    const reports = settledReading()
    for (const sent of reports) await sendOne(sent, nobody)
    await countReadings(world)
    const before = await stored(only(reports, 0).readingId)
    // its first report may turn out to have begun earlier; countReadings let half an hour pass
    for (const sent of reports) await sendOne({ ...sent, agoMs: 1_000_000 }, nobody)
    expect(await stored(only(reports, 0).readingId)).toEqual(before)
  })

  test('is told later while the batch is open', async () => {
    const reports = settledReading()
    await sendOne(only(reports, 0), nobody)
    await countReadings(world)
    const counted = (await stored(only(reports, 0).readingId))?.counted
    const progress = world.database.collection('batches').doc('progress')
    const { data } = await progress.get()
    await progress.update({ open: counted })
    const { readingId } = only(reports, 1)
    expect(await sendOne(only(reports, 1), nobody)).toMatchObject({ accepted: [], later: [readingId] })
    await progress.update({ open: data[0].open })
    expect(await sendOne(only(reports, 1), nobody)).toMatchObject({ accepted: [readingId], later: [] })
  })
})
