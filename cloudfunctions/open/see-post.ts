// One post with its texts; pictures stay where they are.
import { findPost } from '../_kit/data/posts'
import { found } from '../_kit/errors'
import type { OpenHandlers } from '../_kit/serve-http'
import { showPost } from './show-post'

export const seePost: OpenHandlers['posts.see'] = async ({ postId }) => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  const { text, firstComment, lockedWords, recallReason, article, audience } = post
  return {
    ...{ ...showPost(post), text, firstComment, lockedWords, recallReason, storeIds: audience.storeIds },
    sections: article.sections.map(({ id, heading, paragraphs }) => ({ sectionId: id, heading, paragraphs })),
  }
}
