// What every post passes before it goes out, alone or approved: complete, varied, answered for, signed and written down.

import { checkPlanWords } from '@shared/domain/advert/plan-words'
import { WORDS_VERSION } from '@shared/domain/advert/words.data'
import { mayAnswerFor } from '@shared/domain/approval'
import type { Act } from '@shared/domain/audit'
import type { MemberId } from '@shared/domain/ids'
import { findEndPollFault } from '@shared/domain/poll'
import { mayPublishPost, type Post } from '@shared/domain/post'
import { findRisks } from '@shared/domain/safety'
import { checkPostText } from '@shared/domain/variant/text-check'
import { countAudience } from '../_kit/audience'
import { appendAudit, undoAudit } from '../_kit/audit'
import { findPoll } from '../_kit/data/polls'
import { changeReviewed } from '../_kit/data/reviews'
import { keepSignoff } from '../_kit/data/signoffs'
import { openPictures } from '../_kit/deal-pictures'
import { findPlans, openLedger } from '../_kit/deal-texts'
import { ensure, refusal } from '../_kit/errors'
import { ensureFit, queuePost } from '../_kit/safety'
import type { CheckTexts } from '../_kit/wechat'

/** Who asks for it to go out, when, and for which risks somebody answers. */
export type Asked = { version: number; publishAt: number | null; signed: readonly string[]; reason: string }

/**
 * Our own wordings are reviewed and need no signature; one that makes a barred word in this very text is stopped here
 * all the same.
 */
const findBarred = async (post: Post) =>
  checkPlanWords(await findPlans(post)).filter(({ severity }) => severity === 'block')

/** What the article asks its readers can be answered when it goes out. */
const ensurePollOpen = async ({ poll }: Post, outAt: number): Promise<void> => {
  if (!poll) return
  const fault = findEndPollFault(await findPoll(poll.pollId), outAt)
  if (fault) throw refusal(fault, 'pollId')
}

/** Refused with what stands in its way. */
export const ensureReady = async (post: Post, asked: Asked, at: number): Promise<void> => {
  ensure(mayPublishPost(post, asked, at))
  ensure(checkPostText(post, await countAudience(post.audience)), 'text')
  await ensurePollOpen(post, asked.publishAt ?? at)
  await ensureFit(post)
  ensure(mayAnswerFor(findRisks(post), asked), 'text')
  if ((await findBarred(post)).length > 0) throw refusal('words-blocked', 'text')
}

/** From the web there is no openid to check for; such posts rely on the people who write and read them at HQ. */
export const ensureSafe = async ({ text, firstComment, article }: Post, checkTexts: CheckTexts): Promise<void> => {
  const sections = article.sections.map(({ heading, paragraphs }) => [heading, ...paragraphs].join('\n'))
  const verdict = await checkTexts([text, firstComment, article.title, ...sections])
  if (verdict === 'risky') throw refusal('unsafe-text')
  if (verdict === 'unavailable') throw refusal('check-unavailable')
}

type Signed = {
  by: MemberId
  byName: string
  approver: { by: MemberId; name: string } | null
  asked: Asked
  at: number
}

/** Who answers for it, kept before it goes out: no version is ever out without. */
export const keepAnswer = (post: Post, { by, byName, approver, asked, at }: Signed): Promise<void> =>
  keepSignoff({
    ...{ postId: post._id, version: post.version, memberId: by, memberName: byName, at },
    ...{ reason: asked.reason, wordsVersion: WORDS_VERSION },
    findings: findRisks(post).map(({ id, word, where }) => ({ id, word, field: where })),
    approvedBy: approver?.by ?? null,
    approvedName: approver?.name ?? '',
  })

/** Written down, then done; when somebody else was faster, that is written down too. */
export const doAudited = async (post: Post, change: Partial<Post>, { act, at }: { act: Act; at: number }) => {
  await appendAudit(act, at)
  if (await changeReviewed(post, change)) return
  await undoAudit(act, at)
  throw refusal('stale-version', 'version')
}

/** Everything the reps and WeChat need of it is there before it goes out. */
export const prepare = (post: Post, at: number) =>
  Promise.all([openLedger(post), openPictures(post), queuePost(post, at)])
