// What does this post say, and how far has it come?
import { findPost } from '../_kit/data/posts'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showPost } from './show-post'

export const seePost: Handler<'hq', 'post.see'> = async ({ postId }) =>
  showPost(found(await findPost(postId), 'no-such-post', 'postId'))
