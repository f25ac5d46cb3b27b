// Does the first story hold? HQ publishes, a rep takes her kit and shares, a customer reads and agrees, the rep sees it.
import { POLICY_VERSION } from '../../shared/domain/consent'
import { agree, newId, publish, report, reportOf, share, uploadImage } from '../support/scenes'
import {
  editor,
  hua,
  lin,
  linOnWeb,
  mei,
  nobody,
  READER_URL,
  startWorld,
  type World,
  wang,
  zhao,
} from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

test('everyone sees who she is', async () => {
  expect(await world.ask('rep', 'me.see', {}, lin)).toEqual({
    memberId: 'rep-lin',
    name: '林小满',
    tone: 'warm',
    avatar: null,
    storeName: '东街店',
    company: '东方母婴有限公司',
    readerUrl: READER_URL,
  })
  expect(await world.ask('rep', 'me.see', {}, linOnWeb)).toMatchObject({ memberId: 'rep-lin' })
  expect(await world.ask('hq', 'me.see', {}, editor)).toEqual({
    ...{ memberId: 'editor-1', name: '陈编辑', role: 'editor' },
  })
  expect((await world.ask('hq', 'store.list', {}, editor)).stores).toEqual([
    expect.objectContaining({ storeId: 'store-east', reps: 2 }),
    expect.objectContaining({ storeId: 'store-west', reps: 1 }),
  ])
})

test('from publishing to the feed', async () => {
  const { image } = await uploadImage(world)
  const { imageId } = image
  const post = await publish(world, { imageIds: [imageId], ...withCover(imageId) })
  expect(post).toMatchObject({ state: 'live', version: 1, counts: { dealt: 0, saved: 0, posted: 0 } })
  const { postId } = post

  const listed = (await world.ask('rep', 'kit.list', {}, lin)).posts.find((p) => p.postId === postId)
  expect(listed).toMatchObject({ title: '周末遛娃清单', imageCount: 1, marks: { savedAt: null, postedAt: null } })
  expect((await fetch(listed?.thumbUrls[0] ?? '')).status).toBe(200)

  const kit = await world.ask('rep', 'kit.open', { postId }, lin)
  expect(kit.text).toContain('清单')
  expect(kit.text).not.toMatch(/[{}]/)
  expect(kit).toMatchObject({ card: { name: '林小满', store: '东街店' }, firstComment: '想要清单的姐妹留言' })
  expect(kit.images).toEqual([{ image: expect.objectContaining({ imageId }), recipe: expect.any(Object) }])
  expect(kit.excerpt).toMatch(/^带一块野餐垫/)

  const saved = { postId, version: 1, mark: { mark: 'saved', images: 1 } }
  const marks = await world.ask('rep', 'kit.mark', saved, lin)
  expect(marks).toEqual({ savedAt: expect.any(Number), savedImages: 1, postedAt: null })
  expect(await world.ask('rep', 'kit.mark', saved, lin)).toEqual(marks)
  await world.ask('rep', 'kit.mark', { postId, version: 1, mark: { mark: 'posted' } }, lin)
  expect((await world.ask('hq', 'post.see', { postId }, editor)).counts).toEqual({ dealt: 1, saved: 1, posted: 1 })

  const token = await share(world, postId, lin)
  const opened = await world.ask('reader', 'post.read', { token }, mei)
  expect(opened).toMatchObject({
    token,
    consent: 'none',
    policyVersion: POLICY_VERSION,
    article: { postId, title: '周末遛娃清单', sections: [{ id: 's1', heading: '公园' }, { id: 's2' }] },
    sender: { repId: 'rep-lin', repName: '林小满', storeName: '东街店', company: '东方母婴有限公司' },
  })
  expect((await fetch(opened.article.cover?.url ?? '')).status).toBe(200)

  const first = reportOf({ postId, token })
  expect(await report(world, [first], mei)).toMatchObject({ accepted: [first.readingId], later: [] })
  expect((await world.ask('rep', 'feed.list', {}, lin)).lines).toEqual([])
  expect(await agree(world, token, mei, [first.readingId])).toMatchObject({ claimed: 1 })
  expect(await world.ask('reader', 'post.read', { token }, mei)).toMatchObject({ consent: 'given' })

  const feed = await world.ask('rep', 'feed.list', {}, lin)
  expect(feed.lines).toEqual([
    expect.objectContaining({
      remark: null,
      title: '周末遛娃清单',
      totalMs: 60_000,
      longest: { heading: '公园', ms: 40_000 },
      live: true,
    }),
  ])
  const contactId = feed.lines[0]?.contactId ?? ''
  expect(
    await world.ask('rep', 'contact.name', { eventId: newId(20), contactId, remark: ' 小美妈妈 ' }, lin),
  ).toMatchObject({
    remark: '小美妈妈',
  })
  expect((await world.ask('rep', 'feed.list', {}, lin)).lines[0]?.remark).toBe('小美妈妈')
  const { contacts } = await world.ask('rep', 'contact.list', {}, lin)
  expect(contacts).toEqual([expect.objectContaining({ contactId, remark: '小美妈妈' })])
  const seen = await world.ask('rep', 'contact.see', { contactId }, lin)
  expect(seen.timeline).toEqual([
    expect.objectContaining({
      totalMs: 60_000,
      sections: [
        { heading: '公园', ms: 40_000 },
        { heading: '河边', ms: 20_000 },
      ],
    }),
  ])
  expect((await world.ask('rep', 'feed.list', {}, wang)).lines).toEqual([])
})

test('once she agreed, further reading shows by itself, and grows', async () => {
  const { postId } = await publish(world)
  const token = await share(world, postId, wang)
  await agree(world, token, hua)
  const reading = reportOf({ postId, token })
  await report(world, [reading], hua)
  await report(world, [{ ...reading, seq: 2, spanMs: 220_000, sections: { s1: 90_000, s2: 65_000 } }], hua)
  const { lines } = await world.ask('rep', 'feed.list', {}, wang)
  expect(lines).toEqual([expect.objectContaining({ title: '周末遛娃清单', totalMs: 155_000 })])
})

test('the longer she reads, the more rarely her phone reports', async () => {
  const { postId } = await publish(world)
  const beatAfter = async (spanMs: number) =>
    (await report(world, [reportOf({ postId, token: null }, { spanMs })], nobody)).nextBeatMs
  expect(await beatAfter(600_000)).toBeGreaterThan(await beatAfter(20_000))
})

test('anonymous readers are only counted, and one or two are few', async () => {
  const { postId } = await publish(world)
  const token = await share(world, postId, zhao)
  const readings = async () =>
    (await world.ask('rep', 'feed.list', {}, zhao)).anonymous.find((a) => a.postId === postId)?.readings
  expect(await readings()).toBeUndefined()
  await report(world, [reportOf({ postId, token })], nobody)
  expect(await readings()).toBe('few')
  await report(world, [reportOf({ postId, token }), reportOf({ postId, token })], mei)
  expect(await readings()).toBe(3)
})

function withCover(imageId: string) {
  const sections = [
    { id: 's1', heading: '公园', paragraphs: ['带一块野餐垫。'], imageId, form: null },
    { id: 's2', heading: '河边', paragraphs: ['注意安全。'], imageId: null, form: null },
  ]
  return { article: { title: '周末遛娃清单', coverId: imageId, sections } }
}
