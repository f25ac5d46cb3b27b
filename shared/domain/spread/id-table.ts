// Which row has this id? An exact table of base62 ids in 24 bytes each, where a Map of strings takes five times as much.

const WORDS = 4
const PER_WORD = 5 // 63^5 < 2^30
const BASE = 63 // 62 characters, and 0 for "no more"
const LONGEST = WORDS * PER_WORD
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const VALUE_OF = Uint8Array.from({ length: 128 }, (_, code) => DIGITS.indexOf(String.fromCharCode(code)) + 1)
const FIRST_SLOTS = 1024
const NOT_THERE = -1

export class IdTable {
  private slots = new Int32Array(FIRST_SLOTS).fill(NOT_THERE)
  private words = new Uint32Array(WORDS * FIRST_SLOTS)
  private readonly packed = new Uint32Array(WORDS)
  /** Ids that are no base62 or too long. */
  private readonly odd = new Map<string, number>()
  private readonly oddAt = new Map<number, string>()
  private rows = 0

  get count(): number {
    return this.rows
  }

  /** The row of an id; -1 where it has none. */
  find(id: string): number {
    if (!this.pack(id)) return this.odd.get(id) ?? NOT_THERE
    return this.slots[this.slotOf()] ?? NOT_THERE
  }

  /** The row of an id; a new one at the end where it had none. */
  add(id: string): number {
    const row = this.rows
    if (!this.pack(id)) {
      const had = this.odd.get(id)
      if (had !== undefined) return had
      this.odd.set(id, row)
      this.oddAt.set(row, id)
      this.room()
      this.rows++
      return row
    }
    const slot = this.slotOf()
    const had = this.slots[slot] ?? NOT_THERE
    if (had !== NOT_THERE) return had
    this.slots[slot] = row
    this.room()
    this.words.set(this.packed, row * WORDS)
    this.rows++
    if (this.rows * 2 > this.slots.length) this.spreadOut()
    return row
  }

  idAt(row: number): string {
    const odd = this.oddAt.get(row)
    if (odd !== undefined) return odd
    let id = ''
    for (let w = 0; w < WORDS; w++) {
      let left = this.words[row * WORDS + w] ?? 0
      for (; left > 0; left = Math.floor(left / BASE)) id += DIGITS.charAt((left % BASE) - 1)
    }
    return id
  }

  private pack(id: string): boolean {
    if (id.length === 0 || id.length > LONGEST) return false
    this.packed.fill(0)
    for (let i = id.length - 1; i >= 0; i--) {
      const value = VALUE_OF[id.charCodeAt(i)] ?? 0
      if (value === 0) return false
      const word = Math.floor(i / PER_WORD)
      this.packed[word] = (this.packed[word] ?? 0) * BASE + value
    }
    return true
  }

  /** Where the packed id stands, or the empty slot where it would. */
  private slotOf(): number {
    const mask = this.slots.length - 1
    let slot = hashOf(this.packed, 0) & mask
    for (;;) {
      const row = this.slots[slot] ?? NOT_THERE
      if (row === NOT_THERE || this.isAt(row)) return slot
      slot = (slot + 1) & mask
    }
  }

  private isAt(row: number): boolean {
    for (let w = 0; w < WORDS; w++) if (this.words[row * WORDS + w] !== this.packed[w]) return false
    return true
  }

  private room(): void {
    if ((this.rows + 1) * WORDS <= this.words.length) return
    const wider = new Uint32Array(Math.ceil(this.words.length * 1.5))
    wider.set(this.words)
    this.words = wider
  }

  private spreadOut(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(NOT_THERE)
    for (let row = 0; row < this.rows; row++) {
      if (this.oddAt.has(row)) continue
      let slot = hashOf(this.words, row * WORDS) & (slots.length - 1)
      while (slots[slot] !== NOT_THERE) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = row
    }
    this.slots = slots
  }
}

/** Mixes the four words; constants are those of MurmurHash3. */
const hashOf = (words: Uint32Array, from: number): number => {
  let hash = 0
  for (let w = 0; w < WORDS; w++) {
    hash ^= Math.imul(words[from + w] ?? 0, 0xcc9e2d51)
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
