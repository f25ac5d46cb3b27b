// What she refused stays refused: a tag, a switch, and what is not hers she neither sees nor changes.
import { countReadings } from '../../cloudfunctions/jobs/count-readings'
import { refreshReaders } from '../../cloudfunctions/jobs/refresh-readers'
import { switchTags } from '../../cloudfunctions/reader/switch-tags'
import type { PersonId } from '../../shared/domain/ids'
import { cardFor, getToKnow, phone, seeFile, write } from '../support/known-readers'
import { letPass, publish, report, reportOf, share } from '../support/scenes'
import { type As, lin, mei, startWorld, type World } from '../support/world'

let world: World
let postId: string
let token: string
/** Runs before the nth request to the database from now, while that request waits. */
let interrupt: { after: number; run: () => Promise<unknown> } | null = null
const middleware = async (_request: unknown, _response: unknown, url: URL): Promise<boolean> => {
  if (interrupt === null || !url.pathname.startsWith('/admin') || --interrupt.after > 0) return false
  const { run } = interrupt
  interrupt = null
  await run()
  return false
}
const article = {
  ...{ title: '睡眠', coverId: null },
  sections: [{ id: 's1', heading: '枕头', paragraphs: ['枕头的高度要看肩宽和睡姿。'.repeat(20)], imageId: null }],
}
beforeAll(async () => {
  world = await startWorld({ middleware })
  postId = (await publish(world, { topics: ['睡眠'], article })).postId
  token = await share(world, postId)
})
afterAll(() => world.stop())
afterEach(async () => {
  world.emulator.faults = undefined
  interrupt = null
  await world.ask('reader', 'privacy.erase', { readingIds: [] }, mei)
})

const repId = 'rep-lin'
const sections = { s1: 60_000 }
const herself = async (as: As = mei) => (await world.ask('reader', 'privacy.see', {}, as)).consents[0]
const give = (contactId: string, tags: string[]) => world.ask('rep', 'contact.tag', { contactId, tags }, lin)
const drop = (tag: string, as: As = mei) => world.ask('reader', 'privacy.drop-tag', { repId, tag }, as)

test('a tag she dropped cannot be given to her again', async () => {
  const { contactId } = await getToKnow(world, token, mei, { sections })
  await give(contactId, ['睡眠', '爱问'])
  await drop('睡眠')
  expect(await give(contactId, ['睡眠', '爱问'])).toEqual({ given: ['爱问'] })
  expect(await herself()).toMatchObject({ given: ['爱问'] })
  expect((await seeFile(world, contactId)).contact).toMatchObject({ given: ['爱问'] })
})

test('who only may be a contact neither sees what is noted of that contact, nor takes it away', async () => {
  const contactId = await write(world, '写下的人')
  await give(contactId, ['二胎', '睡眠'])
  const card = await cardFor(world, postId, contactId)
  const stranger = phone('stranger')
  await getToKnow(world, card, stranger, { sections })
  expect((await seeFile(world, contactId)).readers).toEqual([expect.objectContaining({ certainty: 'likely' })])
  expect(await herself(stranger)).toMatchObject({ remark: null, given: [] })
  await drop('二胎', stranger)
  expect((await seeFile(world, contactId)).contact).toMatchObject({ given: ['二胎', '睡眠'] })
  await world.ask('reader', 'consent.withdraw', {}, stranger)
})

/** As another instance of the function would run it. */
const switchElsewhere = async (on: boolean) => {
  const personId = String((await world.docs('readers'))[0]?.personId) as PersonId
  const caller = { kind: 'person' as const, personId, via: 'mini' as const }
  return switchTags({ repId: repId as never, on }, { caller, checkTexts: async () => 'pass' })
}

test.each([false, true])('switched to %s while readings are counted, that is how it stays', async (on) => {
  await getToKnow(world, token, mei, { sections })
  let after = 1
  for (; ; after += 2) {
    await world.ask('reader', 'privacy.tags', { repId, on: !on }, mei)
    await report(world, [reportOf({ postId, token }, { sections })], mei)
    await letPass(world)
    interrupt = { after, run: () => switchElsewhere(on) }
    await countReadings(Date.now())
    if (interrupt) break
    const [reader] = await world.docs('readers')
    const topics = Object.keys(reader?.interests as object)
    expect({ after, tagsOn: reader?.tagsOn, topics }).toEqual({ after, tagsOn: on, topics: on ? ['睡眠'] : [] })
  }
  expect(after).toBeGreaterThan(10)
})

test('switched off, a rep sees none from then on, whatever failed after it, and the job deletes them', async () => {
  const { contactId } = await getToKnow(world, token, mei, { sections })
  expect((await seeFile(world, contactId)).tags).toHaveLength(1)
  let nth = 1
  for (; ; nth++) {
    await world.ask('reader', 'privacy.tags', { repId, on: true }, mei)
    let [seen, failed] = [0, false]
    world.emulator.faults = ({ action, collection }) => {
      if (!action.startsWith('database.') || collection === undefined || ++seen < nth) return 'none'
      failed = true
      return 'refuse'
    }
    await world.call('reader', 'privacy.tags', { repId, on: false }, mei)
    world.emulator.faults = undefined
    const [consent] = (await world.docs('consents')).filter(({ personId }) => personId)
    const isOff = !(consent as unknown as { purposes: string[] }).purposes.includes('tags')
    if (isOff) expect({ nth, tags: (await seeFile(world, contactId)).tags }).toEqual({ nth, tags: [] })
    await refreshReaders(Date.now())
    const [reader] = await world.docs('readers')
    expect({ nth, isOff, tagsOn: reader?.tagsOn }).toEqual({ nth, isOff, tagsOn: !isOff })
    if (!failed) break
  }
  expect(nth).toBeGreaterThan(4)
})

test('what is stored of her is hers to take along, however much it is', async () => {
  await getToKnow(world, token, mei, { sections })
  const [like] = (await world.docs('readings')).filter(({ known }) => known)
  const more = Array.from({ length: 300 }, (_, i) => ({ ...like, _id: `readBefore${i}` }))
  await world.add('readings', more)
  expect((await world.ask('reader', 'privacy.see', {}, mei)).readings).toHaveLength(301)
})
