// How does a program see a post in a list?
import type { OpenOutput } from '@shared/contracts/open'
import type { Post } from '@shared/domain/post'

type Line = OpenOutput<'posts.list'>['posts'][number]

export const showPost = ({ _id, article, columnId = null, channels = [], ...post }: Post): Line => ({
  ...{ postId: _id, version: post.version, state: post.state, title: article.title },
  ...{ column: post.column, columnId, topics: post.topics, isAd: post.isAd, channels },
  ...{ updatedAt: post.updatedAt, publishAt: post.publishAt },
  ...{ publishedAt: post.publishedAt, recalledAt: post.recalledAt },
})
