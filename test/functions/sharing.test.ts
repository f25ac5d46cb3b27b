// How does a post travel, and who is let in by which link?
import jsQR from 'jsqr'
import sharp from 'sharp'
import { POLICY_VERSION } from '../../shared/domain/consent'
import { newToken, publish, report, reportOf, share } from '../support/scenes'
import { editor, hua, lin, linOnWeb, mei, nobody, READER_URL, startWorld, type World, wang } from '../support/world'

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
  const own = newToken()
  expect(await world.ask('rep', 'poster.code', { postId, token: own }, wang)).toMatchObject({ token: own })
})

test('staff who read are let in, and they and crawlers are kept apart under nobody', async () => {
  const { postId } = await publish(world)
  const token = await share(world, postId, lin)
  expect(await world.ask('reader', 'post.read', { token }, wang)).toMatchObject({ consent: 'not-asked' })
  const readings = [reportOf({ postId, token }), reportOf({ postId, token }, { scene: 1129 })]
  expect((await report(world, readings.slice(0, 1), lin)).accepted).toHaveLength(1)
  expect((await report(world, readings.slice(1), nobody)).accepted).toHaveLength(1)
  const stored = await Promise.all(readings.map(({ readingId }) => world.doc('readings', readingId)))
  expect(stored).toMatchObject([
    { by: 'staff', personId: null, known: false },
    { by: 'crawler', personId: null, known: false },
  ])
  const told = (await world.ask('rep', 'feed.list', {}, lin)).anonymous.find((one) => one.postId === postId)
  expect(told).toMatchObject({ readings: 0, apart: { staff: 1, sharer: 0, crawler: 1 } })
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
    reportOf({ postId, token }, { postId: other.postId }),
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
