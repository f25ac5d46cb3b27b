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
const DRAWS_MAX = 128

/** Grows by doubling, so that a rep who joins later costs no copy of everything. */
class Columns {
  size = 0
  private room = 1_024
  private readonly spots: Uint8Array[]
  private highs = new Uint32Array(this.room)
  private lows = new Uint32Array(this.room)

  constructor(private readonly slots: Slots) {
    this.spots = Array.from({ length: slots.count }, () => new Uint8Array(this.room))
  }

  add(spots: Spots, [high, low]: SimHash): void {
    if (this.size === this.room) this.grow()
    this.spots.forEach((column, slot) => {
      column[this.size] = spots[slot] ?? 0
    })
    this.highs[this.size] = high
    this.lows[this.size] = low
    this.size += 1
  }

  private grow(): void {
    this.room *= 2
    this.spots.forEach((column, slot) => {
      this.spots[slot] = new Uint8Array(this.room)
      this.spots[slot].set(column)
    })
    const { highs, lows } = this
    this.highs = new Uint32Array(this.room)
    this.highs.set(highs)
    this.lows = new Uint32Array(this.room)
    this.lows.set(lows)
  }

  /** Fewest characters between these spots and any text that is out; Infinity for the first. */
  nearest(spots: Spots, sums: Uint16Array): number {
    const { size } = this
    sums.fill(0, 0, size)
    for (let slot = 0; slot < this.slots.count; slot += 1) {
      const row = this.slots.rowOf(slot, spots[slot] ?? 0)
      const column = this.spots[slot] as Uint8Array
      for (let i = 0; i < size; i += 1) sums[i] = (sums[i] as number) + (row[column[i] as number] as number)
    }
    let least = Number.POSITIVE_INFINITY
    for (let i = 0; i < size; i += 1) if ((sums[i] as number) < least) least = sums[i] as number
    return least
  }

  /** Fewest bits between this hash and any that is out; 64 for the first. */
  nearestBits([high, low]: SimHash): number {
    let least = 64
    for (let i = 0; i < this.size; i += 1) {
      const bits = bitsIn(high ^ (this.highs[i] as number)) + bitsIn(low ^ (this.lows[i] as number))
      if (bits < least) least = bits
    }
    return least
  }

  get capacity(): number {
    return this.room
  }
}

/** near: to the nearest text that is out, in characters per character of this one. */
type Draw = { attempt: number; digits: number[]; spots: Spots; near: number }

export class Ledger {
  private readonly orders: Readonly<Record<Tone, DealOrder>>
  private readonly lengths: Readonly<Record<Tone, number>>
  private readonly slots: Slots
  private readonly columns: Columns
  private readonly texts = new Set<string>()
  private sums = new Uint16Array(0)

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
    this.columns = new Columns(this.slots)
    for (const entry of dealt) this.keep(entry, this.textOf(entry))
  }

  private textOf({ repId, tone, attempt }: Entry): { text: string; digits: number[] } {
    const digits = digitsFor(this.orders[tone], repId, attempt)
    return { digits, text: renderDigits(this.plans[tone], digits) }
  }

  private keep({ tone, hash }: Pick<Entry, 'tone' | 'hash'>, of: { text: string; digits: readonly number[] }): void {
    this.columns.add(this.slots.spotsOf(this.plans[tone], of.digits), hash)
    this.texts.add(of.text)
  }

  private draw(repId: string, tone: Tone, attempt: number): Draw {
    const digits = digitsFor(this.orders[tone], repId, attempt)
    const spots = this.slots.spotsOf(this.plans[tone], digits)
    if (this.sums.length < this.columns.capacity) this.sums = new Uint16Array(this.columns.capacity)
    const length = this.lengths[tone] + this.slots.growthOf(this.plans[tone], digits)
    return { attempt, digits, spots, near: this.columns.nearest(spots, this.sums) / length }
  }

  /** The text of a draw if nobody has one that is the same or looks the same. */
  private take(
    repId: string,
    tone: Tone,
    { attempt, digits }: Pick<Draw, 'attempt' | 'digits'>,
  ): Dealt | 'same' | 'alike' {
    const text = renderDigits(this.plans[tone], digits)
    if (this.texts.has(text)) return 'same'
    const hash = simHash(text)
    if (this.columns.nearestBits(hash) < SIMHASH_APART) return 'alike'
    const dealt = { repId, tone, attempt, hash, text, digits }
    this.keep(dealt, dealt)
    return dealt
  }

  /**
   * A text for this rep from attempt `from` on: the first that is far enough from all others, else the farthest of
   * DRAWS that looks like none of them, else any that nobody has. Null when the space is used up.
   */
  deal(repId: string, tone: Tone, from = 0): Dealt | null {
    for (const draw of this.drawFar(repId, tone, from)) {
      const taken = this.take(repId, tone, draw)
      if (typeof taken !== 'string') return taken
    }
    for (let attempt = from + DRAWS; attempt < from + DRAWS_MAX; attempt += 1) {
      const taken = this.take(repId, tone, { attempt, digits: digitsFor(this.orders[tone], repId, attempt) })
      if (typeof taken !== 'string') return taken
    }
    return this.dealAlike(repId, tone, from)
  }

  /** Up to DRAWS draws, the farthest first; the last of them is the first that is far enough. */
  private drawFar(repId: string, tone: Tone, from: number): Draw[] {
    const draws: Draw[] = []
    for (let attempt = from; attempt < from + DRAWS; attempt += 1) {
      const draw = this.draw(repId, tone, attempt)
      draws.push(draw)
      if (draw.near >= NEAR) break
    }
    return draws.sort((a, b) => b.near - a.near)
  }

  /** In a space too small for distance, any text that nobody has. */
  private dealAlike(repId: string, tone: Tone, from: number): Dealt | null {
    for (let attempt = from; attempt < from + DRAWS_MAX; attempt += 1) {
      const digits = digitsFor(this.orders[tone], repId, attempt)
      const text = renderDigits(this.plans[tone], digits)
      if (this.texts.has(text)) continue
      const dealt = { repId, tone, attempt, hash: simHash(text), text, digits }
      this.keep(dealt, dealt)
      return dealt
    }
    return null
  }
}
