// Does every rep of this post have a text of her own? Deals one after the other, far from all that are out.
import { type DealOrder, dealOrder, digitsFor, type PostKey, renderDigits, sourceText } from './deal'
import type { ChoicePlan } from './plan'
import { bitsIn, type SimHash, simHash } from './simhash'
import { type Slots, type Spots, slotsOf } from './slots'
import type { Tone } from './tone'

export type Plans = Readonly<Record<Tone, ChoicePlan>>
/** What is remembered of a text that was dealt: enough to render it again and to keep others away from it. */
export type Entry = { repId: string; tone: Tone; attempt: number; hash: SimHash }
export type Dealt = Entry & { text: string; digits: number[] }

/** Two texts differing in fewer bits look alike to a machine (variation.md §1.4). */
export const SIMHASH_APART = 6
/** How far the nearest other text should stay, in characters per character of the text: normalised edit distance. */
const NEAR = 0.19
/** Draws among which the farthest text is taken when none is far enough. */
const DRAWS = 8
/** Draws in all, when texts are already taken or look alike. */
const DRAWS_MAX = 40
/** UTF-16 units hashed for one rep at most: 5,000 texts of 2,000 characters are dealt while HQ waits (20 s). */
const UNITS_MAX = 8_000

const drawsFor = (length: number): number =>
  Math.min(DRAWS_MAX, Math.max(DRAWS, Math.floor(UNITS_MAX / Math.max(1, length))))

/** What is out, one row per text. Grows by doubling, so that a rep who joins later costs no copy of everything. */
class Rows {
  private size = 0
  private room = 1_024
  private spots: Uint16Array
  private hashes: Uint32Array

  constructor(private readonly slots: Slots) {
    this.spots = new Uint16Array(this.room * slots.count)
    this.hashes = new Uint32Array(2 * this.room)
  }

  add(spots: Spots, hash: SimHash): void {
    if (this.size === this.room) this.grow()
    this.spots.set(spots, this.size * this.slots.count)
    this.hashes.set(hash, 2 * this.size)
    this.size += 1
  }

  private grow(): void {
    this.room *= 2
    const { spots, hashes } = this
    this.spots = new Uint16Array(this.room * this.slots.count)
    this.spots.set(spots)
    this.hashes = new Uint32Array(2 * this.room)
    this.hashes.set(hashes)
  }

  /**
   * Fewest characters between these spots and any text that is out; Infinity for the first. Looks no further once it is
   * `floor` or less: such a draw is not wanted. Each comparison ends where it exceeds the least so far, usually at once.
   */
  nearest(spots: Spots, floor: number): number {
    const { count } = this.slots
    const rows = Array.from(spots, (id, group) => this.slots.rowOf(group, id))
    const all = this.spots
    let least = Number.POSITIVE_INFINITY
    for (let at = 0; at < this.size * count; at += count) {
      let sum = 0
      for (let group = 0; group < count && sum < least; group += 1)
        sum += (rows[group] as Uint8Array)[all[at + group] as number] as number
      if (sum >= least) continue
      least = sum
      if (least <= floor) return least
    }
    return least
  }

  /** Fewest bits between this hash and any that is out, 64 for the first; looks no further once it is `floor` or less. */
  nearestBits([high, low]: SimHash, floor: number): number {
    const { hashes } = this
    let least = 64
    for (let at = 0; at < 2 * this.size && least > floor; at += 2) {
      const bits = bitsIn(high ^ (hashes[at] as number)) + bitsIn(low ^ (hashes[at + 1] as number))
      if (bits < least) least = bits
    }
    return least
  }
}

/** near: to the nearest text that is out, in characters per character of this one. */
type Draw = { attempt: number; near: number }
type Asked = { repId: string; tone: Tone; attempt: number }

export class Ledger {
  private readonly orders: Readonly<Record<Tone, DealOrder>>
  private readonly lengths: Readonly<Record<Tone, number>>
  private readonly slots: Slots
  private readonly rows: Rows
  private readonly texts = new Set<string>()

  constructor(
    private readonly plans: Plans,
    key: PostKey,
    dealt: readonly Entry[] = [],
  ) {
    const { warm, expert, lively } = plans
    this.orders = { warm: dealOrder(warm, key), expert: dealOrder(expert, key), lively: dealOrder(lively, key) }
    this.lengths = {
      warm: sourceText(warm).length,
      expert: sourceText(expert).length,
      lively: sourceText(lively).length,
    }
    this.slots = slotsOf([warm, expert, lively])
    this.rows = new Rows(this.slots)
    for (const entry of dealt) this.keep(entry, this.textOf(entry))
  }

  private textOf({ repId, tone, attempt }: Asked): { text: string; digits: number[] } {
    const digits = digitsFor(this.orders[tone], repId, attempt)
    return { digits, text: renderDigits(this.plans[tone], digits) }
  }

  private keep({ tone, hash }: Pick<Entry, 'tone' | 'hash'>, of: { text: string; digits: readonly number[] }): void {
    this.rows.add(this.slots.spotsOf(this.plans[tone], of.digits), hash)
    this.texts.add(of.text)
  }

  /** `best`: the distance of the best draw so far; one that is no better is not looked at to the end. */
  private draw(asked: Asked, best: number): Draw {
    const plan = this.plans[asked.tone]
    const digits = digitsFor(this.orders[asked.tone], asked.repId, asked.attempt)
    const length = this.lengths[asked.tone] + this.slots.growthOf(plan, digits)
    const near = this.rows.nearest(this.slots.spotsOf(plan, digits), best * length) / length
    return { attempt: asked.attempt, near }
  }

  /** The text of a draw, and how many bits it is away from the nearest; null when somebody has it. */
  private look(asked: Asked, floor: number): { dealt: Dealt; bits: number } | null {
    const { text, digits } = this.textOf(asked)
    if (this.texts.has(text)) return null
    const hash = simHash(text)
    return { dealt: { ...asked, hash, text, digits }, bits: this.rows.nearestBits(hash, floor) }
  }

  /**
   * A text for this rep from attempt `from` on: the first that is far enough from all others, else the farthest of
   * DRAWS that looks like none of them, else, of up to DRAWS_MAX, the one that looks least like any. Null when nobody's text
   * is left.
   */
  deal(repId: string, tone: Tone, from = 0): Dealt | null {
    const first = this.drawFar(repId, tone, from)
    const more = Array.from({ length: drawsFor(this.lengths[tone]) - DRAWS }, (_, n) => from + DRAWS + n)
    let best: { dealt: Dealt; bits: number } | null = null
    for (const attempt of [...first, ...more]) {
      const looked = this.look({ repId, tone, attempt }, best?.bits ?? 0)
      if (looked && (best === null || looked.bits > best.bits)) best = looked
      if (best && best.bits >= SIMHASH_APART) break
    }
    if (best) this.keep(best.dealt, best.dealt)
    return best?.dealt ?? null
  }

  /** The attempts of up to DRAWS draws, the farthest first; the last drawn is the first that is far enough. */
  private drawFar(repId: string, tone: Tone, from: number): number[] {
    const draws: Draw[] = []
    let best = 0
    for (let attempt = from; attempt < from + DRAWS && best < NEAR; attempt += 1) {
      const draw = this.draw({ repId, tone, attempt }, best)
      best = Math.max(best, draw.near)
      draws.push(draw)
    }
    return draws.sort((a, b) => b.near - a.near).map(({ attempt }) => attempt)
  }
}
