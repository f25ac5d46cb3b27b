// What do her fingers mean on the picture: a tap, moving it, or going nearer?

export type Meant = {
  tap: (x: number, y: number) => void
  pan: (dx: number, dy: number) => void
  zoom: (factor: number, x: number, y: number) => void
}

/** A finger that trembles less than this taps. CSS pixels. */
const STILL_PX = 8
/** So much of a wheel doubles or halves. */
const WHEEL_DOUBLES = 400

export class Gestures {
  private readonly fingers = new Map<number, { x: number; y: number }>()
  private start: { x: number; y: number } | null = null

  constructor(private readonly meant: Meant) {}

  down(id: number, x: number, y: number): void {
    this.fingers.set(id, { x, y })
    this.start = this.fingers.size === 1 ? { x, y } : null
  }

  move(id: number, x: number, y: number): void {
    const finger = this.fingers.get(id)
    if (!finger) return
    const [dx, dy] = [x - finger.x, y - finger.y]
    if (this.fingers.size === 1) {
      if (this.start && Math.hypot(x - this.start.x, y - this.start.y) < STILL_PX) return
      this.start = null
      Object.assign(finger, { x, y })
      this.meant.pan(dx, dy)
      return
    }
    const other = [...this.fingers.entries()].find(([each]) => each !== id)?.[1]
    if (!other) return
    const before = Math.hypot(finger.x - other.x, finger.y - other.y) || 1
    const after = Math.hypot(x - other.x, y - other.y) || 1
    Object.assign(finger, { x, y })
    this.meant.pan(dx / 2, dy / 2)
    this.meant.zoom(after / before, (x + other.x) / 2, (y + other.y) / 2)
  }

  up(id: number): void {
    this.fingers.delete(id)
    if (this.start && this.fingers.size === 0) this.meant.tap(this.start.x, this.start.y)
    this.start = null
  }

  wheel(x: number, y: number, by: number): void {
    this.meant.zoom(2 ** (-by / WHEEL_DOUBLES), x, y)
  }
}
