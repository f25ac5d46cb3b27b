// What did she do with her kit? Saved, posted, or not after all.
import { type KitMarks, markKit as mark } from '@shared/domain/kit'
import { now } from '../_kit/clock'
import { changeMarks, findKit } from '../_kit/data/kits'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

/** Two phones of one rep may mark at once; each reads again when the other was faster. */
const TRIES = 5

export const toMarks = ({ savedAt, savedImages, postedAt }: KitMarks): KitMarks => ({ savedAt, savedImages, postedAt })

export const markKit: Handler<'rep', 'kit.mark'> = async (input, { caller: { member } }) => {
  const at = now() - input.agoMs
  for (let left = TRIES; left > 0; left--) {
    const kit = found(await findKit(input.postId, input.version, member._id), 'no-kit', 'postId')
    const marks = mark(kit, input.mark, at)
    if (await changeMarks(kit._id, kit, marks)) return toMarks(marks)
  }
  throw refusal('stale-version')
}
