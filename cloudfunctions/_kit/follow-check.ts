// WeChat has spoken: what becomes of what is out already? What it calls risky is taken down at once, on the record.
import { type Check, LABELS, verdictOf } from '@shared/domain/check'
import type { MemberId, PlaybookId, PostId } from '@shared/domain/ids'
import { mayRetirePlay } from '@shared/domain/playbook'
import { mayRecallPost } from '@shared/domain/post'
import { appendAudit } from './audit'
import { changeCheck } from './data/checks'
import { changeWords, findKit } from './data/kits'
import { changePlaybook, findPlaybook } from './data/playbooks'
import { changePost, findPost } from './data/posts'
import { keepRecall } from './data/recalls'

/** Somebody changed it while we looked: the check stays judged, and the next timer looks again. */
const ensureDone = (done: boolean, { _id }: Check): void => {
  if (!done) throw new Error(`What follows from the check ${_id} met a change`)
}

const WHERE: readonly (readonly [prefix: string, words: string])[] = [
  ['firstComment', '首评'],
  ['title', '标题'],
  ['section.', '长文'],
  ['alt.', '图片说明'],
  ['image.', '图片'],
]
const whereOf = ({ place }: Check): string => WHERE.find(([prefix]) => place.startsWith(prefix))?.[1] ?? '文案'

/** As it stands in the record, for editors and reps to read. */
const reasonOf = (check: Check): string => {
  const label = LABELS[check.label ?? 0]
  if (check.decided !== null) return `${whereOf(check)}经人工复核不合适，已下架`
  return `微信检查认为${whereOf(check)}有风险${label ? `（${label}）` : ''}，已自动下架`
}

const audit = (check: Check, of: string, at: number): Promise<void> => {
  const { _id, place, label, verdict, decided } = check
  const by = { byId: (decided?.by ?? null) as MemberId | null, byName: decided?.byName ?? '微信内容检查' }
  return appendAudit({ actId: `held.${_id}`, act: 'post.held', ...by, of, facts: { place, label, verdict } }, at)
}

const holdPost = async (check: Check, id: PostId, version: number, at: number): Promise<void> => {
  const post = await findPost(id)
  if (post?.version !== version || !mayRecallPost(post).ok) return
  const reason = reasonOf(check)
  await audit(check, `post.${id}`, at)
  // told before it is done, as when an editor takes it back: the reps who saved it hear of it
  if (post.state === 'live') await keepRecall({ postId: id, version, title: post.article.title, reason, at })
  const recalled = { state: 'recalled' as const, recalledAt: at, recallReason: reason }
  ensureDone(await changePost(post, { ...recalled, publishAt: null, plannedAt: null, updatedAt: at }), check)
}

const holdPlaybook = async (check: Check, id: PlaybookId, version: number, at: number): Promise<void> => {
  const playbook = await findPlaybook(id)
  if (!playbook || !mayRetirePlay(playbook, version).ok) return
  await audit(check, `playbook.${id}`, at)
  ensureDone(await changePlaybook(playbook, { state: 'retired', updatedAt: at }), check)
}

/** Her own wording goes; the text she was dealt is hers again. */
const holdEdit = async (check: Check, of: { postId: PostId; version: number; repId: MemberId }): Promise<void> => {
  const kit = await findKit(of.postId, of.version, of.repId)
  if (kit?.dealt === undefined || kit.text !== check.content) return
  ensureDone(await changeWords(kit, { text: kit.dealt }), check)
}

const takeDown = async (check: Check, at: number): Promise<void> => {
  const [of, id = '', version, repId = ''] = check.subject.split('.')
  if (of === 'post') await holdPost(check, id as PostId, Number(version), at)
  if (of === 'playbook') await holdPlaybook(check, id as PlaybookId, Number(version), at)
  if (of === 'kit') await holdEdit(check, { postId: id as PostId, version: Number(version), repId: repId as MemberId })
}

/** Repeatable: a crash in between leaves it judged. */
export const followCheck = async (check: Check, at: number): Promise<void> => {
  if (verdictOf(check) === 'risky') await takeDown(check, at)
  await changeCheck(check, { state: 'done', nextAt: null })
}
