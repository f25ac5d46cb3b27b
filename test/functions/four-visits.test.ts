// Three times she read unknown; the fourth time she agrees. Does the rep see all four, and nothing of her once she withdraws?
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { POLICY_VERSION } from '../../shared/domain/consent'
import { schema } from '../../shared/schema'
import { agree, countReadings, newId, newToken, publish, report, reportOf, share } from '../support/scenes'
import { type Doc, hua, lin, mei, startWorld, type World } from '../support/world'

const DAY_MS = 86_400_000
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const paragraphs = ['野餐垫要带厚一点的那种，地上潮。'.repeat(20)]
const section = (id: string, form: string | null) => ({ id, heading: `小节${id}`, paragraphs, imageId: null, form })
const article = (title: string) => ({
  title,
  coverId: null,
  sections: [section('s1', 'science'), section('s2', 'reason')],
})

const everything = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(schema.map(async ({ name }) => [name, JSON.stringify(await world.docs(name))] as const)),
  )
/** In which collections any of these texts stands. */
const whereIs = async (texts: readonly string[]): Promise<string[]> =>
  Object.entries(await everything()).flatMap(([name, docs]) => {
    const found = texts.filter((text) => docs.includes(text))
    return found.length ? [`${name}: ${found.join()}`] : []
  })
const onDisk = (text: string): boolean =>
  readdirSync(world.dataDir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(path.join(entry.parentPath, entry.name)).includes(text))

const contactIdOf = (reader: Doc | undefined) => (reader?.link as { contactId: string } | undefined)?.contactId
const talliesNow = async () => JSON.stringify(await world.docs('tallies'))

test('all four visits, and the tags they earned, from the moment she agrees; nothing of her after she withdraws', async () => {
  const posts: Awaited<ReturnType<typeof publish>>[] = []
  for (const title of ['枕头怎么选', '睡前一小时', '被子的厚薄', '床垫的软硬'])
    posts.push(await publish(world, { article: article(title), topics: ['睡眠'] }))
  const tokens: string[] = []
  for (const { postId } of posts) tokens.push(await share(world, postId, lin))
  const visits = tokens.map((token, i) =>
    reportOf({ postId: posts[i]?.postId ?? '', token }, { sections: { s1: 50_000, s2: 9_000 }, depth: 1 }),
  )
  const [first, second, third, fourth] = visits
  await report(world, [{ ...first, agoMs: 7 * DAY_MS }], mei)
  await report(world, [{ ...second, agoMs: 2 * DAY_MS }], mei)
  await report(world, [{ ...third, agoMs: DAY_MS }], mei)
  await countReadings(world)
  await report(world, [fourth as object], mei)
  expect(JSON.stringify(await world.docs('readings'))).not.toContain('"known":true')
  expect((await world.ask('rep', 'contact.list', {}, lin)).contacts).toEqual([])

  const readingIds = visits.map(({ readingId }) => readingId)
  const wish = {
    token: tokens[3],
    policyVersion: POLICY_VERSION,
    purposes: ['reading', 'tags'],
    scene: 1007,
    readingIds,
  }
  expect(await world.ask('reader', 'consent.give', wish, mei)).toMatchObject({ claimed: 4 })
  const { contacts } = await world.ask('rep', 'contact.list', {}, lin)
  const contactId = contacts[0]?.contactId ?? ''
  expect(contacts[0]?.lastReadAt).toBe((await world.doc('readings', fourth?.readingId ?? ''))?.lastAt)
  const seen = await world.ask('rep', 'contact.see', { contactId }, lin)
  expect(seen.timeline.map(({ title }) => title)).toEqual(['床垫的软硬', '被子的厚薄', '睡前一小时', '枕头怎么选'])
  const tag = (name: string) => seen.tags.find((one) => one.tag === name)
  expect(seen.tags).toHaveLength(2)
  expect(tag('睡眠')).toMatchObject({ kind: 'topic', posts: 4, readings: 4, ms: 236_000 })
  expect(tag('科学')).toMatchObject({ kind: 'form', posts: 4, readings: 4, ms: 200_000 })

  await world.ask('rep', 'contact.name', { eventId: newId(20), contactId, remark: '失眠的小梅' }, lin)
  await world.ask('rep', 'contact.tag', { contactId, tags: ['老顾客小梅'] }, lin)
  await world.ask('reader', 'privacy.introduce', { repId: 'rep-lin', name: '梅姐姐' }, mei)
  const card = { token: newToken(), postId: posts[0]?.postId, channel: 'chat-card', contactId }
  await world.ask('rep', 'share.record', card, lin)
  await world.ask('rep', 'feed.see', { at: Date.now() }, lin)
  await countReadings(world)
  const [reader] = await world.docs('readers')
  const traces = [reader?.personId, reader?._id, reader?.key, contactId, '失眠的小梅', '老顾客小梅', '梅姐姐'].map(
    String,
  )
  for (const trace of traces) expect(await whereIs([trace])).not.toEqual([])

  const sums = await talliesNow()
  expect(sums).toContain(posts[0]?.postId)
  expect(await world.ask('reader', 'consent.withdraw', {}, mei)).toEqual({ withdrawn: 1 })
  expect(await whereIs(traces)).toEqual([])
  expect(await talliesNow()).toBe(sums)
  await countReadings(world)
  expect(await talliesNow()).toBe(sums)
  expect((await world.ask('rep', 'feed.list', {}, lin)).lines).toEqual([])

  await world.ask('reader', 'privacy.erase', { readingIds }, mei)
  await world.emulator.fireTimer('jobs')
  expect(await whereIs([...traces, ...readingIds])).toEqual([])
  expect(onDisk(mei.openid)).toBe(false)
})

test('the same person as another rep knows her, and other people, are left as they are', async () => {
  const { postId } = await publish(world)
  const token = await share(world, postId, lin)
  const [hers, others] = [reportOf({ postId, token }), reportOf({ postId, token })]
  await report(world, [hers], mei)
  await report(world, [others], hua)
  await agree(world, token, mei, [hers.readingId])
  await agree(world, token, hua, [others.readingId])
  const huas = (await world.docs('readers')).find(({ entries }) => JSON.stringify(entries).includes(others.readingId))
  await world.ask('reader', 'consent.withdraw', {}, mei)
  expect(await world.docs('readers')).toEqual([huas])
  expect(await world.docs('contacts')).toEqual([expect.objectContaining({ _id: contactIdOf(huas) })])
  expect(await world.doc('readings', others.readingId)).toMatchObject({ known: true })
  expect(await world.doc('readings', hers.readingId)).toMatchObject({ known: false, personId: null })
})
