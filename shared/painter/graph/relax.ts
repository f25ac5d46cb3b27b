// How do many discs come apart without wandering far from where each wants to be? A few rounds of gentle pushing.

/** want: how far from the middle each is to lie. held: 1 for what does not move. All in world units. */
export type Discs = {
  x: Float64Array
  y: Float64Array
  r: Float64Array
  want: Float64Array
  held: Uint8Array
  near: Int32Array // whom each follows round the middle; -1: nobody
}

const ROUNDS = 60
const LAST_ROUNDS = 240 // only pushing, until none lies over another
const PULL = 0.18
const FOLLOW = 0.06
const PUSH = 0.5
const ENOUGH = 0.05 // world units

/** Discs of like size in a grid as wide as the largest of them, so that only neighbours are looked at. */
class Grid {
  private readonly head: Int32Array
  private readonly next: Int32Array
  private readonly mask: number

  constructor(
    private readonly discs: Discs,
    private readonly members: readonly number[],
    readonly cell: number,
  ) {
    let size = 16
    while (size < members.length * 2) size *= 2
    this.head = new Int32Array(size)
    this.next = new Int32Array(members.length)
    this.mask = size - 1
  }

  private slot(column: number, row: number): number {
    return (Math.imul(column, 73_856_093) ^ Math.imul(row, 19_349_663)) & this.mask
  }

  fill(): void {
    const { x, y } = this.discs
    this.head.fill(-1)
    this.members.forEach((at, n) => {
      const slot = this.slot(Math.floor((x[at] ?? 0) / this.cell), Math.floor((y[at] ?? 0) / this.cell))
      this.next[n] = this.head[slot] ?? -1
      this.head[slot] = n
    })
  }

  /** Those whose middle may lie within `reach`; some twice or too many where cells share a slot. */
  visit(x: number, y: number, reach: number, tell: (at: number) => void): void {
    const left = Math.floor((x - reach) / this.cell)
    const right = Math.floor((x + reach) / this.cell)
    const top = Math.floor((y - reach) / this.cell)
    const bottom = Math.floor((y + reach) / this.cell)
    for (let column = left; column <= right; column += 1)
      for (let row = top; row <= bottom; row += 1)
        for (let n = this.head[this.slot(column, row)] ?? -1; n !== -1; n = this.next[n] ?? -1)
          tell(this.members[n] ?? 0)
  }
}

type SizeClass = { grid: Grid; members: number[]; most: number }

const classesOf = (discs: Discs): SizeClass[] => {
  const classes = new Map<number, number[]>()
  discs.r.forEach((r, at) => {
    const most = 2 ** Math.ceil(Math.log2(Math.max(1, r)))
    const members = classes.get(most)
    if (members) members.push(at)
    else classes.set(most, [at])
  })
  return [...classes.entries()]
    .sort(([a], [b]) => a - b)
    .map(([most, members]) => ({ most, members, grid: new Grid(discs, members, 2 * most) }))
}

/** The larger moves less. Two on one spot go apart along a line that depends on who they are. */
function part({ x, y, r, held }: Discs, a: number, b: number, share: number): number {
  const reach = (r[a] ?? 0) + (r[b] ?? 0)
  let dx = (x[b] ?? 0) - (x[a] ?? 0)
  let dy = (y[b] ?? 0) - (y[a] ?? 0)
  if (dx * dx + dy * dy >= reach * reach) return 0
  let far = Math.sqrt(dx * dx + dy * dy)
  const over = reach - far
  if (far < 1e-6) {
    dx = Math.cos(a + b)
    dy = Math.sin(a + b)
    far = 1
  }
  const [areaA, areaB] = [(r[a] ?? 0) ** 2, (r[b] ?? 0) ** 2]
  const ofA = held[a] === 1 ? 0 : held[b] === 1 ? 1 : areaB / (areaA + areaB)
  const move = (over * share) / far
  x[a] = (x[a] ?? 0) - dx * move * ofA
  y[a] = (y[a] ?? 0) - dy * move * ofA
  const ofB = held[b] === 1 ? 0 : 1 - ofA
  x[b] = (x[b] ?? 0) + dx * move * ofB
  y[b] = (y[b] ?? 0) + dy * move * ofB
  return over
}

/** Fewer are sooner compared each with each than sorted into grids. */
const FEW = 90

/** One round of pushing; the deepest overlap it met. */
function push(discs: Discs, classes: readonly SizeClass[], share: number): number {
  let deepest = 0
  const count = discs.x.length
  if (count <= FEW) {
    for (let a = 0; a < count; a += 1)
      for (let b = a + 1; b < count; b += 1) deepest = Math.max(deepest, part(discs, a, b, share))
    return deepest
  }
  for (const { grid } of classes) grid.fill()
  classes.forEach(({ members }, k) => {
    const wider = classes.slice(k)
    for (const at of members)
      for (const { grid, most } of wider) {
        const own = grid === classes[k]?.grid
        grid.visit(discs.x[at] ?? 0, discs.y[at] ?? 0, (discs.r[at] ?? 0) + most, (other) => {
          if (own ? other <= at : other === at) return
          deepest = Math.max(deepest, part(discs, at, other, share))
        })
      }
  })
  return deepest
}

/** Towards the ring each belongs on, and round the middle towards whom it follows. */
function draw({ x, y, want, held, near }: Discs, warmth: number): void {
  for (let at = 0; at < x.length; at += 1) {
    if (held[at] === 1) continue
    const [ownX, ownY] = [x[at] ?? 0, y[at] ?? 0]
    const far = Math.hypot(ownX, ownY) || 1
    const out = (((want[at] ?? 0) - far) / far) * PULL * warmth
    x[at] = ownX + ownX * out
    y[at] = ownY + ownY * out
    const parent = near[at] ?? -1
    const [toX, toY] = [x[parent] ?? 0, y[parent] ?? 0]
    const parentFar = Math.hypot(toX, toY)
    if (parent === -1 || parentFar < 1) continue
    // only across the way out: the way out itself is time
    const [acrossX, acrossY] = [-ownY / far, ownX / far]
    const aside = (toX * acrossX + toY * acrossY) * FOLLOW * warmth
    x[at] = (x[at] ?? 0) + acrossX * aside
    y[at] = (y[at] ?? 0) + acrossY * aside
  }
}

/** Moves the discs in place; ends when none lies over another by more than can be seen, or after LAST_ROUNDS. */
export function relax(discs: Discs): void {
  const classes = classesOf(discs)
  for (let round = 0; round < ROUNDS; round += 1) {
    draw(discs, 1 - round / ROUNDS)
    push(discs, classes, PUSH)
  }
  for (let round = 0; round < LAST_ROUNDS; round += 1) if (push(discs, classes, 1) < ENOUGH) return
}
