// A rep's kit for one version of a post: her text, her recipes, and what she did with them.
import type { MemberId, PostId } from './ids'
import type { Recipe } from './recipe'

export type Kit = {
  _id: string // kitId(postId, version, repId)
  postId: PostId
  version: number
  repId: MemberId
  text: string
  digits: number[]
  recipes: Recipe[]
  dealtAt: number
  savedAt: number | null
  savedImages: number
  postedAt: number | null
}

export type KitMark = { mark: 'saved'; images: number } | { mark: 'posted' } | { mark: 'unposted' }
export type KitMarks = Pick<Kit, 'savedAt' | 'savedImages' | 'postedAt'>

/** Marks grow: the first save is kept, the most images ever saved count; 已发布 can be taken back. */
export const markKit = (kit: KitMarks, mark: KitMark, now: number): KitMarks => {
  if (mark.mark === 'saved')
    return { ...kit, savedAt: kit.savedAt ?? now, savedImages: Math.max(kit.savedImages, mark.images) }
  if (mark.mark === 'unposted') return { ...kit, postedAt: null }
  return { ...kit, postedAt: kit.postedAt ?? now }
}
