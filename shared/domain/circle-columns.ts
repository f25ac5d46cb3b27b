// Facts of very many contacts, column by column, and rules compiled to closures over them.
import {
  CHOICE_FACTS,
  CIRCLE_EVENTS,
  type CircleEvent,
  type CircleFacts,
  compare,
  countWithin,
  type LeafRule,
  leavesOfRule,
  NUMBER_FACTS,
  type Rule,
  SET_FACTS,
} from './circle'

const DAY_MS = 86_400_000

/** Every column has a bit, so that what changed and what a rule reads are compared in one step. */
const COLUMNS: readonly string[] = [...CHOICE_FACTS, ...SET_FACTS, ...NUMBER_FACTS, ...CIRCLE_EVENTS]
const BITS = new Map(COLUMNS.map((name, i) => [name, 1 << i]))
const bitOf = (name: string): number => BITS.get(name) ?? 0
export const EVERY_COLUMN = COLUMNS.reduce((bits, name) => bits | bitOf(name), 0)

const columnOf = (leaf: LeafRule): string => ('event' in leaf ? leaf.event : leaf.fact)
/** Which columns a rule reads, as bits. */
export const bitsReadBy = (rule: Rule): number =>
  leavesOfRule(rule).reduce((bits, leaf) => bits | bitOf(columnOf(leaf)), 0)

/** Small numbers for words. 0: nothing known. */
class Codes {
  private readonly codes = new Map<string, number>()
  of(word: string): number {
    const known = this.codes.get(word)
    if (known !== undefined) return known
    this.codes.set(word, this.codes.size + 1)
    return this.codes.size
  }
}

/** The values asked for by their codes; words that come later are not among them. */
const wanted = (codes: Codes, values: readonly string[]): Uint8Array => {
  const all = values.map((value) => codes.of(value))
  const flags = new Uint8Array(Math.max(0, ...all) + 1)
  for (const code of all) flags[code] = 1
  return flags
}

const isSameList = (a: readonly number[], b: readonly number[]): boolean => {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** Of these rows, which does it hold for? 1 or 0 in their order; the caller may write into what comes back. */
export type Test = (rows: Int32Array, now: number) => Uint8Array
const NONE: readonly number[] = []

const eachRow = (rows: Int32Array, holds: (row: number) => boolean): Uint8Array => {
  const held = new Uint8Array(rows.length)
  for (let i = 0; i < rows.length; i++) if (holds(rows[i] ?? 0)) held[i] = 1
  return held
}

/** A loop: what `from` does by a callback takes ten times as long. */
const upTo = (n: number): Int32Array => {
  const all = new Int32Array(n)
  for (let i = 0; i < n; i++) all[i] = i
  return all
}

/** Asks each part only of those whom the parts before have left open: for `all` who met them, for `any` who met none. */
const joined =
  (parts: readonly Test[], open: 0 | 1): Test =>
  (rows, now) => {
    const held = new Uint8Array(rows.length).fill(open)
    let [left, places] = [rows, upTo(rows.length)]
    for (const part of parts) {
      const met = part(left, now)
      let kept = 0
      const [rowsKept, placesKept] = [new Int32Array(left.length), new Int32Array(left.length)]
      for (let i = 0; i < left.length; i++) {
        const place = places[i] ?? 0
        if (met[i] !== open) held[place] = 1 - open
        else {
          rowsKept[kept] = left[i] ?? 0
          placesKept[kept++] = place
        }
      }
      if (kept === 0) break
      ;[left, places] = [rowsKept.subarray(0, kept), placesKept.subarray(0, kept)]
    }
    return held
  }

export class CircleColumns {
  private readonly choices = new Map(CHOICE_FACTS.map((fact) => [fact as string, { codes: new Codes(), rows: [0] }]))
  private readonly sets = new Map(SET_FACTS.map((fact) => [fact as string, { codes: new Codes(), rows: [NONE] }]))
  private readonly numbers = new Map(NUMBER_FACTS.map((fact) => [fact as string, [Number.NaN]]))
  private readonly times = new Map<CircleEvent, (readonly number[])[]>(CIRCLE_EVENTS.map((event) => [event, []]))

  /** Puts her facts into a row; which columns are not as they were, as bits. */
  put(row: number, facts: CircleFacts): number {
    let changed = 0
    for (const fact of CHOICE_FACTS) {
      const { codes, rows } = this.choiceColumn(fact)
      const code = facts[fact] === null ? 0 : codes.of(facts[fact])
      if (rows[row] !== code) changed |= bitOf(fact)
      rows[row] = code
    }
    for (const fact of SET_FACTS) {
      const { codes, rows } = this.setColumn(fact)
      const all: readonly string[] = facts[fact]
      const coded = all.length === 0 ? NONE : all.map((word) => codes.of(word))
      if (!isSameList(rows[row] ?? NONE, coded)) changed |= bitOf(fact)
      rows[row] = coded
    }
    for (const fact of NUMBER_FACTS) {
      const rows = this.numberColumn(fact)
      const n = facts[fact] ?? Number.NaN
      if (!Object.is(rows[row], n)) changed |= bitOf(fact)
      rows[row] = n
    }
    for (const event of CIRCLE_EVENTS) {
      const rows = this.timesOf(event)
      if (!isSameList(rows[row] ?? NONE, facts.events[event])) changed |= bitOf(event)
      rows[row] = facts.events[event]
    }
    return changed
  }

  compile(rule: Rule): Test {
    if ('all' in rule)
      return joined(
        rule.all.map((each) => this.compile(each)),
        1,
      )
    if ('any' in rule)
      return joined(
        rule.any.map((each) => this.compile(each)),
        0,
      )
    if ('not' in rule) {
      const test = this.compile(rule.not)
      return (rows, now) => test(rows, now).map((held) => 1 - held)
    }
    return this.compileLeaf(rule)
  }

  private compileLeaf(leaf: LeafRule): Test {
    if ('event' in leaf) {
      const [times, { withinDays, is, n }] = [this.timesOf(leaf.event), leaf]
      return (rows, now) => eachRow(rows, (row) => compare(countWithin(times[row] ?? NONE, withinDays, now), is, n))
    }
    if ('oneOf' in leaf) {
      const column = this.choiceColumn(leaf.fact)
      const flags = wanted(column.codes, leaf.oneOf)
      return (rows) => eachRow(rows, (row) => flags[column.rows[row] ?? 0] === 1)
    }
    if ('anyOf' in leaf) {
      const column = this.setColumn(leaf.fact)
      const flags = wanted(column.codes, leaf.anyOf)
      const has = (codes: readonly number[]): boolean => {
        for (let i = 0; i < codes.length; i++) if (flags[codes[i] ?? 0] === 1) return true
        return false
      }
      return (rows) => eachRow(rows, (row) => has(column.rows[row] ?? NONE))
    }
    const [numbers, { is, n }] = [this.numberColumn(leaf.fact), leaf]
    // nothing compares with what is not known
    return (rows) => eachRow(rows, (row) => compare(numbers[row] ?? Number.NaN, is, n))
  }

  /** When time alone will next change what is counted here: something leaves a window, or what was to come has come. */
  nextTurn(row: number, windows: Windows, now: number): number {
    let next = Number.POSITIVE_INFINITY
    for (const [event, spans] of windows) {
      const times = this.timesOf(event)[row] ?? NONE
      for (const span of spans)
        for (let i = times.length - 1; i >= 0; i--) {
          const at = times[i] ?? 0
          if (at + span <= now) break
          next = Math.min(next, at > now ? at : at + span)
        }
    }
    return next
  }

  private choiceColumn(fact: string) {
    return this.choices.get(fact) ?? { codes: new Codes(), rows: [] }
  }
  private setColumn(fact: string) {
    return this.sets.get(fact) ?? { codes: new Codes(), rows: [] }
  }
  private numberColumn(fact: string): number[] {
    return this.numbers.get(fact) ?? []
  }
  private timesOf(event: CircleEvent): (readonly number[])[] {
    return this.times.get(event) ?? []
  }
}

/** By event the spans, in ms, that rules count it in. */
export type Windows = readonly (readonly [event: CircleEvent, spans: readonly number[]])[]

export const windowsOf = (rules: readonly Rule[]): Windows => {
  const leaves = rules.flatMap(leavesOfRule)
  return CIRCLE_EVENTS.flatMap((event) => {
    const days = leaves.flatMap((leaf) => ('event' in leaf && leaf.event === event ? [leaf.withinDays] : []))
    return days.length > 0 ? [[event, [...new Set(days)].map((n) => n * DAY_MS)] as const] : []
  })
}
