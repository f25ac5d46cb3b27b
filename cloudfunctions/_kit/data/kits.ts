// What was dealt to whom? Kits, the claims that keep every text with one rep, and the marks a rep sets.
import { kitId, type MemberId, type PostId } from '@shared/domain/ids'
import type { Kit, KitMarks } from '@shared/domain/kit'
import { above, collection } from '../collection'

/** _id is `${postId}.${version}.${textHash}`. */
type Claim = { _id: string; repId: MemberId; claimedAt: number }
type KitCounts = { dealt: number; saved: number; posted: number }
type Dealing = Pick<Kit, 'postId' | 'version'>

const kits = collection<Kit>('kits')
const claims = collection<Claim>('claims')

export const noMarks: KitMarks = { savedAt: null, savedImages: 0, postedAt: null }

export const findKit = (postId: PostId, version: number, repId: MemberId): Promise<Kit | null> =>
  kits.get(kitId(postId, version, repId))

/** Her marks for each of these, by post. */
export const findMarks = async (of: readonly Dealing[], repId: MemberId): Promise<(postId: PostId) => KitMarks> => {
  const ids = of.map(({ postId, version }) => kitId(postId, version, repId))
  const found = await kits.findMany(ids, ['postId', 'savedAt', 'savedImages', 'postedAt'])
  const marks = new Map(found.map((kit) => [kit.postId, kit]))
  return (postId) => marks.get(postId) ?? noMarks
}

/** True when this text is hers, now or since an earlier try. */
export const claimText = async (of: Dealing, textHash: string, repId: MemberId, at: number): Promise<boolean> => {
  const _id = `${of.postId}.${of.version}.${textHash}`
  if (await claims.insertIfAbsent({ _id, repId, claimedAt: at })) return true
  return (await claims.get(_id))?.repId === repId
}

/** The kit as it is stored: this one, or the one that was dealt first. */
export const keepKit = async (kit: Kit): Promise<Kit> =>
  (await kits.insertIfAbsent(kit)) ? kit : ((await kits.get(kit._id)) ?? kit)

/** False when the marks are no longer those that were seen. */
export const changeMarks = async (id: string, seen: KitMarks, { savedAt, savedImages, postedAt }: KitMarks) =>
  (await kits.change(
    { _id: id, savedAt: seen.savedAt, savedImages: seen.savedImages, postedAt: seen.postedAt },
    { savedAt, savedImages, postedAt },
  )) > 0

/** How many reps took this version, saved its images, posted it. */
export const countKits = async ({ postId, version }: Dealing): Promise<KitCounts> => {
  const [dealt, saved, posted] = await Promise.all([
    kits.count({ postId, version }),
    kits.count({ postId, version, savedAt: above(0) }),
    kits.count({ postId, version, postedAt: above(0) }),
  ])
  return { dealt, saved, posted }
}
