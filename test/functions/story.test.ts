// Does the first story hold? HQ publishes, a rep takes her kit and shares, a customer reads and agrees, the rep sees it.
import jsQR from 'jsqr'
import sharp from 'sharp'
import { POLICY_VERSION } from '../../shared/domain/consent'
import { agree, newToken, publish, report, reportOf, share, uploadImage } from '../support/scenes'
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

const readQr = async (url: string): Promise<string | undefined> => {
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
}

test('everyone sees who she is', async () => {
  expect(await world.ask('rep', 'me.see', {}, lin)).toEqual({
    memberId: 'rep-lin',
    name: '林小满',
    tone: 'warm',
    storeName: '东街店',
    company: '东方母婴有限公司',
    readerUrl: READER_URL,
  })
  expect(await world.ask('rep', 'me.see', {}, linOnWeb)).toMatchObject({ memberId: 'rep-lin' })
  expect(await world.ask('hq', 'me.see', {}, editor)).toEqual({ memberId: 'editor-1', name: '陈编辑' })
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
  expect(await report(world, [first], mei)).toEqual({ accepted: [first.readingId], nextBeatMs: 15_000 })
  expect((await world.ask('rep', 'feed.list', {}, lin)).lines).toEqual([])
  expect(await agree(world, token, mei, [first.readingId])).toMatchObject({ claimed: 1 })
  expect(await world.ask('reader', 'post.read', { token }, mei)).toMatchObject({ consent: 'given' })

  const feed = await world.ask('rep', 'feed.list', {}, lin)
  expect(feed.lines).toEqual([
    expect.objectContaining({
      readingId: first.readingId,
      remark: null,
      title: '周末遛娃清单',
      totalMs: 60_000,
      longest: { heading: '公园', ms: 40_000 },
      live: true,
    }),
  ])
  const contactId = feed.lines[0]?.contactId ?? ''
  expect(await world.ask('rep', 'contact.name', { contactId, remark: ' 小美妈妈 ' }, lin)).toMatchObject({
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
  await report(
    world,
    [{ ...reading, seq: 2, lastAt: reading.lastAt + 100_000, sections: { s1: 90_000, s2: 65_000 } }],
    hua,
    Date.now() + 100_000,
  )
  const { lines } = await world.ask('rep', 'feed.list', {}, wang)
  expect(lines).toEqual([expect.objectContaining({ readingId: reading.readingId, totalMs: 155_000 })])
})

test('after two minutes of reading the phone may report more rarely', async () => {
  const { postId } = await publish(world)
  const reading = reportOf({ postId, token: null }, { openedAt: Date.now() - 200_000, sections: { s1: 130_000 } })
  expect(await report(world, [reading], nobody)).toMatchObject({ nextBeatMs: 60_000 })
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

test('a share travels on below its parent and stays with the same rep', async () => {
  const { postId } = await publish(world)
  const root = await share(world, postId, lin)
  const child = { token: newToken(), parentToken: root, channel: 'chat-card' }
  expect(await world.ask('reader', 'share.record', child, mei)).toEqual({ token: child.token, depth: 1 })
  expect(await world.ask('reader', 'share.record', child, mei)).toEqual({ token: child.token, depth: 1 })
  const grandchild = { token: newToken(), parentToken: child.token, channel: 'timeline' }
  expect(await world.ask('reader', 'share.record', grandchild, nobody)).toMatchObject({ depth: 2 })
  expect(await world.ask('reader', 'post.read', { token: grandchild.token }, hua)).toMatchObject({
    sender: { repId: 'rep-lin' },
  })
  expect(await world.refusal('reader', 'share.record', { ...child, parentToken: grandchild.token }, mei)).toMatchObject(
    { code: 'conflict', reason: 'token-taken' },
  )
})

test('her poster carries one code for good: a QR on the web, a mini-program code in WeChat', async () => {
  const { postId } = await publish(world)
  const token = newToken()
  const qr = await world.ask('rep', 'poster.code', { postId, token }, linOnWeb)
  expect(qr).toMatchObject({ token, kind: 'qr' })
  expect(await readQr(qr.url)).toBe(`${READER_URL}/#/pages/read/index?p=${postId}&t=${token}`)
  expect(await world.ask('rep', 'poster.code', { postId, token: newToken() }, linOnWeb)).toMatchObject({
    token,
    fileId: qr.fileId,
  })
  const mini = await world.ask('rep', 'poster.code', { postId, token: newToken() }, lin)
  expect(mini.kind).toBe('mini-code')
  expect(await readQr(mini.url)).toContain(mini.token)
  expect(await world.ask('reader', 'post.read', { token: mini.token }, mei)).toMatchObject({
    sender: { repId: 'rep-lin' },
  })
  expect(await world.refusal('rep', 'poster.code', { postId, token: mini.token }, wang)).toMatchObject({
    reason: 'token-taken',
  })
})

test('staff who read are let in and never recorded', async () => {
  const { postId } = await publish(world)
  const token = await share(world, postId, lin)
  expect(await world.ask('reader', 'post.read', { token }, wang)).toMatchObject({ consent: 'not-asked' })
  const readings = [reportOf({ postId, token }), reportOf({ postId, token }, { scene: 1129 })]
  expect((await report(world, readings.slice(0, 1), lin)).accepted).toHaveLength(1)
  expect((await report(world, readings.slice(1), nobody)).accepted).toHaveLength(1)
  for (const { readingId } of readings) expect(await world.doc('readings', readingId)).toBeNull()
  expect(
    await world.refusal(
      'reader',
      'consent.give',
      { token, policyVersion: POLICY_VERSION, purposes: ['reading'], scene: 1, readingIds: [] },
      wang,
    ),
  ).toMatchObject({ code: 'conflict', reason: 'staff' })
})

test('what can never be stored is not accepted, so that phones let go of it', async () => {
  const { postId } = await publish(world)
  const token = await share(world, postId, lin)
  const other = await publish(world)
  const good = reportOf({ postId, token: null })
  const reports = [
    good,
    reportOf({ postId, token: newToken() }),
    reportOf({ postId: other.postId, token }),
    reportOf({ postId: 'no-post', token: null }),
  ]
  expect((await report(world, reports, nobody)).accepted).toEqual([good.readingId])
})

test('a link without a share is read without a rep; one taken down is gone', async () => {
  const { postId } = await publish(world)
  expect(await world.ask('reader', 'post.read', { postId }, mei)).toMatchObject({
    sender: null,
    token: null,
    consent: 'not-asked',
  })
  expect(await world.ask('reader', 'post.read', { postId, token: newToken() }, mei)).toMatchObject({ sender: null })
  expect(await world.refusal('reader', 'post.read', { token: newToken() }, mei)).toMatchObject({
    code: 'not-found',
    reason: 'unknown-share',
  })
  const recalled = await world.ask('hq', 'post.recall', { postId, reason: '活动结束' }, editor)
  expect(recalled).toMatchObject({ state: 'recalled', recallReason: '活动结束' })
  expect(await world.ask('hq', 'post.recall', { postId, reason: '活动结束' }, editor)).toEqual(recalled)
  expect(await world.refusal('reader', 'post.read', { postId }, mei, 'en')).toMatchObject({
    code: 'gone',
    reason: 'post-gone',
    message: 'This post was taken down. Ask who shared it.',
  })
  expect(await world.refusal('rep', 'kit.open', { postId }, lin)).toMatchObject({ code: 'gone' })
})

function withCover(imageId: string) {
  const sections = [
    { id: 's1', heading: '公园', paragraphs: ['带一块野餐垫。'], imageId },
    { id: 's2', heading: '河边', paragraphs: ['注意安全。'], imageId: null },
  ]
  return { article: { title: '周末遛娃清单', coverId: imageId, sections } }
}
