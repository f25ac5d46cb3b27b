// Which of several readings of one person in one week counts for a sharer? The one worth most; the others are repeats.
import { Ints, Reals } from './column'
import { NONE } from './rows'

/** Older weeks are one: hardly anything of them is left. */
const WEEKS_MAX = 64
const FIRST_SLOTS = 64

export type Credited = {
  reader: number
  week: number // weeks ago
  tree: number
  credit: number
  near: boolean // by her own share, not by one further down
  time: number // credit that time took off
  rings: number // … that being in a ring took off
}

type Sums = {
  readers: number
  near: number
  far: number
  weeks: number
  lost: { time: number; rings: number; repeats: number }
}

/** For one sharer at a time; `clear` makes room for the next in constant time. In columns: what is put is never kept itself. */
export class WeekTable {
  private slots = new Int32Array(FIRST_SLOTS)
  private stamps = new Int32Array(FIRST_SLOTS)
  private stamp = 0
  private readonly readers = new Ints(NONE)
  private readonly weeks = new Ints()
  private readonly trees = new Ints(NONE)
  private readonly nears = new Ints()
  private readonly credits = new Reals()
  private readonly times = new Reals()
  private readonly rings = new Reals()
  private readonly counted = new Ints() // by reader: for which sharer she was counted last
  private readonly inWeek = new Uint8Array(WEEKS_MAX)
  private round = 1
  private count = 0
  private repeats = 0

  clear(): void {
    this.stamp++
    this.round++
    this.count = 0
    this.repeats = 0
  }

  put(one: Credited): void {
    const week = Math.min(WEEKS_MAX - 1, one.week)
    const slot = this.slotOf(one.reader, week)
    if (this.stamps[slot] !== this.stamp) {
      this.stamps[slot] = this.stamp
      this.slots[slot] = this.count
      this.keep(this.count++, week, one)
      if (this.count * 2 > this.slots.length) this.widen()
      return
    }
    const place = this.slots[slot] ?? NONE
    const had = this.credits.get(place)
    this.repeats += Math.min(had, one.credit)
    if (one.credit > had || (one.credit === had && one.tree < this.trees.get(place))) this.keep(place, week, one)
  }

  /** Tells each post's credit, and sums up. */
  sum(tell: (tree: number, credit: number) => void): Sums {
    const sums: Sums = { readers: 0, near: 0, far: 0, weeks: 0, lost: { time: 0, rings: 0, repeats: this.repeats } }
    const { inWeek } = this
    inWeek.fill(0)
    for (let place = 0; place < this.count; place++) {
      const credit = this.credits.get(place)
      tell(this.trees.get(place), credit)
      if (this.nears.get(place) === 1) sums.near += credit
      else sums.far += credit
      sums.lost.time += this.times.get(place)
      sums.lost.rings += this.rings.get(place)
      inWeek[this.weeks.get(place)] = 1
      const reader = this.readers.get(place)
      if (this.counted.get(reader) === this.round) continue
      this.counted.set(reader, this.round)
      sums.readers++
    }
    for (let week = 0; week < WEEKS_MAX; week++) sums.weeks += inWeek[week] ?? 0
    return sums
  }

  private keep(place: number, week: number, { reader, tree, near, credit, time, rings }: Credited): void {
    this.readers.set(place, reader)
    this.weeks.set(place, week)
    this.trees.set(place, tree)
    this.nears.set(place, near ? 1 : 0)
    this.credits.set(place, credit)
    this.times.set(place, time)
    this.rings.set(place, rings)
  }

  private slotOf(reader: number, week: number): number {
    const mask = this.slots.length - 1
    let slot = (Math.imul(reader * WEEKS_MAX + week, 0x9e3779b1) >>> 7) & mask
    for (; this.stamps[slot] === this.stamp; slot = (slot + 1) & mask) {
      const place = this.slots[slot] ?? NONE
      if (this.readers.get(place) === reader && this.weeks.get(place) === week) break
    }
    return slot
  }

  private widen(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    this.stamps = new Int32Array(this.slots.length)
    this.stamp = 1
    for (let place = 0; place < this.count; place++) {
      const slot = this.slotOf(this.readers.get(place), this.weeks.get(place))
      this.stamps[slot] = this.stamp
      this.slots[slot] = place
    }
  }
}
