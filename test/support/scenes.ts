// What has happened so far? The steps tests start from: a picture uploaded, a post published, a share, a reading.
import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import type { Output } from '../../shared/contracts'
import { POLICY_VERSION } from '../../shared/domain/consent'
import { base62 } from '../../shared/domain/ids'
import { type As, editor, lin, type World } from './world'

export const newId = (length: number): string => base62([...randomBytes(length)].map((byte) => byte / 256))
export const newToken = (): string => newId(12)
export const newReadingId = (): string => newId(20)

export const photo = (width = 600, height = 400): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#c96442' } })
    .jpeg()
    .toBuffer()

/** Prepared, put, taken in: the reply of image.intake. */
export const uploadRaw = async (world: World, bytes: Buffer, as: As = editor, imageId = newId(16)) => {
  const { uploadUrl, headers, fileId } = await world.ask('render', 'image.prepare', { imageId, bytes: 1_000 }, as)
  const put = await fetch(uploadUrl, { method: 'PUT', headers, body: new Uint8Array(bytes) })
  if (!put.ok) throw new Error(`the upload answered ${put.status}`)
  return { imageId, fileId, kind: 'photo' as const, alt: '' }
}

export const uploadImage = async (world: World, bytes?: Buffer, as: As = editor) => {
  const raw = await uploadRaw(world, bytes ?? (await photo()), as)
  return world.ask('render', 'image.intake', raw, as)
}

const TEXT =
  '周末带娃去哪儿？{公园|河边|游乐场}走一走，{拍拍照|吹吹风}。\n我整理了一份清单，{需要的找我|想要的说一声}～'

export const draftOf = (change: object = {}) => ({
  text: TEXT,
  lockedWords: ['清单'],
  firstComment: '想要清单的姐妹留言',
  column: '亲子',
  imageIds: [] as string[],
  article: {
    title: '周末遛娃清单',
    coverId: null as string | null,
    sections: [
      { id: 's1', heading: '公园', paragraphs: ['带一块野餐垫。', '早点去人少。'], imageId: null as string | null },
      { id: 's2', heading: '河边', paragraphs: ['注意安全。'], imageId: null as string | null },
    ],
  },
  topics: ['遛娃'],
  storeIds: [] as string[],
  isAd: false,
  ...change,
})

export const saveDraft = (world: World, postId: string, change: object = {}, baseVersion = 0, as: As = editor) =>
  world.ask('hq', 'post.save', { postId, baseVersion, draft: draftOf(change) }, as)

export type LivePost = Output<'hq', 'post.publish'>

export const publish = async (world: World, change: object = {}, postId = `post-${newId(8)}`): Promise<LivePost> => {
  const { version } = await saveDraft(world, postId, change)
  return world.ask('hq', 'post.publish', { postId, version, publishAt: null }, editor)
}

/** Returns the token of a share by a rep. */
export const share = async (world: World, postId: string, as: As = lin): Promise<string> =>
  (await world.ask('rep', 'share.record', { token: newToken(), postId, channel: 'chat-card' }, as)).token

/** A report as the phone sends it: two minutes of reading that end now, unless told otherwise. */
export const reportOf = (of: { postId: string; token: string | null }, change: object = {}) => ({
  readingId: newReadingId(),
  ...(of.token === null ? { postId: of.postId } : { token: of.token }),
  version: 1,
  scene: 1007,
  seq: 1,
  agoMs: 0,
  spanMs: 120_000,
  sections: { s1: 40_000, s2: 20_000 } as Record<string, number>,
  depth: 0.5,
  ...change,
})

export const report = (world: World, readings: readonly object[], as: As) =>
  world.ask('reader', 'reading.report', { readings }, as)

const HALF_AN_HOUR_MS = 1_800_000

/** Half an hour passes for all readings that are not counted yet. */
export const letPass = (world: World): Promise<unknown> => {
  const { inc } = world.database.command
  return world.database
    .collection('readings')
    .where({ counted: null })
    .update({ openedAt: inc(-HALF_AN_HOUR_MS), lastAt: inc(-HALF_AN_HOUR_MS) })
}

/** It passes and the jobs run: now the sums and profiles hold them. */
export const countReadings = async (world: World): Promise<unknown> => {
  await letPass(world)
  return world.emulator.fireTimer('jobs')
}

export const agree = (world: World, token: string, as: As, readingIds: readonly string[] = []) =>
  world.ask(
    'reader',
    'consent.give',
    { token, policyVersion: POLICY_VERSION, purposes: ['reading'], scene: 1007, readingIds },
    as,
  )
