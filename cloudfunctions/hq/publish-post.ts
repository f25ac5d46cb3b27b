// May it go out, now or at its time? Complete, long enough to vary for its audience, answered for, and fine with WeChat.
import { checkPlanWords } from '@shared/domain/advert/plan-words'
import { checkPostWords, mayPublishWords } from '@shared/domain/advert/sign'
import { WORDS_VERSION } from '@shared/domain/advert/words.data'
import type { MemberId } from '@shared/domain/ids'
import { isOutAsAsked, mayPublishPost, type Post, publishAs } from '@shared/domain/post'
import { checkPostText } from '@shared/domain/variant/text-check'
import { now } from '../_kit/clock'
import { countReps } from '../_kit/data/members'
import { changePost, findPost } from '../_kit/data/posts'
import { keepSignoff } from '../_kit/data/signoffs'
import { openPictures } from '../_kit/deal-pictures'
import { findPlans, openLedger } from '../_kit/deal-texts'
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

/**
 * Who answers for the words, kept before the post goes out: no version is ever out without. Our own wordings are
 * reviewed; one that makes a barred word in this very text is stopped here all the same.
 */
const signWords = async (post: Post, by: { memberId: MemberId; signed: string[]; reason: string; at: number }) => {
  const barred = checkPlanWords(await findPlans(post)).filter(({ severity }) => severity === 'block')
  const findings = [...checkPostWords(post), ...barred]
  ensure(mayPublishWords(findings, by), 'text')
  await keepSignoff({
    postId: post._id,
    version: post.version,
    memberId: by.memberId,
    at: by.at,
    reason: by.reason,
    wordsVersion: WORDS_VERSION,
    findings: findings.map(({ id, word, field }) => ({ id, word, field })),
    approvedBy: post.approved?.by ?? null,
  })
}

export const publishPost: Handler<'hq', 'post.publish'> = async (asked, { checkTexts, caller: { member } }) => {
  const { postId, version, publishAt, signed, reason } = asked
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  if (isOutAsAsked(post, { version, publishAt })) return showPost(post)
  const at = now()
  ensure(mayPublishPost(post, { version, publishAt }, at))
  ensure(checkPostText(post, await countReps(post.audience.storeIds)), 'text')
  await ensureSafe(post, checkTexts)
  await signWords(post, { memberId: member._id, signed, reason, at })
  await Promise.all([openLedger(post), openPictures(post)])
  const change = publishAs(publishAt, at)
  if (!(await changePost(post, change))) throw refusal('stale-version', 'version')
  return showPost({ ...post, ...change })
}
