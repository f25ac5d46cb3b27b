// New ids made on this phone: they must not collide across phones, and a share's must be there at once.
import { base62, READING_ID_LENGTH, type ReadingId, SHARE_TOKEN_LENGTH, type ShareToken } from '@shared/domain/ids'
import { TRACE_LENGTH } from '@shared/domain/trace'

const random = (length: number): number[] => {
  const crypto = (globalThis as { crypto?: Crypto }).crypto
  if (crypto?.getRandomValues) return Array.from(crypto.getRandomValues(new Uint16Array(length)), (n) => n / 65536)
  return Array.from({ length }, Math.random)
}

export const mintShareToken = (): ShareToken => base62(random(SHARE_TOKEN_LENGTH)) as ShareToken
export const mintReadingId = (): ReadingId => base62(random(READING_ID_LENGTH)) as ReadingId
export const mintTrace = (): string => base62(random(TRACE_LENGTH))
export const mintId = (): string => base62(random(16))
