// Seeds what reps and customers offered to be published and what HQ made of it: each step by its action, then moved to its day.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DECLINED_KEPT_MS, OFFER_TERMS_VERSION } from '@shared/domain/submission'
import { type DemoOffer, type DemoOfferedPost, demoOffers } from '../demo/offers.data'
import { demoContacts } from '../demo/people.data'
import type { Admin } from './admin'
import type { As, Door } from './door'
import { sendOut } from './send-out'

const DAY_MS = 86_400_000
const FIRST_ROUND = 1

type Offers = { door: Door; admin: Admin; hq: { editor: As; approver: As }; now: number }

const phoneOf = ({ by }: DemoOffer): { openid: string } =>
  'rep' in by
    ? { openid: `demo-staff-${by.rep}` }
    : { openid: `demo-reader-${demoContacts.findIndex(({ remark }) => remark === by.customer)}` }

const takePhoto = async (door: Door, as: As, file: string): Promise<string> => {
  const { uploadUrl, headers, fileId } = await door.call('render', 'submission.prepare', {}, as)
  const bytes = new Uint8Array(readFileSync(path.join('assets/demo', file)))
  const put = await fetch(uploadUrl, { method: 'PUT', headers, body: bytes })
  if (!put.ok) throw new Error(`upload of ${file} answered ${put.status}`)
  return (await door.call('render', 'submission.take', { fileId }, as)).fileId
}

const send = async (door: Door, one: DemoOffer): Promise<void> => {
  const as = phoneOf(one)
  const { id: submissionId, words, named, people } = one
  const photos = one.photo === null ? [] : [await takePhoto(door, as, one.photo)]
  const rights = { mine: true, people }
  const offer = { submissionId, words, photos, rights, named, version: OFFER_TERMS_VERSION }
  if ('rep' in one.by) await door.call('rep', 'submission.offer', offer, as)
  else await door.call('reader', 'submission.offer', offer, as)
}

/** HQ writes around her section what a post needs, and lets it out. */
const publish = async ({ door, hq }: Offers, { id: postId, title, heading, text, topic, asks }: DemoOfferedPost) => {
  const seen = await door.call('hq', 'post.see', { postId }, hq.editor)
  if (seen.state === 'live') return
  const { draft, version } = seen
  const [hers] = draft.article.sections
  if (!hers) throw new Error(`demo: ${postId} has nothing of hers in it`)
  const article = { ...draft.article, title, sections: [{ ...hers, heading }] }
  const written = { ...draft, text, topics: [topic], article, pollId: asks }
  const saved =
    version > 1 ? seen : await door.call('hq', 'post.save', { postId, baseVersion: version, draft: written }, hq.editor)
  await sendOut(door, saved, hq)
}

/** Its instants, once HQ has said what it has to say. */
const decide = async (of: Offers, { id: submissionId, verdict }: DemoOffer): Promise<Record<string, unknown>> => {
  if (verdict === null) return {}
  const { door, admin, hq, now } = of
  const seen = { submissionId, round: FIRST_ROUND }
  const at = now - verdict.daysAgo * DAY_MS
  if ('asked' in verdict) {
    const { questions } = await door.call('hq', 'submission.ask', { ...seen, says: verdict.asked }, hq.editor)
    return { questions: questions.map((question) => ({ ...question, at })) }
  }
  if ('declined' in verdict) {
    await door.call('hq', 'submission.decline', { ...seen, reason: verdict.declined }, hq.editor)
    return { decidedAt: at, dropAt: at + DECLINED_KEPT_MS }
  }
  const postId = verdict.as.id
  await door.call('render', 'submission.intake', { submissionId }, hq.editor)
  await door.call('hq', 'submission.accept', { ...seen, postId, looked: true }, hq.editor)
  await publish(of, verdict.as)
  const publishedAt = now - verdict.outDaysAgo * DAY_MS
  await admin.update('posts', postId, { publishedAt, updatedAt: publishedAt })
  return { decidedAt: at }
}

const seedOffer = async (of: Offers, one: DemoOffer, seeded: ReadonlySet<string>): Promise<void> => {
  if (seeded.has(one.id)) return
  await send(of.door, one)
  const decided = await decide(of, one)
  const at = of.now - one.daysAgo * DAY_MS
  await of.admin.update('submissions', one.id, {
    ...{ ...decided, at, agreement: { version: OFFER_TERMS_VERSION, at } },
  })
}

/** What was put in before an interruption has been moved to its day. */
export const seedOffers = async (of: Offers): Promise<void> => {
  const pages = await Promise.all(
    (['new', 'asked', 'accepted', 'declined'] as const).map((state) =>
      of.door.call('hq', 'submission.list', { state }, of.hq.editor),
    ),
  )
  const listed = pages.flatMap(({ offers }) => offers)
  const isMoved = ({ at }: { at: number }): boolean => at < of.now - DAY_MS / 2
  const seeded = new Set(listed.filter(isMoved).map(({ submissionId }) => submissionId))
  for (const one of demoOffers) await seedOffer(of, one, seeded)
}
