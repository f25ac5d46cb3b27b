// Another set of pictures for her, please: one that looks like nobody's, a few times per post.
import { type Kit, mayReroll, PICTURE_ROLLS_MAX } from '@shared/domain/kit'
import type { Member } from '@shared/domain/member'
import type { Post } from '@shared/domain/post'
import { changePictures } from '../_kit/data/kits'
import { dealPictures, ownPicturesOf } from '../_kit/deal-pictures'
import { ensure, refusal } from '../_kit/errors'
import { findOwnKit } from '../_kit/own-kit'
import type { Handler } from '../_kit/serve'
import { showPictures } from './show-pictures'

const showKit = async (post: Post, kit: Kit, rep: Member) =>
  showPictures(post, await ownPicturesOf(kit, post, rep), kit)

export const repaintKit: Handler<'rep', 'kit.repaint'> = async (asked, { caller: { member } }) => {
  const { post, kit } = await findOwnKit(asked, member)
  const decision = mayReroll(kit.pictureRolls ?? 0, asked.rolls, PICTURE_ROLLS_MAX)
  ensure(decision)
  if (decision.again) return showKit(post, kit, member)
  const rolls = asked.rolls + 1
  const pictures = await dealPictures(post, member, rolls)
  if (await changePictures(kit, pictures, rolls))
    return showKit(post, { ...kit, pictures, pictureRolls: rolls }, member)
  const { kit: kept } = await findOwnKit(asked, member)
  if (kept.pictureRolls !== rolls) throw refusal('stale-version', 'rolls')
  return showKit(post, kept, member)
}
