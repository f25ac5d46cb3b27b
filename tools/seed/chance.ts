// The seed's dice: the same throw every time for the same words.
import { createHash } from 'node:crypto'
import { base62 } from '@shared/domain/ids'

const bytes = (words: readonly (string | number)[]): Buffer => createHash('sha256').update(words.join('|')).digest()

/** A number in [0, 1) that belongs to these words. */
export const chance = (...words: (string | number)[]): number => bytes(words).readUInt32BE(0) / 2 ** 32

/** An id of `length` ≤ 32 base62 characters that belongs to these words. */
export const idFrom = (length: number, ...words: (string | number)[]): string =>
  base62(Array.from(bytes(words).subarray(0, length), (byte) => byte / 256))
