// What can HQ do? Write posts, publish them, take them back.
import { serve } from '../_kit/serve'
import { listPosts } from './list-posts'
import { listStores } from './list-stores'
import { publishPost } from './publish-post'
import { recallPost } from './recall-post'
import { savePost } from './save-post'
import { seeMe } from './see-me'
import { seePost } from './see-post'

export const main = serve('hq', {
  'me.see': seeMe,
  'store.list': listStores,
  'post.list': listPosts,
  'post.see': seePost,
  'post.save': savePost,
  'post.publish': publishPost,
  'post.recall': recallPost,
})
