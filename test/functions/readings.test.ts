// Are reports harmless however they arrive: twice, late, out of order, in parallel, with a wrong clock?
import { agree, newReadingId, publish, report, reportOf, share } from '../support/scenes'
import { lin, mei, nobody, startWorld, type World } from '../support/world'

let world: World
let postId: string
let token: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world)).postId
  token = await share(world, postId, lin)
})
afterAll(() => world.stop())

const stored = (id: string) => world.doc('readings', id)
const start = Date.now()

/** Four reports of one reading as a phone sends them while it goes on. */
const reading = () => {
  const readingId = newReadingId()
  return [1, 2, 3, 4].map((seq) =>
    reportOf(
      { postId, token },
      {
        readingId,
        seq,
        openedAt: start,
        lastAt: start + seq * 30_000,
        sections: { s1: seq * 10_000, ...(seq > 2 && { s2: (seq - 2) * 5_000 }) },
        depth: seq / 4,
      },
    ),
  )
}
type Report = ReturnType<typeof reading>[number]
const sendOne = (sent: Report, as = mei) => report(world, [sent], as, sent.lastAt)
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
  const long = reportOf({ postId, token }, { openedAt: start - 80_000_000, sections: { s1: 70_000_000 } })
  await report(world, [lied, long], nobody)
  expect(await stored(lied.readingId)).toMatchObject({ sections: { s1: 120_000 } })
  expect(await stored(long.readingId)).toMatchObject({ sections: { s1: 6 * 3_600_000 } })
})

test('a phone with a wrong clock is placed in our time', async () => {
  const ahead = 86_400_000 * 400
  const sent = reportOf({ postId, token }, { openedAt: start + ahead - 50_000, lastAt: start + ahead - 20_000 })
  const before = Date.now()
  await report(world, [sent], nobody, start + ahead)
  const doc = await stored(sent.readingId)
  expect(Number(doc?.lastAt)).toBeGreaterThanOrEqual(before - 20_000)
  expect(Number(doc?.lastAt)).toBeLessThanOrEqual(Date.now() - 20_000)
  expect(Number(doc?.lastAt) - Number(doc?.openedAt)).toBe(30_000)
})

test('the hot path asks little: one request for a visitor once the share is known', async () => {
  const reports = reading()
  await sendOne(only(reports, 0))
  const sum = () => Object.values(world.emulator.meter().dbRequests).reduce((n, count) => n + count, 0)
  const before = sum()
  await report(world, [only(reports, 1)], nobody)
  // grow, insert (already there), grow: the reading is mei's; an own one is grown at once
  expect(sum() - before).toBe(3)
  const fresh = reading()
  const atFirst = sum()
  await report(world, [only(fresh, 0)], nobody)
  await report(world, [only(fresh, 1)], nobody)
  expect(sum() - atFirst).toBe(2)
})
