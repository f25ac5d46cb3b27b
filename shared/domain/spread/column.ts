// How are a million rows kept in little room? Columns of numbers that grow by half, and once they are long by an eighth.

const FIRST = 256
const LONG = 65_536

const roomFor = (length: number, place: number): number =>
  Math.max(FIRST, place + 1, Math.ceil(length * (length < LONG ? 1.5 : 1.125)))

/** Whole numbers of 32 bits; what was never set is `blank`. */
export class Ints {
  private values = new Int32Array(0)

  constructor(private readonly blank = 0) {}

  get(place: number): number {
    return this.values[place] ?? this.blank
  }

  set(place: number, value: number): void {
    if (place >= this.values.length) {
      const wider = new Int32Array(roomFor(this.values.length, place)).fill(this.blank)
      wider.set(this.values)
      this.values = wider
    }
    this.values[place] = value
  }
}

/** Numbers of 64 bits, such as instants in ms; what was never set is 0. */
export class Reals {
  private values = new Float64Array(0)

  get(place: number): number {
    return this.values[place] ?? 0
  }

  set(place: number, value: number): void {
    if (place >= this.values.length) {
      const wider = new Float64Array(roomFor(this.values.length, place))
      wider.set(this.values)
      this.values = wider
    }
    this.values[place] = value
  }
}
