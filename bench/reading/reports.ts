// What do many phones send? Readings that grow report by report, and what the cloud has acknowledged of each.
import type { ReadingId, SectionId, ShareToken } from '../../shared/domain/ids'
import { type Population, postOfShare, REPS, SHARES_PER_REP } from './population'
import { type Random, randomFrom } from './random'

const SECTIONS = 4
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** One phone reading one post; `acked` is the last state that was accepted. */
export class PhoneReading {
  readonly id: ReadingId
  readonly openid: string
  readonly sections: Record<SectionId, number> = {}
  acked: { seq: number; sections: Record<SectionId, number> } | undefined
  private seq = 0
  private readonly beganAt = performance.now()

  constructor(
    readonly token: ShareToken,
    private readonly random: Random,
  ) {
    this.id = Array.from({ length: 20 }, () => BASE62.charAt(random.int(0, 61))).join('') as ReadingId
    this.openid = `o-${this.id}`
  }

  /** The whole running state after some more seconds. */
  next(): { readings: object[] } {
    this.seq++
    const section = `s${this.random.int(1, SECTIONS)}` as SectionId
    this.sections[section] = (this.sections[section] ?? 0) + this.random.int(1_000, 15_000)
    const spanMs = 600_000 + Math.round(performance.now() - this.beganAt)
    const depth = Math.min(1, this.seq / 10)
    const state = { version: 1, scene: 1007, seq: this.seq, agoMs: 0, spanMs, sections: this.sections, depth }
    return { readings: [{ readingId: this.id, token: this.token, ...state }] }
  }

  acknowledge(): void {
    this.acked = { seq: this.seq, sections: { ...this.sections } }
  }
}

/** Shares of all posts, or of the one that everybody reads. */
export const sharesOf = (who: Population, which: 'uniform' | 'viral'): ShareToken[] => {
  const viral = postOfShare(who, 0, 0)
  return who.tokens.filter(
    (_, i) =>
      which === 'uniform' || postOfShare(who, Math.floor(i / SHARES_PER_REP) % REPS, i % SHARES_PER_REP) === viral,
  )
}

export const phonesOf = (tokens: readonly ShareToken[], seed: number): (() => PhoneReading) => {
  const random = randomFrom(seed)
  return () => {
    const token = tokens[random.int(0, tokens.length - 1)]
    if (!token) throw new Error('no share to read by')
    return new PhoneReading(token, randomFrom(random.int(0, 2 ** 31)))
  }
}
