// Which programs may ask us, what may they do, and when did each last ask?
import { listTokens as findTokens } from '../_kit/data/api-tokens'
import type { Handler } from '../_kit/serve'

export const listTokens: Handler<'hq', 'token.list'> = async () => ({
  tokens: (await findTokens()).map(({ tokenId, name, scopes, byName, at, expiresAt, revokedAt, lastUsedAt }) => ({
    ...{ tokenId, name, scopes, byName, at, expiresAt, revokedAt, lastUsedAt },
  })),
})
