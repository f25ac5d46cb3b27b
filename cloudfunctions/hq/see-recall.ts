// It was taken back: how many of those who had saved it know?

import { findPost } from '../_kit/data/posts'
import { countTold, findRecall } from '../_kit/data/recalls'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

export const seeRecall: Handler<'hq', 'recall.see'> = async ({ postId }) => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  const recall = post.state === 'live' ? null : await findRecall(postId, post.version)
  if (!recall) return { recall: null }
  const { version, reason, at } = recall
  return { recall: { version, reason, at, ...(await countTold(recall)) } }
}
