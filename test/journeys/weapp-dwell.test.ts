// Is the dwell exact when the phone goes away at awkward moments? Time is in the test's hand; the mini program is the built one.
import { publish, share } from '../support/scenes'
import { mei, startWorld, type World } from '../support/world'
import { type HeldClock, holdClock } from '../weapp/harness/clock'
import { builtDist, compileDist } from '../weapp/harness/compile'
import { pause } from '../weapp/harness/hand'
import { createWeapp, type Weapp } from '../weapp/harness/weapp'
import { expectClean, until } from '../weapp/story'

jest.setTimeout(120_000)

const LONG = '先把脸打湿，再把洁面揉出泡来，从额头到下巴慢慢打圈，最后用温水冲净。'.repeat(6)
const SECTIONS = ['先清洁', '再补水', '最后锁住'].map((heading, index) => ({
  id: `s${index + 1}`,
  heading,
  paragraphs: [LONG, LONG],
  imageId: null,
}))
const SNAPSHOT_MS = 2_000 // at least this often what she read is written down on the phone
const TARO_LOOKS_EVERY_MS = 20
const HOUR_MS = 3_600_000
const WEEK_MS = 7 * 24 * HOUR_MS

let world: World
let postId = ''
let token = ''
const phones: Weapp[] = []

beforeAll(async () => {
  compileDist(builtDist())
  world = await startWorld()
  ;({ postId } = await publish(world, { article: { title: '护肤', coverId: null, sections: SECTIONS } }))
  token = await share(world, postId)
  await world.ask('reader', 'post.read', { token }, mei) // the function is warm: no call takes longer than a moment
})
afterEach(async () => {
  for (const phone of phones) expectClean(phone)
  for (const phone of phones.splice(0)) phone.dispose()
  await world.database
    .collection('readings')
    .where({ version: 1, _id: world.database.command.gte('') })
    .remove()
})
afterAll(() => world?.stop())

type Reader = { phone: Weapp; clock: HeldClock; storage: Map<string, string> }

const openOn = async (storage: Map<string, string>, clock: HeldClock): Promise<Reader> => {
  const path = 'pages/read/index'
  const launch = { path, query: { p: postId, t: token }, scene: 1007 }
  const cloud = { url: world.emulator.url, openid: mei.openid }
  const phone = createWeapp({ cloud, launch, storage, clock })
  phones.push(phone)
  await phone.launch()
  await phone.waitFor('最后锁住')
  // Taro hangs the observers up a tenth of a second after the article: what is in view counts from there
  const isWatching = (): boolean => phone.log.some(({ api }) => /observe$/.test(api))
  await until(async () => {
    if (!isWatching()) await clock.pass(TARO_LOOKS_EVERY_MS)
    return isWatching()
  })
  await pause(60)
  return { phone, clock, storage }
}

const open = (): Promise<Reader> => openOn(new Map(), holdClock(Date.now()))

/** Reads on for `ms`, with a small scroll every four seconds. */
const readOn = async ({ phone, clock }: Reader, ms: number): Promise<void> => {
  for (let left = ms; left > 0; left -= 4_000) {
    await clock.pass(Math.min(4_000, left))
    await phone.scroll(phone.scrolled() + 1)
  }
}

/** She is back; Taro tells the page a moment later. */
const back = async ({ phone }: Reader): Promise<void> => {
  phone.foreground()
  await pause(60)
}

/** She goes elsewhere, and what the app began to send has its moment. */
const away = async ({ phone }: Reader): Promise<void> => {
  phone.background()
  await pause(400)
}

const readings = async () => world.docs('readings')
const stored = async (): Promise<string[]> => (await readings()).map(({ sections }) => JSON.stringify(sections))

/** In the first section alone, so long. */
const isWithin = (sections: unknown, [least, most]: readonly [number, number]): boolean => {
  const { s1 = 0, ...others } = sections as Record<string, number>
  return Object.keys(others).length === 0 && least <= s1 && s1 <= most
}

/** What has been stored in the end; the calls under way are given their time. */
const becomes = async (wanted: object): Promise<void> => {
  await until(async () => (await stored())[0] === JSON.stringify(wanted)).catch(() => undefined)
  expect(await stored()).toEqual([JSON.stringify(wanted)])
}

test('hidden before the first report, and back again', async () => {
  const reader = await open()
  await readOn(reader, 3_000)
  await away(reader)
  await reader.clock.pass(60_000)
  await back(reader)
  await readOn(reader, 4_000)
  await away(reader)
  await becomes({ s1: 7_000 })
})

test('hidden the moment she comes to the next section, twice over, and back at once', async () => {
  const reader = await open()
  await readOn(reader, 6_000)
  await reader.phone.scroll('#section-s2')
  reader.phone.background()
  reader.phone.background()
  await back(reader)
  await readOn(reader, 7_000)
  reader.phone.background()
  await becomes({ s1: 6_000, s2: 7_000 })
})

test('hidden without signal, back without signal, then a week later with signal', async () => {
  const reader = await open()
  await readOn(reader, 10_000)
  reader.phone.online(false)
  await reader.phone.scroll('#section-s3')
  await readOn(reader, 9_000)
  await away(reader)
  await reader.clock.pass(20_000)
  await back(reader)
  await readOn(reader, 4_000)
  await away(reader)
  await reader.clock.pass(WEEK_MS)
  reader.phone.online(true)
  await back(reader)
  await readOn(reader, 2_000) // what waited rides with the new opening
  await until(async () => (await stored()).includes('{"s1":10000,"s3":13000}'))
  const [old] = (await readings()).filter(({ sections }) => Object(sections).s3 === 13_000)
  const ago = Date.now() - Number(old?.lastAt)
  expect(Math.abs(ago - WEEK_MS)).toBeLessThan(60_000)
})

test('killed without being told, then opened anew on the same phone', async () => {
  const first = await open()
  await readOn(first, 8_000)
  await first.phone.scroll('#section-s2')
  await readOn(first, 6 * SNAPSHOT_MS)
  await first.clock.pass(SNAPSHOT_MS)
  const kept = first.clock.now()
  first.phone.online(false) // what it would say on its way out goes nowhere
  expectClean(first.phone)
  phones.splice(phones.indexOf(first.phone), 1)
  first.phone.dispose()
  const second = await openOn(first.storage, holdClock(kept + HOUR_MS))
  await readOn(second, 2_000)
  await away(second)
  await until(async () => (await stored()).length === 2) // what is under way would come into the next test
  await until(async () => (await stored()).some((one) => /^\{"s1":8000,"s2":1[234]\d\d\d\}$/.test(one)))
})

test('her clock is put back an hour, then a day ahead, while she reads: each costs a second at most', async () => {
  const reader = await open()
  await readOn(reader, 8_000)
  reader.clock.set(reader.clock.now() - HOUR_MS)
  await readOn(reader, 8_000)
  reader.clock.set(reader.clock.now() + 24 * HOUR_MS)
  await readOn(reader, 8_000)
  await away(reader)
  await until(async () => (await readings()).some(({ sections }) => isWithin(sections, [22_000, 24_000])))
})

test('closed by going back while a report is under way', async () => {
  const reader = await open()
  await readOn(reader, 5_000)
  await readOn(reader, 3_000)
  reader.phone.background()
  await back(reader)
  await readOn(reader, 4_000)
  reader.phone.unload()
  phones.splice(phones.indexOf(reader.phone), 1)
  await becomes({ s1: 12_000 })
})
