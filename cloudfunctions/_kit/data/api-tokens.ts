// Which programs hold a token, and how often did they ask this minute? Only the token's hash is kept.
import type { ApiToken } from '@shared/domain/api-token'
import type { ApiTokenId } from '@shared/domain/ids'
import { above, addedTo, below, collection, EVERYTHING, FIND_MAX } from '../collection'

const tokens = collection<ApiToken>('apitokens')

export const findToken = (hash: string): Promise<ApiToken | null> => tokens.get(hash)
export const findTokenById = async (tokenId: ApiTokenId): Promise<ApiToken | null> =>
  (await tokens.find({ tokenId }, { limit: 1 }))[0] ?? null

/** The last made first, those that are over too. */
export const listTokens = (): Promise<ApiToken[]> =>
  tokens.find(EVERYTHING, { order: [['at', 'desc']], limit: FIND_MAX })

/** False when this very token is there. */
export const insertToken = (token: ApiToken): Promise<boolean> => tokens.insertIfAbsent(token)

export const revokeToken = (tokenId: ApiTokenId, revokedAt: number, revokedBy: string): Promise<number> =>
  tokens.change({ tokenId, revokedAt: null }, { revokedAt, revokedBy })

/** Counts one request of this minute; false when there were `rate` already. Exact, however many ask at once. */
export const countRequest = async (hash: string, asked: { minute: number; rate: number; now: number }) => {
  const { minute, rate, now } = asked
  const more = () => tokens.change({ _id: hash, minute, used: below(rate) }, { used: addedTo(1), lastUsedAt: now })
  if ((await more()) > 0) return true
  if ((await tokens.change({ _id: hash, minute: below(minute) }, { minute, used: 1, lastUsedAt: now })) > 0) return true
  // a colleague began this minute, or it began while we asked
  return (
    (await more()) > 0 ||
    (await tokens.change({ _id: hash, minute: above(minute), used: below(rate) }, { used: addedTo(1) })) > 0
  )
}
