// Is this version fine with WeChat? Every text and image of it goes into the queue; a timer asks.
import { playbookItems, postItems } from '@shared/domain/check'
import type { PlaybookId, PostId, SubmissionId } from '@shared/domain/ids'
import { offerItems } from '@shared/domain/submission-check'
import { now } from '../_kit/clock'
import { findPlaybook } from '../_kit/data/playbooks'
import { findPost } from '../_kit/data/posts'
import { findSubmission } from '../_kit/data/submissions'
import { found, refusal } from '../_kit/errors'
import { queueChecks } from '../_kit/safety'
import type { Handler } from '../_kit/serve'
import { type CheckedThing, showChecks, subjectOf } from './show-checks'

const itemsOf = async ({ of, id, version }: CheckedThing) => {
  if (of === 'post') {
    const post = found(await findPost(id as PostId), 'no-such-post', 'id')
    if (post.version !== version) throw refusal('stale-version', 'version')
    return postItems(post)
  }
  if (of === 'submission') {
    const offer = found(await findSubmission(id as SubmissionId), 'no-such-offer', 'id')
    if (offer.round !== version) throw refusal('stale-version', 'version')
    return offerItems(offer)
  }
  const playbook = found(await findPlaybook(id as PlaybookId), 'no-such-playbook', 'id')
  if (playbook.version !== version) throw refusal('stale-version', 'version')
  return playbookItems(playbook)
}

export const askChecks: Handler<'hq', 'check.ask'> = async (asked, { caller: { member } }) => {
  await queueChecks(subjectOf(asked), await itemsOf(asked), now())
  return showChecks(asked, member)
}
