// Who gets which pictures of a version? Everyone known is dealt a set when it is published; who comes later, when she comes.
import type { Kit, KitPictures } from '@shared/domain/kit'
import type { Member } from '@shared/domain/member'
import { PictureLedger, type SetEntry } from '@shared/domain/picture-ledger'
import type { Post } from '@shared/domain/post'
import { writeRecipe } from '@shared/domain/recipe'
import { now } from './clock'
import { findModels } from './data/images'
import { listReps } from './data/members'
import { type PictureHead, pictureLedger } from './data/picture-ledgers'
import { found, refusal } from './errors'

/** How often two who are dealt pictures at the same moment are told apart. */
const TRIES = 12

const versionOf = (post: Post) => ({ postId: post._id, version: post.version })

/** The ledger with what is dealt; without models it paints entries again, but cannot deal. */
const ledgerOf = (post: Post, models: Awaited<ReturnType<typeof findModels>>, dealt: readonly SetEntry[]) => {
  const subjects = post.images.map((image) => ({ ...image, model: models.get(image.imageId) ?? null }))
  return new PictureLedger(versionOf(post), subjects, post.orderFree ?? false, dealt)
}

const dealingLedger = async (post: Post, dealt: readonly SetEntry[]): Promise<PictureLedger> =>
  ledgerOf(post, await findModels(post.images.map(({ imageId }) => imageId)), dealt)

/** How long HQ waits for it: nine images for 5,000 reps may take longer, and the last are then dealt when they open theirs. */
const PUBLISH_MS = 6_000

/** A set for every rep of the post's stores, in the order of their ids, as far as the time goes. */
const dealAudience = async (post: Post): Promise<SetEntry[]> => {
  const [ledger, reps] = await Promise.all([dealingLedger(post, []), listReps(post.audience.storeIds)])
  reps.sort((a, b) => (a._id < b._id ? -1 : 1))
  const until = now() + PUBLISH_MS
  const dealt: SetEntry[] = []
  for (const { _id } of reps) {
    if (now() > until) break
    dealt.push(ledger.deal(_id))
  }
  return dealt
}

/** The version's ledger; dealt and kept now if it is not there. */
export const openPictures = async (post: Post): Promise<PictureHead> => {
  const key = versionOf(post)
  const kept = await pictureLedger.find(key)
  if (kept) return kept
  await pictureLedger.keep(key, await dealAudience(post), now())
  return found(await pictureLedger.find(key), 'busy')
}

const toPictures = (post: Post, entry: SetEntry): KitPictures => {
  const { recipes, order } = ledgerOf(post, new Map(), []).setOf(entry)
  return { recipes: recipes.map(writeRecipe), order }
}

/** null: someone else was dealt pictures at the same moment, and the ledger is to be read again. */
const dealAndKeep = async (head: PictureHead, post: Post, rep: Member, attempt: number): Promise<SetEntry | null> => {
  const ledger = await dealingLedger(post, await pictureLedger.findAll(head))
  const entry = ledger.deal(rep._id, attempt)
  return (await pictureLedger.append(head, entry)) ? entry : null
}

/** Her set number `attempt` (0: the first): the one she was dealt, or a new one. May be asked for again at any point. */
export const dealPictures = async (post: Post, rep: Member, attempt: number): Promise<KitPictures> => {
  for (let left = TRIES; left > 0; left--) {
    const head = await openPictures(post)
    const dealt = await pictureLedger.findDealt(head, rep._id)
    const entry = dealt && dealt.attempt >= attempt ? dealt : await dealAndKeep(head, post, rep, attempt)
    if (entry) return toPictures(post, entry)
  }
  throw refusal('busy')
}

/** What the kit holds; kits from before the pictures' ledger hold none. */
export const ownPicturesOf = async (kit: Kit, post: Post, rep: Member): Promise<KitPictures> =>
  kit.pictures ?? dealPictures(post, rep, 0)
