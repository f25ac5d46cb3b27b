// Who is in which circle, kept up to date: only what changed is asked again, by the rules that read it, and by those whose
// windows of time have moved on over her.
import type { CircleFacts, Rule } from './circle'
import { bitsReadBy, CircleColumns, EVERY_COLUMN, type Test, type Windows, windowsOf } from './circle-columns'

type Compiled = { rule: Rule; test: Test; reads: number; count: number }

/** Rules by their slot (0 to 63); contacts by their row. */
const SLOTS_MAX = 64
const WORDS = SLOTS_MAX / 32

export class CircleTable {
  private readonly columns = new CircleColumns()
  private readonly rules = new Map<number, Compiled>()
  private readonly rowOf = new Map<string, number>()
  private readonly ids: string[] = []
  private readonly free: number[] = []
  private bits = new Uint32Array(WORDS * 1024)
  private turns = new Float64Array(1024) // when time alone may next change what she is in
  private readonly dirty = new Map<number, number>() // row to the columns that changed
  private readonly fresh = new Set<number>() // rules that nobody has been asked by yet
  private windows: Windows = []
  asked = 0 // how many times a rule was asked of a contact, for who measures

  /** Facts that are new or may have changed. */
  put(id: string, facts: CircleFacts): void {
    const known = this.rowOf.get(id)
    const row = known ?? this.free.pop() ?? this.ids.length
    if (known === undefined) this.place(id, row)
    const changed = this.columns.put(row, facts)
    const bits = known === undefined ? EVERY_COLUMN : changed
    if (bits !== 0) this.dirty.set(row, (this.dirty.get(row) ?? 0) | bits)
  }

  remove(id: string): void {
    const row = this.rowOf.get(id)
    if (row === undefined) return
    for (const [slot, rule] of this.rules) if (this.has(row, slot)) rule.count--
    this.bits.fill(0, row * WORDS, (row + 1) * WORDS)
    this.turns[row] = Number.POSITIVE_INFINITY
    this.rowOf.delete(id)
    this.ids[row] = ''
    this.dirty.delete(row)
    this.free.push(row)
  }

  setRule(slot: number, rule: Rule | null): void {
    this.clearSlot(slot)
    this.rules.delete(slot)
    this.fresh.delete(slot)
    if (rule) {
      this.rules.set(slot, { rule, test: this.columns.compile(rule), reads: bitsReadBy(rule), count: 0 })
      this.fresh.add(slot)
    }
    this.windows = windowsOf([...this.rules.values()].map((one) => one.rule))
  }

  /** Brings everybody up to date; whose circles changed. `now` never goes back. */
  recompute(now: number): string[] {
    const isNewRule = this.fresh.size > 0
    const changed = new Set<number>()
    const touched: number[] = []
    for (let row = 0; row < this.ids.length; row++) {
      if (this.ids[row] === '') continue
      if ((this.turns[row] ?? 0) <= now) this.dirty.set(row, EVERY_COLUMN)
      if (isNewRule || this.dirty.has(row)) touched.push(row)
    }
    const rows = new Int32Array(touched)
    const bits = new Int32Array(touched.map((row) => this.dirty.get(row) ?? 0))
    for (const [slot, compiled] of this.rules) {
      const isFresh = this.fresh.has(slot)
      const asked = isFresh ? rows : rows.filter((_, i) => ((bits[i] ?? 0) & compiled.reads) !== 0)
      this.ask(slot, compiled, asked, now, changed)
    }
    for (const row of rows) this.turns[row] = this.columns.nextTurn(row, this.windows, now)
    this.dirty.clear()
    this.fresh.clear()
    return [...changed].sort((a, b) => a - b).map((row) => this.ids[row] ?? '')
  }

  slotsOf(id: string): number[] {
    const row = this.rowOf.get(id)
    return row === undefined ? [] : [...this.rules.keys()].filter((slot) => this.has(row, slot)).sort((a, b) => a - b)
  }

  countOf(slot: number): number {
    return this.rules.get(slot)?.count ?? 0
  }

  get size(): number {
    return this.rowOf.size
  }

  private ask(slot: number, compiled: Compiled, rows: Int32Array, now: number, changed: Set<number>): void {
    this.asked += rows.length
    const held = compiled.test(rows, now)
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0
      if ((held[i] === 1) === this.has(row, slot)) continue
      this.flip(row, slot)
      compiled.count += held[i] === 1 ? 1 : -1
      changed.add(row)
    }
  }

  private has(row: number, slot: number): boolean {
    return (((this.bits[row * WORDS + (slot >> 5)] ?? 0) >>> (slot & 31)) & 1) === 1
  }

  private flip(row: number, slot: number): void {
    const at = row * WORDS + (slot >> 5)
    this.bits[at] = (this.bits[at] ?? 0) ^ (1 << (slot & 31))
  }

  private clearSlot(slot: number): void {
    if (this.rules.has(slot))
      for (let row = 0; row < this.ids.length; row++) if (this.has(row, slot)) this.flip(row, slot)
  }

  private place(id: string, row: number): void {
    this.rowOf.set(id, row)
    this.ids[row] = id
    if (row < this.turns.length) return
    const [bits, turns] = [new Uint32Array(this.bits.length * 2), new Float64Array(this.turns.length * 2)]
    bits.set(this.bits)
    turns.set(this.turns)
    ;[this.bits, this.turns] = [bits, turns]
  }
}
