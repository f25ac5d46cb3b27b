// Who may let a post out as its second person? By name, so that whoever handed it in knows whom to ask.
import { isOwnWork } from '@shared/domain/approval'
import { findPost } from '../_kit/data/posts'
import { pageMembers } from '../_kit/data/staff'
import type { Handler } from '../_kit/serve'

const NAMED = 50

export const listApprovers: Handler<'hq', 'review.approvers'> = async ({ postId }) => {
  const [post, { members }] = await Promise.all([
    postId === undefined ? null : findPost(postId),
    pageMembers({ role: 'approver', state: 'working' }, '', NAMED),
  ])
  const may = members.filter((one) => !(post && isOwnWork(post, one._id)))
  return { names: may.map(({ name }) => name) }
}
