// May it go out, now or at its time? Complete, long enough to vary for its audience, and fine with WeChat.
import { isOutAsAsked, mayPublishPost, type Post, publishAs } from '@shared/domain/post'
import { checkPostText } from '@shared/domain/variant/text-check'
import { now } from '../_kit/clock'
import { countReps } from '../_kit/data/members'
import { changePost, findPost } from '../_kit/data/posts'
import { ensure, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import type { CheckTexts } from '../_kit/wechat'
import { showPost } from './show-post'

/** From the web there is no openid to check for; such posts rely on the people who write and read them at HQ. */
const ensureSafe = async ({ text, firstComment, article }: Post, checkTexts: CheckTexts): Promise<void> => {
  const sections = article.sections.map(({ heading, paragraphs }) => [heading, ...paragraphs].join('\n'))
  const verdict = await checkTexts([text, firstComment, article.title, ...sections])
  if (verdict === 'risky') throw refusal('unsafe-text')
  if (verdict === 'unavailable') throw refusal('check-unavailable')
}

export const publishPost: Handler<'hq', 'post.publish'> = async ({ postId, ...asked }, { checkTexts }) => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  if (isOutAsAsked(post, asked)) return showPost(post)
  const at = now()
  ensure(mayPublishPost(post, asked, at))
  ensure(checkPostText(post.text, post.lockedWords, await countReps(post.audience.storeIds)), 'text')
  await ensureSafe(post, checkTexts)
  const change = publishAs(asked.publishAt, at)
  if (!(await changePost(post, change))) throw refusal('stale-version', 'version')
  return showPost({ ...post, ...change })
}
