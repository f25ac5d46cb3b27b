// A program's token is good no more, from its next request on.
import { appendAudit } from '../_kit/audit'
import { now } from '../_kit/clock'
import { findTokenById, revokeToken } from '../_kit/data/api-tokens'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

export const dropToken: Handler<'hq', 'token.drop'> = async ({ tokenId }, { caller: { member } }) => {
  const token = found(await findTokenById(tokenId), 'no-such-token', 'tokenId')
  if (token.revokedAt !== null) return {}
  const act = { act: 'token.dropped' as const, byId: member._id, byName: member.name, of: `token.${tokenId}` }
  await appendAudit({ ...act, actId: `token.${tokenId}.drop`, facts: { name: token.name } }, now())
  await revokeToken(tokenId, now(), member.name)
  return {}
}
