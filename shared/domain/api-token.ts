// Which programs of the firm's may ask us what? A token names a few scopes, ends by itself, and may be taken back.
import type { ApiTokenId, MemberId } from './ids'

/** Of contacts and of who read what there is no scope at all: it never leaves through the interface. */
export const TOKEN_SCOPES = ['posts:read', 'people:read', 'work:read', 'hooks:read', 'hooks:replay'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

/** `_id` is a keyed hash of the token itself, which is not kept. */
export type ApiToken = {
  _id: string
  tokenId: ApiTokenId // minted on the client; names the token without giving it away
  name: string
  scopes: TokenScope[]
  byId: MemberId
  byName: string
  at: number
  expiresAt: number
  revokedAt: number | null
  revokedBy: string | null
  lastUsedAt: number | null
  /** Of this minute (whole minutes since 1970) so many requests were answered. */
  minute: number
  used: number
}

export const TOKEN_NAME_MAX = 30
export const TOKENS_MAX = 50 // in force at once
export const TOKEN_DAYS = [30, 90, 365] as const
/** Requests a minute per token. */
export const TOKEN_RATE = 120
/** The same request may be sent again for so long and is shown the same token: its answer may have been lost. */
export const TOKEN_SHOWN_MS = 600_000
const MINUTE_MS = 60_000

export type TokenDecision =
  | { ok: true }
  | { ok: false; reason: 'bad-token' | 'token-revoked' | 'token-expired' | 'scope-missing' }

/** May this token be used for that now? */
export const mayUseToken = (
  token: Pick<ApiToken, 'scopes' | 'expiresAt' | 'revokedAt'> | null,
  scope: TokenScope,
  now: number,
): TokenDecision => {
  if (!token) return { ok: false, reason: 'bad-token' }
  if (token.revokedAt !== null) return { ok: false, reason: 'token-revoked' }
  if (token.expiresAt <= now) return { ok: false, reason: 'token-expired' }
  return token.scopes.includes(scope) ? { ok: true } : { ok: false, reason: 'scope-missing' }
}

export const minuteOf = (now: number): number => Math.floor(now / MINUTE_MS)

/** Whole seconds until requests are counted anew; never 0. */
export const secondsToNextMinute = (now: number): number => Math.ceil((MINUTE_MS - (now % MINUTE_MS)) / 1_000)
