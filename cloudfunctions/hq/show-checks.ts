// How does the desk see what WeChat said of a version? Text by text and image by image, and whether it can be asked at all.
import type { ShownChecks } from '@shared/contracts/check'
import { isOwnWork } from '@shared/domain/approval'
import { type Check, HERE_FOR_MS, type Subject, standingOf } from '@shared/domain/check'
import type { MemberId, PlaybookId, PostId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import { now } from '../_kit/clock'
import { listChecks } from '../_kit/data/checks'
import { findPlaybook } from '../_kit/data/playbooks'
import { findPost } from '../_kit/data/posts'
import { listVisitors } from '../_kit/data/visits'

export type CheckedThing = { of: 'post' | 'playbook' | 'submission'; id: string; version: number }
export const subjectOf = ({ of, id, version }: CheckedThing): Subject => `${of}.${id}.${version}`

const showCheck = (check: Check): ShownChecks['checks'][number] => {
  const { _id, place, kind, verdict, label, word, tries, askedAt, doneAt, gaveUp, decided } = check
  return {
    ...{ checkId: _id, place, kind, verdict, label, word, tries, askedAt, doneAt, gaveUp: gaveUp !== 0 },
    decided: decided && { name: decided.byName, at: decided.at, ok: decided.ok },
  }
}

/** A second person: who had a hand in it does not judge it. */
export const isOwnThing = async ({ of, id }: Pick<CheckedThing, 'of' | 'id'>, by: MemberId): Promise<boolean> => {
  if (of === 'submission') return false // nobody at HQ wrote it
  if (of === 'playbook') return (await findPlaybook(id as PlaybookId))?.updatedBy === by
  const post = await findPost(id as PostId)
  return post !== null && isOwnWork(post, by)
}

export const showChecks = async (
  asked: CheckedThing,
  { _id, role }: Pick<Member, '_id' | 'role'>,
): Promise<ShownChecks> => {
  const [checks, visitors, isOwn] = await Promise.all([
    listChecks(subjectOf(asked)),
    listVisitors(now() - HERE_FOR_MS),
    role === 'approver' && isOwnThing(asked, _id),
  ])
  return {
    standing: standingOf(checks).standing,
    reachable: visitors.length > 0,
    mayDecide: role === 'approver' && !isOwn,
    checks: checks.map(showCheck),
  }
}
