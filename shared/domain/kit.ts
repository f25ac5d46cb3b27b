// A rep's kit for one version of a post: her text, her recipes, and what she did with them.
import type { MemberId, PostId } from './ids'
import { sayNo, sayYes } from './last-word'
import type { Changes } from './variant/changes'
import type { Tone } from './variant/tone'

/** How often a rep may ask for another text of one version: each takes one out of her colleagues' space. */
export const ROLLS_MAX = 5
/** How often she may ask for another set of pictures of one version. */
export const PICTURE_ROLLS_MAX = 3

/** Her pictures: recipes by image as the post lists them (written by `writeRecipe`), and the order she shows them in. */
export type KitPictures = { recipes: string[]; order: number[] }

export type Kit = {
  _id: string // kitId(postId, version, repId)
  postId: PostId
  version: number
  repId: MemberId
  text: string // what she copies: `dealt`, or her own edit of it
  dealt?: string // kits from before own edits have none: theirs is `text`
  tone?: Tone
  rolls?: number // how often she asked for another text
  changes?: Changes
  digits: number[]
  pictures?: KitPictures // kits from before the pictures' ledger have none: they are dealt when she next opens hers
  pictureRolls?: number // how often she asked for another set
  dealtAt: number
  savedAt: number | null
  savedImages: number
  postedAt: number | null
  postSaidAt?: number // when she last said so, and last said not: words of several phones come in any order
  unpostSaidAt?: number
  recallKnownAt?: number // when she said that she knows it was taken back
}

export type KitMark = { mark: 'saved'; images: number } | { mark: 'posted' } | { mark: 'unposted' }
export type KitMarks = Pick<Kit, 'savedAt' | 'savedImages' | 'postedAt'>

/** With when she last said what: several phones of hers may say it, in any order. */
export type KitWords = KitMarks & Pick<Kit, 'postSaidAt' | 'unpostSaidAt'>

/** Marks grow: the first save is kept, the most images ever saved count; 已发布 can be taken back. at: when she said so. */
export const markKit = (kit: KitWords, mark: KitMark, at: number): KitWords => {
  if (mark.mark === 'saved')
    return { ...kit, savedAt: Math.min(kit.savedAt ?? at, at), savedImages: Math.max(kit.savedImages, mark.images) }
  const was = { since: kit.postedAt, saidAt: kit.postSaidAt, unsaidAt: kit.unpostSaidAt }
  const { since, saidAt, unsaidAt } = mark.mark === 'posted' ? sayYes(was, at) : sayNo(was, at)
  return {
    ...kit,
    postedAt: since,
    ...(saidAt !== undefined && { postSaidAt: saidAt }),
    ...(unsaidAt !== undefined && { unpostSaidAt: unsaidAt }),
  }
}

export type RollDecision = { ok: true; again: boolean } | { ok: false; reason: 'rolls-used-up' | 'stale-version' }

/** May she have another text, another set of pictures? `asked`: how many she had when she asked; one more since means this request was answered. */
export const mayReroll = (rolls: number, asked: number, most = ROLLS_MAX): RollDecision => {
  if (rolls === asked + 1) return { ok: true, again: true }
  if (rolls !== asked) return { ok: false, reason: 'stale-version' }
  return rolls < most ? { ok: true, again: false } : { ok: false, reason: 'rolls-used-up' }
}
