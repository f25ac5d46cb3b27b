// Which text and which images are hers? Dealt once per version, far from her colleagues'; then they never change.
import { kitId } from '@shared/domain/ids'
import type { Kit } from '@shared/domain/kit'
import type { Member } from '@shared/domain/member'
import type { Post } from '@shared/domain/post'
import { changesOf } from '@shared/domain/variant/changes'
import { now } from '../_kit/clock'
import { keepKit, noMarks } from '../_kit/data/kits'
import { dealPictures } from '../_kit/deal-pictures'
import { dealText } from '../_kit/deal-texts'

/** May be run again at any point: her text and her pictures are the same, and a kit already stored is the one that counts. */
export const dealKit = async (post: Post, rep: Member): Promise<Kit> => {
  const key = { postId: post._id, version: post.version, repId: rep._id }
  const [{ dealt, plans }, pictures] = await Promise.all([dealText(post, rep), dealPictures(post, rep, 0)])
  return keepKit({
    _id: kitId(post._id, post.version, rep._id),
    ...key,
    text: dealt.text,
    dealt: dealt.text,
    tone: dealt.tone,
    rolls: 0,
    changes: changesOf(plans[dealt.tone], dealt.digits),
    digits: dealt.digits,
    pictures,
    pictureRolls: 0,
    dealtAt: now(),
    ...noMarks,
  })
}
