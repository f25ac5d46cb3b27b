// What has HQ written? Every post, the last changed first.
import { pagePosts } from '../_kit/data/posts'
import type { OpenHandlers } from '../_kit/serve-http'
import { showPost } from './show-post'

const PAGE = 50

export const listPosts: OpenHandlers['posts.list'] = async ({ cursor }) => {
  const { items, next } = await pagePosts(cursor, PAGE)
  return { posts: items.map(showPost), next }
}
