// 20,000 readers a set: how they read, where they stop touching, what phone and network do to them. Seeds are frozen.
import type { SectionId } from '../../shared/domain/ids'
import type { SectionMs } from '../../shared/domain/reading'
import { type Random, randomFrom } from './random'
import type { Net, Seen, Trace } from './trace'

export type SetName = 'clean' | 'idle+hides' | 'hostile'
export const SETS: readonly SetName[] = ['clean', 'idle+hides', 'hostile']
export const TRACES = 20_000

const SECTION_MEDIAN_MS = 14_000
const GAP_MEDIAN_MS = 4_000
const BOUNCES = 0.35
const BOUNCE_MEDIAN_MS = 2_500
const IDLE_PER_SECTION = 0.06 // about one reader in five lays the phone down once
const HIDE_PER_SECTION = 0.08
const IDLE_MS = [30_000, 120_000] as const
const LINGERS = 0.7 // WeChat runs a page for 5 s after it is hidden; a closed browser tab does not run at all
const CLOCK_JUMP_MS = 300_000

/** A reader at work. `now` is true time; only `read` adds to the truth. */
class Reader {
  now = 0
  readonly seen: Seen[] = [{ kind: 'show', at: 0 }]
  readonly truth: SectionMs = {}
  private untilTouchMs: number
  private readonly gapMedianMs: number
  constructor(
    private readonly random: Random,
    private readonly disturbed: boolean,
  ) {
    this.gapMedianMs = random.logNormal(GAP_MEDIAN_MS, 0.35)
    this.untilTouchMs = this.gap()
  }
  private gap(): number {
    return this.random.logNormal(this.gapMedianMs, 0.9)
  }
  private mark(kind: 'show' | 'hide' | 'touch'): void {
    this.seen.push({ kind, at: this.now })
  }
  touch(): void {
    this.mark('touch')
    this.untilTouchMs = this.gap()
  }
  goTo(id: SectionId, first: boolean): void {
    if (!first) this.touch()
    this.seen.push({ kind: 'look', section: id, picture: null, depth: 0, at: this.now })
  }
  /** Reads on for `ms`, touching as she does. */
  private readOn(id: SectionId, ms: number): void {
    let left = ms
    while (left > 0) {
      const step = Math.min(left, this.untilTouchMs)
      this.now += step
      this.truth[id] = (this.truth[id] ?? 0) + step
      left -= step
      this.untilTouchMs -= step
      if (this.untilTouchMs <= 0) this.touch()
    }
  }
  /** The phone lies there, lit; some lock themselves meanwhile. Returns whether she comes back. */
  private layDown(): void {
    const ms = this.random.between(...IDLE_MS)
    const locksAfter = this.random.chance(0.3) ? this.random.between(30_000, 60_000) : Number.POSITIVE_INFINITY
    if (locksAfter < ms) {
      this.now += locksAfter
      this.mark('hide')
      this.now += ms - locksAfter
      this.mark('show')
    } else this.now += ms
    if (this.random.chance(0.7)) this.touch()
  }
  private lookElsewhere(): void {
    this.mark('hide')
    this.now += this.random.chance(0.2) ? this.random.between(300, 3_000) : this.random.logNormal(25_000, 1.2)
    this.mark('show')
    if (this.random.chance(0.5)) this.touch()
  }
  read(id: SectionId, ms: number): void {
    const before = this.random.unit() * ms
    const idle = this.disturbed && this.random.chance(IDLE_PER_SECTION)
    const hide = this.disturbed && this.random.chance(HIDE_PER_SECTION)
    this.readOn(id, before)
    if (idle) this.layDown()
    else if (hide) this.lookElsewhere()
    this.readOn(id, ms - before)
  }
  /** She lays it down for good: the phone locks itself much later. */
  forget(): void {
    this.now += this.random.between(...IDLE_MS)
  }
}

const sectionId = (index: number): SectionId => `s${index + 1}` as SectionId

/** Time follows the text's length, her speed and her interest; over all readers the median is 14 s, sigma about 0.8. */
const makeLengths = (random: Random, count: number): number[] =>
  Array.from({ length: count }, () => Math.max(10, Math.round(random.logNormal(90, 0.6))))

const readThrough = (reader: Reader, random: Random, lengths: readonly number[]): void => {
  const speed = random.logNormal(90 / SECTION_MEDIAN_MS, 0.3) // characters per ms
  for (let i = 0, first = true; i < lengths.length; i++, first = false) {
    reader.goTo(sectionId(i), first)
    reader.read(sectionId(i), ((lengths[i] ?? 0) / speed) * random.logNormal(1, 0.45))
    if (i > 0 && random.chance(0.06)) {
      const back = random.int(0, i - 1)
      reader.goTo(sectionId(back), false)
      reader.read(sectionId(back), random.logNormal(SECTION_MEDIAN_MS / 3, 0.7))
    }
    if (random.chance(0.02)) return
  }
}

const netOf = (random: Random, set: SetName, endAt: number): Net => {
  const reopens = random.chance(0.6)
  const offlineFrom = random.chance(0.08) ? random.unit() * endAt : Number.POSITIVE_INFINITY
  const lingers = random.chance(LINGERS)
  const kind = { reopens, lingers }
  if (set !== 'hostile') return { lossPerTry: 0, beaconLoss: 0, offlineFrom: Number.POSITIVE_INFINITY, ...kind }
  return { lossPerTry: 0.05, beaconLoss: 0.1, offlineFrom, ...kind }
}

export const makeTrace = (set: SetName, seed: number): Trace => {
  const random = randomFrom(seed)
  const disturbed = set !== 'clean'
  const reader = new Reader(random, disturbed)
  const lengths = makeLengths(random, random.int(1, 8))
  if (random.chance(BOUNCES)) {
    reader.goTo(sectionId(0), true)
    reader.read(sectionId(0), random.logNormal(BOUNCE_MEDIAN_MS, 0.8))
  } else readThrough(reader, random, lengths)
  if (disturbed && random.chance(0.04)) reader.forget()
  const endAt = reader.now
  const jumps = set === 'hostile' && random.chance(0.01)
  const byMs = Math.round(random.between(-CLOCK_JUMP_MS, CLOCK_JUMP_MS))
  const clock = { at: random.unit() * endAt, byMs }
  const killed = set === 'hostile' && random.chance(0.1)
  if (!killed) reader.seen.push({ kind: 'hide', at: endAt })
  return {
    seed,
    seen: reader.seen,
    endAt,
    killed,
    truth: reader.truth,
    lengths: Object.fromEntries(lengths.map((length, i) => [sectionId(i), length])),
    clock: jumps ? clock : null,
    net: netOf(random, set, endAt),
  }
}
