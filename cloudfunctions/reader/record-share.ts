// How did it travel on? A reader's share hangs below the one she came by.
import { childShare } from '@shared/domain/share'
import { now } from '../_kit/clock'
import { findShare, keepShare } from '../_kit/data/shares'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

export const recordShare: Handler<'reader', 'share.record'> = async ({ token, parentToken, channel }) => {
  const parent = found(await findShare(parentToken), 'unknown-share', 'parentToken')
  const stored = await keepShare(childShare(parent, { token, channel, at: now() }))
  if (stored.parentToken !== parentToken) throw refusal('token-taken', 'token')
  return { token: stored._id, depth: stored.depth }
}
