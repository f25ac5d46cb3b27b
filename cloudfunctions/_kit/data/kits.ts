// What does each rep have of a post? Her kit: her words, her recipes, and the marks she sets.
import { kitId, type MemberId, type PostId } from '@shared/domain/ids'
import type { Kit, KitMarks, KitPictures, KitWords } from '@shared/domain/kit'
import { above, collection } from '../collection'
import { noteWork } from './work-sums'

type KitCounts = { dealt: number; saved: number; posted: number }
type Dealing = Pick<Kit, 'postId' | 'version'>

const kits = collection<Kit>('kits')

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

/** The kit as it is stored: this one, or the one that was dealt first. */
export const keepKit = async (kit: Kit): Promise<Kit> =>
  (await kits.insertIfAbsent(kit)) ? noted(kit.repId, kit) : ((await kits.get(kit._id)) ?? kit)

/** Its sums are worked out by and by. */
const noted = async <T>(repId: MemberId, done: T): Promise<T> => {
  await noteWork(repId)
  return done
}

/** False when she has had another text or edit since `seen`. */
export const changeWords = async (seen: Kit, words: Pick<Kit, 'text'> & Partial<Kit>): Promise<boolean> =>
  (await kits.change({ _id: seen._id, text: seen.text }, words)) > 0 && noted(seen.repId, true)

/** False when she has had other pictures since `seen`. */
export const changePictures = async (seen: Kit, pictures: KitPictures, rolls: number): Promise<boolean> => {
  const asSeen = { _id: seen._id, ...(seen.pictureRolls !== undefined && { pictureRolls: seen.pictureRolls }) }
  return (await kits.change(asSeen, { pictures, pictureRolls: rolls })) > 0
}

/** False when the marks are no longer those that were seen. */
export const changeMarks = async (id: string, seen: KitMarks, marks: KitWords) => {
  const { savedAt, savedImages, postedAt, postSaidAt, unpostSaidAt } = marks
  const said = {
    ...(postSaidAt !== undefined && { postSaidAt }),
    ...(unpostSaidAt !== undefined && { unpostSaidAt }),
  }
  const asSeen = { _id: id, savedAt: seen.savedAt, savedImages: seen.savedImages, postedAt: seen.postedAt }
  const repId = id.slice(id.lastIndexOf('.') + 1) as MemberId
  return (await kits.change(asSeen, { savedAt, savedImages, postedAt, ...said })) > 0 && noted(repId, true)
}

/** How many reps took this version, saved its images, posted it. */
export const countKits = async ({ postId, version }: Dealing): Promise<KitCounts> => {
  const [dealt, saved, posted] = await Promise.all([
    kits.count({ postId, version }),
    kits.count({ postId, version, savedAt: above(0) }),
    kits.count({ postId, version, postedAt: above(0) }),
  ])
  return { dealt, saved, posted }
}

/** When she posted what she was dealt since then; the latest dealt first. */
export const listPostedAt = async (repId: MemberId, dealtSince: number): Promise<number[]> => {
  const asked = { order: [['dealtAt', 'desc']], fields: ['postedAt'] } as const
  const dealt = await kits.find({ repId, dealtAt: above(dealtSince) }, asked)
  return dealt.flatMap(({ postedAt }) => postedAt ?? [])
}
