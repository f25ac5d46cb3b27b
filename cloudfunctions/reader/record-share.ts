// How did it travel on? A reader's share hangs below the one she came by; as hers only where she agreed to that.
import type { Caller } from '@shared/domain/access'
import { isSpreadAgreed } from '@shared/domain/consent'
import type { MemberId, PersonId } from '@shared/domain/ids'
import { childShare } from '@shared/domain/share'
import { now } from '../_kit/clock'
import { findConsentInForce } from '../_kit/data/consents'
import { findShare, keepShare } from '../_kit/data/shares'
import { found, refusal } from '../_kit/errors'
import { forgetSpread } from '../_kit/forget-spread'
import type { Handler } from '../_kit/serve'

const findSharer = async (caller: Pick<Caller, 'kind'> & { personId?: PersonId }, repId: MemberId) => {
  if (caller.kind !== 'person' || !caller.personId) return null
  const pair = { personId: caller.personId, repId }
  return isSpreadAgreed(await findConsentInForce(pair)) ? pair : null
}

export const recordShare: Handler<'reader', 'share.record'> = async ({ token, parentToken, channel }, { caller }) => {
  const parent = found(await findShare(parentToken), 'unknown-share', 'parentToken')
  const sharer = await findSharer(caller, parent.repId)
  const personId = sharer?.personId ?? null
  const stored = await keepShare(childShare(parent, { token, channel, at: now(), personId }))
  // she took it back while this was under way: whoever did that may not have seen this share yet
  if (sharer && !(await findSharer(caller, parent.repId))) await forgetSpread(sharer, true)
  if (stored.parentToken !== parentToken) throw refusal('token-taken', 'token')
  return { token: stored._id, depth: stored.depth }
}
