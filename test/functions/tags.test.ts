// Do tags earn themselves while she reads, are they hers to see and to refuse, and are they the same however they came about?
import { rebuildReader } from '../../cloudfunctions/_kit/profiles'
import { POLICY_VERSION } from '../../shared/domain/consent'
import type { Reader } from '../../shared/domain/reader'
import { countReadings, newId, publish, report, reportOf, share } from '../support/scenes'
import { type Doc, hua, lin, mei, startWorld, type World, wang } from '../support/world'

let world: World
const posts: Record<string, string> = {}
const paragraphs = ['枕头的高度要看肩宽和睡姿。'.repeat(20)]
const sections = [
  { id: 's1', heading: '看数据', paragraphs, imageId: null, form: 'science' },
  { id: 's2', heading: '讲道理', paragraphs, imageId: null, form: 'reason' },
]
beforeAll(async () => {
  world = await startWorld({ riskyWords: ['刷单'] })
  for (const topic of ['睡眠', '跑步', '3.8节'])
    posts[topic] = (
      await publish(world, { topics: [topic], article: { title: topic, coverId: null, sections } })
    ).postId
})
afterAll(() => world.stop())
afterEach(async () => {
  for (const as of [mei, hua]) await world.ask('reader', 'privacy.erase', { readingIds: [] }, as)
})

const read = async (topic: string, change: object = {}) => {
  const postId = posts[topic] ?? ''
  const token = await share(world, postId, lin)
  const reading = reportOf({ postId, token }, { sections: { s1: 36_000, s2: 30_000 }, depth: 1, ...change })
  await report(world, [reading], mei)
  return { token, reading }
}
const give = (token: string, readingIds: string[] = [], purposes = ['reading', 'tags']) =>
  world.ask('reader', 'consent.give', { token, policyVersion: POLICY_VERSION, purposes, scene: 1007, readingIds }, mei)
const herself = async () => (await world.ask('reader', 'privacy.see', {}, mei)).consents[0]
const tagsSeen = async () => (await herself())?.tags.map(({ tag }) => tag)
const only = async (): Promise<Doc> => (await world.docs('readers'))[0] as Doc
const repId = 'rep-lin'

test('what she reads after agreeing comes to her tags when it has come to rest; she and the rep see the same', async () => {
  const { token } = await read('睡眠')
  await give(token)
  expect(await tagsSeen()).toEqual([])
  const { reading } = await read('睡眠')
  await read('跑步', { sections: { s1: 2_000 }, depth: 0.1 })
  await countReadings(world)
  const seen = await herself()
  expect(seen?.tags).toEqual([
    {
      ...{
        tag: '睡眠',
        kind: 'topic',
        strength: expect.closeTo(1 - 0.5 ** (66 / 80.9), 2),
        rising: false,
        posts: 1,
        readings: 1,
      },
      ...{ ms: 66_000, lastAt: expect.any(Number), fadesMs: 21 * 86_400_000 },
    },
  ])
  const { contacts } = await world.ask('rep', 'contact.list', { order: 'warm' }, lin)
  const { contactId = '', warmth, top } = { ...contacts[0] }
  expect(warmth).toBeGreaterThan(0.2)
  expect(top).toMatchObject({ tag: '睡眠' })
  const { tags } = await world.ask('rep', 'contact.see', { contactId }, lin)
  expect(tags.map(({ tag }) => tag)).toEqual(['睡眠'])
  await report(world, [{ ...reading, seq: 2, spanMs: 200_000, sections: { s1: 70_000, s2: 60_000 } }], mei)
  await countReadings(world)
  expect((await herself())?.tags[0]).toMatchObject({ readings: 1, ms: 130_000 })
})

test('merged reading by reading, or from all of them at once: the same profile to the last digit', async () => {
  const { token } = await read('睡眠')
  await give(token)
  for (const topic of ['跑步', '睡眠', '3.8节']) {
    await read(topic, { again: { s1: 1 } })
    await countReadings(world)
  }
  const merged = await only()
  expect(Object.keys(merged.entries as object)).toHaveLength(3)
  expect(Object.keys(merged.interests as object).sort()).toEqual(['3．8节', '睡眠', '跑步'])
  await countReadings(world)
  expect(await only()).toEqual(merged)
  await rebuildReader(merged as unknown as Reader)
  expect(await only()).toEqual(merged)
  const half = { entries: world.database.command.set({}), warmth: 0, rev: 99 }
  await world.database.collection('readers').doc(merged._id).update(half)
  await rebuildReader((await only()) as unknown as Reader)
  expect(await only()).toEqual({ ...merged, rev: 100 })
})

test('two merges at once lose nothing', async () => {
  const { token } = await read('睡眠')
  await give(token)
  const { mergeIntoProfiles } = await import('../../cloudfunctions/_kit/profiles')
  for (const topic of ['跑步', '睡眠', '3.8节']) await read(topic)
  const readings = (await world.docs('readings')).filter(({ known }) => known)
  await Promise.all(readings.map((one) => mergeIntoProfiles([one as never])))
  expect(Object.keys((await only()).entries as object).sort()).toEqual(readings.map(({ _id }) => _id).sort())
})

test('switched off, nothing remains to know her by; switched on, they are worked out anew from her readings', async () => {
  const { token, reading } = await read('睡眠')
  await give(token, [reading.readingId])
  const before = await only()
  expect(await tagsSeen()).toEqual(['睡眠'])
  expect(await world.ask('reader', 'privacy.tags', { repId, on: false }, mei)).toEqual({ tagsOn: false })
  expect(await herself()).toMatchObject({ tagsOn: false, tags: [] })
  expect(await only()).toMatchObject({ tagsOn: false, interests: {}, warmth: 0 })
  expect(JSON.stringify(await only())).not.toMatch(/睡眠|science|reason/)
  await read('睡眠')
  await countReadings(world)
  expect(JSON.stringify(await only())).not.toMatch(/睡眠|science|reason/)
  expect(await world.ask('reader', 'privacy.tags', { repId, on: true }, mei)).toEqual({ tagsOn: true })
  expect((await only()).interests).toMatchObject({ 睡眠: { readings: 2 } })
  expect((await only()).warmth).toBeGreaterThanOrEqual(Number(before.warmth))
})

test('a tag she drops goes, earned or given, and does not come back by reading', async () => {
  const { token, reading } = await read('睡眠')
  await give(token, [reading.readingId])
  const { contacts } = await world.ask('rep', 'contact.list', {}, lin)
  const contactId = contacts[0]?.contactId ?? ''
  await world.ask('rep', 'contact.name', { eventId: newId(20), contactId, remark: '小梅' }, lin)
  await world.ask('rep', 'contact.tag', { contactId, tags: ['睡眠', '爱问'] }, lin)
  expect(await herself()).toMatchObject({ remark: '小梅', given: ['睡眠', '爱问'] })
  expect(await world.ask('reader', 'privacy.drop-tag', { repId, tag: '睡眠' }, mei)).toEqual({ muted: ['睡眠'] })
  expect(await world.ask('reader', 'privacy.drop-tag', { repId, tag: '睡眠' }, mei)).toEqual({ muted: ['睡眠'] })
  await read('睡眠')
  await read('跑步')
  await countReadings(world)
  expect(await tagsSeen()).toEqual(['跑步'])
  expect(await herself()).toMatchObject({ given: ['爱问'] })
  expect((await world.ask('rep', 'contact.see', { contactId }, lin)).tags.map(({ tag }) => tag)).toEqual(['跑步'])
})

test('the name she gives herself is the rep’s to see, checked, and hers to take back', async () => {
  const { token } = await read('睡眠')
  await give(token)
  const introduce = (name: string | null) => world.ask('reader', 'privacy.introduce', { repId, name }, mei)
  expect(await introduce(' 梅姐 ')).toEqual({ selfName: '梅姐' })
  expect(await introduce('梅姐')).toEqual({ selfName: '梅姐' })
  const { contacts } = await world.ask('rep', 'contact.list', {}, lin)
  expect(contacts).toEqual([expect.objectContaining({ certainty: 'certain' })])
  const seen = await world.ask('rep', 'contact.see', { contactId: contacts[0]?.contactId ?? '' }, lin)
  expect(seen.readers).toEqual([expect.objectContaining({ selfName: '梅姐' })])
  expect(await world.refusal('reader', 'privacy.introduce', { repId, name: '刷单找我' }, mei)).toMatchObject({
    reason: 'unsafe-text',
  })
  expect(await introduce(null)).toEqual({ selfName: null })
  expect((await world.ask('rep', 'contact.list', {}, lin)).contacts[0]?.certainty).toBe('unnamed')
})

test('who has not agreed to this rep has nothing to switch, drop or say', async () => {
  const { token } = await read('睡眠')
  await share(world, posts.睡眠 ?? '', wang)
  await give(token)
  for (const [action, payload] of [
    ['privacy.tags', { on: true }],
    ['privacy.drop-tag', { tag: '睡眠' }],
    ['privacy.introduce', { name: '梅' }],
  ] as const) {
    expect(await world.refusal('reader', action, { repId: 'rep-wang', ...payload }, mei)).toMatchObject({
      reason: 'no-consent',
    })
    expect(await world.refusal('reader', action, { repId, ...payload }, hua)).toMatchObject({ reason: 'no-consent' })
  }
  expect(await world.docs('readers')).toHaveLength(1)
})
