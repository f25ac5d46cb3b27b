// What has each reader been told is stored? Her own account of every reading, kept beside the product, held against the cloud at the end.
import type { ReadingReport, SectionMs } from '../../shared/domain/reading'

type Ms = Record<string, number>
/** sent: the highest that ever left the phone. acked: the highest the cloud said it has. */
export type Entry = { sent: Ms; acked: Ms | null; seq: number; ackedSeq: number }
export type StoredReading = { _id: string; seq: number; sections: SectionMs }

const highest = (a: Ms, b: Ms): Ms => {
  const joined = { ...a }
  for (const [id, ms] of Object.entries(b)) joined[id] = Math.max(joined[id] ?? 0, ms)
  return joined
}

const reaches = (a: Ms, b: Ms): boolean => Object.entries(b).every(([id, ms]) => (a[id] ?? 0) >= ms)
const total = (sections: Ms): number => Object.values(sections).reduce((sum, ms) => sum + ms, 0)

/**
 * lost: stored below what was acknowledged, or not there. beyond: stored above what was ever sent. strange: stored and sent
 * by nobody. unequal: at the very end, not to the millisecond what its phone has.
 */
export type Held = { readings: number; lost: string[]; beyond: string[]; strange: string[]; unequal: string[] }

export class Account {
  readonly entries = new Map<string, Entry>()
  /** In neither list of an answer: the cloud will never take it. */
  refused = 0
  reports = 0
  acknowledged = 0

  send(readings: readonly Pick<ReadingReport, 'readingId' | 'seq' | 'sections'>[]): void {
    for (const { readingId, seq, sections } of readings) {
      this.reports += 1
      const had = this.entries.get(readingId) ?? { sent: {}, acked: null, seq: 0, ackedSeq: 0 }
      this.entries.set(readingId, { ...had, sent: highest(had.sent, sections), seq: Math.max(had.seq, seq) })
    }
  }

  hear(
    readings: readonly Pick<ReadingReport, 'readingId' | 'seq' | 'sections'>[],
    { accepted, later }: { accepted: readonly string[]; later: readonly string[] },
  ): void {
    for (const { readingId, seq, sections } of readings) {
      const had = this.entries.get(readingId)
      if (!had) throw new Error('answered before it was sent')
      if (accepted.includes(readingId)) {
        this.acknowledged += 1
        had.acked = highest(had.acked ?? {}, sections)
        had.ackedSeq = Math.max(had.ackedSeq, seq)
      } else if (!later.includes(readingId)) this.refused += 1
    }
  }

  /** Of all readings, as the phones have them. */
  get ms(): number {
    let sum = 0
    for (const { sent } of this.entries.values()) sum += total(sent)
    return sum
  }

  get ackedMs(): number {
    let sum = 0
    for (const { acked } of this.entries.values()) sum += total(acked ?? {})
    return sum
  }

  hold(stored: readonly StoredReading[]): Held {
    const held: Held = { readings: stored.length, lost: [], beyond: [], strange: [], unequal: [] }
    const byId = new Map(stored.map((one) => [one._id, one]))
    for (const { _id } of stored) if (!this.entries.has(_id)) held.strange.push(_id)
    for (const [id, { sent, acked, seq, ackedSeq }] of this.entries) {
      const one = byId.get(id)
      if (acked && (!one || one.seq < ackedSeq || !reaches(one.sections, acked))) held.lost.push(id)
      if (one && (one.seq > seq || !reaches(sent, one.sections))) held.beyond.push(id)
      if (!one || !reaches(one.sections, sent) || !reaches(sent, one.sections)) held.unequal.push(id)
    }
    return held
  }
}
