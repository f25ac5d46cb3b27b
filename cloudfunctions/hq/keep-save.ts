// What stays of a save? The whole draft as a version of its own, told from the one before in a word for each part.
import { isDeepStrictEqual } from 'node:util'
import type { Parsed } from '@shared/contracts'
import { mayRewrite, type Post } from '@shared/domain/post'
import { CHANGES, type PostPart, runOf } from '@shared/domain/version'
import { dropSpareSaves, findVersion, keepVersion, markOut, type PostVersion } from '../_kit/data/post-versions'
import { toDraft } from './show-post'

type Draft = Parsed<'hq', 'post.save'>['draft']

/** A field that is not here does not compile. */
const PART_OF = {
  text: 'text',
  lockedWords: 'locked',
  vetoes: 'locked',
  firstComment: 'comment',
  article: 'article',
  pollId: 'article',
  imageIds: 'images',
  imageMarks: 'marks',
  orderFree: 'marks',
  minors: 'marks',
  topics: 'topics',
  painPoint: 'meaning',
  persona: 'meaning',
  storeIds: 'audience',
  regionIds: 'audience',
  teamIds: 'audience',
  kinds: 'audience',
  tones: 'audience',
  labels: 'audience',
  circleIds: 'audience',
  column: 'plan',
  columnId: 'plan',
  channels: 'plan',
  coolDays: 'plan',
  expiresAt: 'plan',
  isAd: 'ad',
} as const satisfies Record<keyof Draft, PostPart>
const FIELDS = Object.keys(PART_OF) as (keyof Draft)[]

/** What the first save changed is nothing: all of it is new. */
const changesBetween = (before: Draft | null, after: Draft): PostPart[] => {
  if (before === null) return []
  const changed = new Set<PostPart>(
    // a version from before there was a field has none of it
    FIELDS.filter((field) => !isDeepStrictEqual(before[field] ?? null, after[field])).map((field) => PART_OF[field]),
  )
  return CHANGES.filter((part) => changed.has(part))
}

/** Old versions are looked through once in so many saves. */
const DROP_EVERY = 50

/**
 * The post's present version among its versions; whoever does it first, the same is kept. Done when it is stored, again
 * before it is written over, and when versions are asked for: a crash in between loses none.
 */
export const keepSave = async (post: Post): Promise<PostVersion> => {
  const { _id: postId, version, saved } = post
  const known = await findVersion(postId, version)
  if (known) return known
  const before = version > 1 ? await findVersion(postId, version - 1) : null
  const draft = toDraft(post)
  const { by, byName, at, restoredFrom } = saved ?? {
    ...{ by: post.createdBy, byName: '', at: post.updatedAt, restoredFrom: null },
  }
  const kept = await keepVersion({
    ...{ postId, version, byId: by, byName, at, restoredFrom, draft },
    ...runOf({ version, byId: by, at, restoredFrom }, before),
    out: false,
    changes: changesBetween(before?.draft ?? null, draft),
  })
  if (version % DROP_EVERY === 0) await dropSpareSaves(postId, version)
  return kept
}

/** Before it is written over. */
export const keepBefore = async (post: Post): Promise<void> => {
  const { version, out } = await keepSave(post)
  if (!out && post.state !== 'draft' && mayRewrite(post.state)) await markOut(post._id, version)
}
