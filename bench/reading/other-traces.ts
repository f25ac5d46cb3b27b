// Do the rules hold for readers they were not chosen for? Another maker of traces: heavy tails, glances away, silent scrolling.
import type { SectionId } from '../../shared/domain/ids'
import type { SectionMs } from '../../shared/domain/reading'
import { type Random, randomFrom } from './random'
import type { Seen, Trace } from './trace'

/**
 * Nothing here is drawn as in traces.ts. Gaps between touches are Pareto: most are short, some very long. Readers are of three
 * kinds. Flings carry the page to the next section after the finger has gone, so a section comes without a touch. She looks up
 * for any time from seconds to minutes, often too short for the screen to lock; the lock is a setting of the phone.
 */
type Kind = { share: number; msPerCharacter: number; gapMinMs: number; tail: number; awayPerMinute: number }
const KINDS: readonly Kind[] = [
  { share: 0.3, msPerCharacter: 90, gapMinMs: 600, tail: 1.6, awayPerMinute: 0.15 }, // skims
  { share: 0.5, msPerCharacter: 210, gapMinMs: 2_000, tail: 1.3, awayPerMinute: 0.3 }, // reads
  { share: 0.2, msPerCharacter: 340, gapMinMs: 5_000, tail: 1.4, awayPerMinute: 0.5 }, // reads slowly, minds her shop besides
]
const GAP_MAX_MS = 180_000
const AWAY_MEDIAN_MS = 25_000
const LOCKS_AFTER_MS = [30_000, 60_000, 120_000, Number.POSITIVE_INFINITY] as const
const MINUTE_MS = 60_000
const STEP_MS = 500

const kindOf = (random: Random): Kind => {
  let left = random.unit()
  for (const kind of KINDS) {
    left -= kind.share
    if (left < 0) return kind
  }
  throw new Error('the shares of the kinds do not make one')
}

/** Walks through the article in steps of half a second; only a step in which she reads adds to the truth. */
class Walk {
  now = 0
  readonly seen: Seen[] = [{ kind: 'show', at: 0 }]
  readonly truth: SectionMs = {}
  private readonly lockMs: number
  private touchAt: number
  private touchedAt = 0
  constructor(
    private readonly random: Random,
    private readonly kind: Kind,
  ) {
    this.lockMs = LOCKS_AFTER_MS[random.int(0, 3)] ?? MINUTE_MS
    this.touchAt = this.gap()
  }
  private gap(): number {
    const { gapMinMs, tail } = this.kind
    return Math.min(GAP_MAX_MS, gapMinMs * (1 - this.random.unit()) ** (-1 / tail))
  }
  private touch(): void {
    this.seen.push({ kind: 'touch', at: this.now })
    this.touchedAt = this.now
    this.touchAt = this.now + this.gap()
  }
  /** A touch, and the fling brings the section up to a second later; she reads on meanwhile. */
  goTo(section: SectionId, flings: boolean): void {
    if (this.now > 0) this.touch()
    if (flings) this.now += this.random.between(100, 1_000)
    this.seen.push({ kind: 'look', section, picture: null, depth: 0, at: this.now })
  }
  /** She looks up; the phone does not know. Left alone it locks itself, and she touches it when she is back, mostly. */
  private lookUp(): void {
    const backAt = this.now + this.random.logNormal(AWAY_MEDIAN_MS, 1.1)
    const locksAt = this.touchedAt + this.lockMs
    if (locksAt < backAt) {
      this.now = Math.max(this.now, locksAt)
      this.seen.push({ kind: 'hide', at: this.now })
      this.now = backAt
      this.seen.push({ kind: 'show', at: this.now })
      this.touchedAt = this.now
    } else this.now = backAt
    if (this.random.chance(0.8)) this.touch()
    else this.touchAt = Math.max(this.now, this.touchAt)
  }
  read(section: SectionId, ms: number): void {
    for (let left = ms; left > 0; left -= STEP_MS) {
      const step = Math.min(left, STEP_MS)
      // a screen does not lock under her eyes: she touches it before
      if (this.now + step >= Math.min(this.touchAt, this.touchedAt + this.lockMs - STEP_MS)) this.touch()
      this.now += step
      this.truth[section] = (this.truth[section] ?? 0) + step
      if (this.random.chance((this.kind.awayPerMinute * step) / MINUTE_MS)) this.lookUp()
    }
  }
}

const sectionId = (index: number): SectionId => `s${index + 1}` as SectionId

const walkThrough = (walk: Walk, random: Random, kind: Kind, lengths: readonly number[]): void => {
  const leaves = random.chance(0.3) ? random.int(0, lengths.length) : lengths.length // some go after so many sections
  for (let i = 0; i <= Math.min(leaves, lengths.length - 1); i++) {
    const jumpsBack = i > 1 && random.chance(0.08)
    if (jumpsBack) {
      walk.goTo(sectionId(i - 2), true)
      walk.read(sectionId(i - 2), random.between(1_000, 15_000))
    }
    walk.goTo(sectionId(i), random.chance(0.5))
    const whole = (lengths[i] ?? 0) * kind.msPerCharacter * random.between(0.5, 1.3)
    walk.read(sectionId(i), i === leaves ? whole * random.unit() : whole)
  }
}

export const makeOtherTrace = (seed: number): Trace => {
  const random = randomFrom(seed)
  const kind = kindOf(random)
  const walk = new Walk(random, kind)
  const lengths = Array.from({ length: random.int(2, 6) }, () => random.int(20, 260))
  if (random.chance(0.25)) {
    walk.goTo(sectionId(0), false)
    walk.read(sectionId(0), random.between(500, 6_000))
  } else walkThrough(walk, random, kind, lengths)
  const endAt = walk.now
  const killed = random.chance(0.08)
  if (!killed) walk.seen.push({ kind: 'hide', at: endAt })
  const byMs = Math.round(random.between(-MINUTE_MS, MINUTE_MS))
  return {
    seed,
    seen: walk.seen,
    endAt,
    killed,
    truth: walk.truth,
    lengths: Object.fromEntries(lengths.map((length, i) => [sectionId(i), length])),
    clock: random.chance(0.01) ? { at: random.unit() * endAt, byMs } : null,
    net: {
      lossPerTry: 0.08,
      beaconLoss: 0.06,
      offlineFrom: random.chance(0.05) ? random.unit() * endAt : Number.POSITIVE_INFINITY,
      lingers: random.chance(0.8),
      reopens: random.chance(0.5),
    },
  }
}
