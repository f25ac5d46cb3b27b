// Who read deeply what whom passed on, across all posts? Pairs of people, and how far each pair is one that only opens each other.
import { Ints } from './column'
import type { Forest } from './forest'
import { isByReader, isDeep, isStaff, NONE } from './rows'

/** Pairs seen in a ring are scanned this far; who has more sources than this is in no small ring. */
const SOURCES_MAX = 64
/** A reader's first reading from her is free, and so many from elsewhere are on credit: one visit is no ring. */
const OUTSIDE_PRIOR = 2
/** So much of a wholly mutual exchange is taken off. */
const MUTUAL_DISCOUNT = 0.75

export class Links {
  readonly from = new Ints(NONE)
  readonly to = new Ints(NONE)
  readonly read = new Ints() // shares of `from` that `to` read deeply, each once
  readonly staff = new Ints() // by person: 1 where a reading of hers was staff's
  private readonly total = new Ints() // by person: shares of anybody that she read deeply
  private readonly edgeOf = new Ints(NONE) // by reading
  private readonly lastShare = new Ints(NONE)
  private slots = new Int32Array(1024).fill(NONE)
  private readonly out = new Lists()
  private readonly into = new Lists()
  private factors = new Float64Array(0)
  private readonly partners: number[] = []
  private readonly edgeTo = new Ints(NONE) // of the one person looked at, by reader
  private readonly inside = new Ints() // by edge

  constructor(private readonly forest: Forest) {}

  count = 0

  /** The pair's place; -1 where `to` never read deeply what `from` passed on. */
  find(from: number, to: number): number {
    return this.slots[this.slotOf(from, to)] ?? NONE
  }

  /** How much of a reading counts, from 0 to 1, by the pair it stands in; 1 where it came from nobody known. */
  factorOf(reading: number): number {
    const edge = this.edgeOf.get(reading)
    return edge === NONE ? 1 : (this.factors[edge] ?? 1)
  }

  /** First, for every share: its readings into pairs. */
  gather(share: number): void {
    const { shares, readings } = this.forest
    if (shares.depth.get(share) === NONE) return
    const source = this.sourceOf(share)
    for (let r = shares.firstReading.get(share); r !== NONE; r = readings.next.get(r)) {
      const flags = readings.flags.get(r)
      const reader = readings.person.get(r)
      if (reader === NONE) continue
      if (isStaff(flags)) this.staff.set(reader, 1)
      if (!isByReader(flags) || !isDeep(flags)) continue
      const isFirst = this.lastShare.get(reader) !== share
      this.lastShare.set(reader, share)
      if (isFirst) this.total.set(reader, this.total.get(reader) + 1)
      if (source === NONE || source === reader) continue
      const edge = this.add(source, reader)
      this.edgeOf.set(r, edge)
      if (isFirst) this.read.set(edge, this.read.get(edge) + 1)
    }
  }

  /** Then once. */
  arrange(): void {
    const people = this.forest.people.keys.length
    this.out.fill(people, this.count, (edge) => this.from.get(edge))
    this.into.fill(people, this.count, (edge) => this.to.get(edge))
    this.factors = new Float64Array(this.count).fill(1)
  }

  /** Then for every person: how far are those whom she reaches only in a ring with her? */
  weigh(person: number): void {
    const { out, partners } = this
    if (out.end(person) === out.start(person)) return
    this.findPartners(person)
    this.addInside(person)
    for (let i = out.start(person); i < out.end(person); i++) {
      const edge = out.at(i)
      const reader = this.to.get(edge)
      const forth = this.read.get(edge)
      const inside = forth + this.inside.get(edge)
      const total = this.total.get(reader)
      const outside = Math.max(0, total - inside) + OUTSIDE_PRIOR
      const independence = outside / (outside + inside - 1)
      const backEdge = partners.length === 0 ? NONE : this.find(reader, person)
      const back = backEdge === NONE ? 0 : this.read.get(backEdge)
      const mutual = 1 - (MUTUAL_DISCOUNT * 2 * Math.min(forth, back)) / (forth + back)
      this.factors[edge] = independence * mutual
    }
  }

  /** Those in a circle of two or three with her: she reads what comes back from them. */
  private findPartners(person: number): void {
    const { into, partners } = this
    partners.length = 0
    const end = Math.min(into.end(person), into.start(person) + SOURCES_MAX)
    for (let i = into.start(person); i < end; i++) {
      const source = this.from.get(into.at(i))
      if (this.find(person, source) !== NONE) partners.push(source)
      const before = Math.min(into.end(source), into.start(source) + SOURCES_MAX)
      for (let j = into.start(source); j < before; j++) {
        const between = this.from.get(into.at(j))
        if (between !== person && this.find(person, between) !== NONE) partners.push(source, between)
      }
    }
  }

  /** What her readers have from her partners is as if they had it from her. */
  private addInside(person: number): void {
    const { out, partners } = this
    if (partners.length === 0) return
    for (let i = out.start(person); i < out.end(person); i++) this.edgeTo.set(this.to.get(out.at(i)), out.at(i))
    for (const partner of new Set(partners))
      for (let i = out.start(partner); i < out.end(partner); i++) {
        const edge = this.edgeTo.get(this.to.get(out.at(i)))
        if (edge !== NONE) this.inside.set(edge, this.inside.get(edge) + this.read.get(out.at(i)))
      }
    for (let i = out.start(person); i < out.end(person); i++) this.edgeTo.set(this.to.get(out.at(i)), NONE)
  }

  /** The nearest known person above a reading of this share; -1: it came straight from the rep, or from people unknown. */
  private sourceOf(share: number): number {
    const { shares } = this.forest
    for (let row = share; row !== NONE; row = shares.parent.get(row)) {
      const person = shares.person.get(row)
      if (person !== NONE) return person
    }
    return NONE
  }

  private slotOf(from: number, to: number): number {
    const mask = this.slots.length - 1
    let hash = Math.imul(from, 0x9e3779b1) ^ Math.imul(to, 0x85ebca6b)
    hash = (hash ^ (hash >>> 15)) & mask
    for (;;) {
      const edge = this.slots[hash] ?? NONE
      if (edge === NONE || (this.from.get(edge) === from && this.to.get(edge) === to)) return hash
      hash = (hash + 1) & mask
    }
  }

  private add(from: number, to: number): number {
    const slot = this.slotOf(from, to)
    const had = this.slots[slot] ?? NONE
    if (had !== NONE) return had
    const edge = this.count++
    this.from.set(edge, from)
    this.to.set(edge, to)
    this.slots[slot] = edge
    if (this.count * 2 > this.slots.length) this.spreadOut()
    return edge
  }

  private spreadOut(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(NONE)
    for (let edge = 0; edge < this.count; edge++) this.slots[this.slotOf(this.from.get(edge), this.to.get(edge))] = edge
  }
}

/** Edges by person: those of one stand side by side. */
class Lists {
  private starts = new Int32Array(1)
  private edges = new Int32Array(0)

  fill(people: number, count: number, personOf: (edge: number) => number): void {
    const starts = new Int32Array(people + 1)
    for (let edge = 0; edge < count; edge++) starts[personOf(edge) + 1] = (starts[personOf(edge) + 1] ?? 0) + 1
    for (let person = 0; person < people; person++)
      starts[person + 1] = (starts[person + 1] ?? 0) + (starts[person] ?? 0)
    const next = starts.slice()
    this.edges = new Int32Array(count)
    for (let edge = 0; edge < count; edge++) {
      const place = next[personOf(edge)] ?? 0
      this.edges[place] = edge
      next[personOf(edge)] = place + 1
    }
    this.starts = starts
  }

  start(person: number): number {
    return this.starts[person] ?? 0
  }

  end(person: number): number {
    return this.starts[person + 1] ?? 0
  }

  at(place: number): number {
    return this.edges[place] ?? NONE
  }
}
