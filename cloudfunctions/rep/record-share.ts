// She shares a post, perhaps meant for one contact or one of her groups: the root of a chain that leads back to her.
import { isRootOf, rootShare } from '@shared/domain/share'
import { decideTaking } from '../_kit/audience'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { findPost } from '../_kit/data/posts'
import { keepShare } from '../_kit/data/shares'
import { ensure, found, refusal } from '../_kit/errors'
import { findOwnGroup } from '../_kit/own-group'
import type { Handler } from '../_kit/serve'

export const recordShare: Handler<'rep', 'share.record'> = async (input, { caller: { member } }) => {
  const post = found(await findPost(input.postId), 'no-such-post', 'postId')
  ensure(await decideTaking(member, post))
  if (input.contactId !== null) await openContact(member._id, input.contactId)
  if (input.groupId !== null) await findOwnGroup(member._id, input.groupId)
  if (input.contactId !== null && input.groupId !== null) throw refusal('card-for-one', 'groupId')
  const stored = await keepShare(rootShare({ ...input, repId: member._id, at: now() }))
  // sent without saying where, it may have been opened in a group of hers since
  const isThere = input.groupId === null || stored.groupId === input.groupId
  if (!isRootOf(stored, input.postId, member._id) || stored.contactId !== input.contactId || !isThere)
    throw refusal('token-taken', 'token')
  return { token: stored._id }
}
