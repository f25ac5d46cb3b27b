// Who gets which pictures of a version? Everyone known is dealt a set when it is published; who comes later, when she comes.
import type { Kit, KitPictures } from '@shared/domain/kit'
import type { Member } from '@shared/domain/member'
import { PictureLedger, type SetEntry } from '@shared/domain/picture-ledger'
import type { Post } from '@shared/domain/post'
import { writeRecipe } from '@shared/domain/recipe'
import { listAudience } from './audience'
import { now } from './clock'
import { findModels } from './data/images'
import { changePictures } from './data/kits'
import { type PictureHead, pictureLedger } from './data/picture-ledgers'
import { found, refusal } from './errors'

/** How often two who are dealt pictures at the same moment are told apart. */
const TRIES = 12
const MOMENT_MS = 80

const versionOf = (post: Post) => ({ postId: post._id, version: post.version })

/** The ledger with what is dealt; without models it paints entries again, but cannot deal. */
const ledgerOf = (post: Post, models: Awaited<ReturnType<typeof findModels>>, dealt: readonly SetEntry[]) => {
  const subjects = post.images.map((image) => ({ ...image, model: models.get(image.imageId) ?? null }))
  return new PictureLedger(versionOf(post), subjects, post.orderFree ?? false, dealt)
}

const modelsOf = (post: Post) => findModels(post.images.map(({ imageId }) => imageId))

/** How long HQ waits for it: nine images for 5,000 reps may take longer, and the last are then dealt when they open theirs. */
const PUBLISH_MS = 6_000

/** A set for every rep of the post's stores, in the order of their ids, as far as the time goes. */
const dealAudience = async (post: Post): Promise<SetEntry[]> => {
  const [models, reps] = await Promise.all([modelsOf(post), listAudience(post.audience)])
  const ledger = ledgerOf(post, models, [])
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

/** Those who are dealt at the same moment try again at moments of their own. */
const aMoment = (): Promise<void> => new Promise((done) => setTimeout(done, Math.random() * MOMENT_MS))

/** A new set: what was published is read once, what was dealt since at every try, until nobody was dealt in between. */
const dealLate = async (opened: PictureHead, post: Post, rep: Member, attempt: number): Promise<SetEntry> => {
  const [models, published] = await Promise.all([modelsOf(post), pictureLedger.findPublished(opened)])
  let head = opened
  for (let left = TRIES; left > 0; left--) {
    const entry = ledgerOf(post, models, [...published, ...head.late]).deal(rep._id, attempt)
    if (await pictureLedger.append(head, entry)) return entry
    await aMoment()
    head = await openPictures(post)
    const dealt = await pictureLedger.findDealt(head, rep._id)
    if (dealt && dealt.attempt >= attempt) return dealt
  }
  throw refusal('busy')
}

/** Her set number `attempt` (0: the first): the one she was dealt, or a new one. May be asked for again at any point. */
export const dealPictures = async (post: Post, rep: Member, attempt: number): Promise<KitPictures> => {
  const head = await openPictures(post)
  const dealt = await pictureLedger.findDealt(head, rep._id)
  return toPictures(post, dealt && dealt.attempt >= attempt ? dealt : await dealLate(head, post, rep, attempt))
}

/** What the kit holds. Kits from before the pictures' ledger hold none: theirs are dealt and kept now. */
export const ownPicturesOf = async (kit: Kit, post: Post, rep: Member): Promise<KitPictures> => {
  if (kit.pictures) return kit.pictures
  const pictures = await dealPictures(post, rep, 0)
  await changePictures(kit, pictures, 0)
  return pictures
}
