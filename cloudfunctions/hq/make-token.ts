// HQ gives a program a token: told once, kept as a hash.
import { type ApiToken, TOKEN_SHOWN_MS, TOKENS_MAX } from '@shared/domain/api-token'
import { appendAudit } from '../_kit/audit'
import { now } from '../_kit/clock'
import { findTokenById, insertToken, listTokens } from '../_kit/data/api-tokens'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { hashOfToken, tokenOf } from '../_kit/sign-body'

const DAY_MS = 86_400_000

export const makeToken: Handler<'hq', 'token.make'> = async (
  { tokenId, name, scopes, days },
  { caller: { member } },
) => {
  const [at, token] = [now(), tokenOf(tokenId)]
  /** Shown again only to the very request whose answer may have been lost. */
  const again = (stored: ApiToken) => {
    const isSame = stored.byId === member._id && stored.name === name && stored.scopes.join() === scopes.join()
    if (!isSame || stored.revokedAt !== null || at - stored.at > TOKEN_SHOWN_MS) throw refusal('token-shown', 'tokenId')
    return { token, expiresAt: stored.expiresAt }
  }
  const before = await findTokenById(tokenId)
  if (before) return again(before)
  const inForce = (await listTokens()).filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > at)
  if (inForce.length >= TOKENS_MAX) throw refusal('too-many-tokens', 'tokenId')
  const expiresAt = at + days * DAY_MS
  const act = { act: 'token.made' as const, byId: member._id, byName: member.name, of: `token.${tokenId}` }
  await appendAudit({ ...act, actId: `token.${tokenId}`, facts: { name, scopes: scopes.join(' '), days } }, at)
  const fresh: ApiToken = {
    ...{ _id: hashOfToken(token), tokenId, name, scopes, byId: member._id, byName: member.name, at, expiresAt },
    ...{ revokedAt: null, revokedBy: null, lastUsedAt: null, minute: 0, used: 0 },
  }
  if (await insertToken(fresh)) return { token, expiresAt }
  return again(found(await findTokenById(tokenId), 'no-such-token', 'tokenId'))
}
