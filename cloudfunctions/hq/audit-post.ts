// How is an act on a post written down? By whom, which version, and what the log is to say of it.
import type { Act, AuditAct, AuditFacts } from '@shared/domain/audit'
import type { Member } from '@shared/domain/member'
import type { Post } from '@shared/domain/post'

/** A repeat of the act finds the post as it was and has the same id; the same act later on finds it changed since. */
const seenAs = ({ version, updatedAt, review, state, publishAt }: Post): string =>
  `${version}.${updatedAt}.${review?.at ?? 0}.${state}.${publishAt ?? ''}`

export const actOn = (post: Post, act: AuditAct, { _id, name }: Member, facts: AuditFacts): Act => ({
  actId: `${act}.${post._id}.${seenAs(post)}.${_id}.${facts.publishAt ?? ''}`,
  ...{ act, byId: _id, byName: name, of: `post.${post._id}` },
  facts: { title: post.article.title, version: post.version, ...facts },
})
