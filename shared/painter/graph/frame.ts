// What is drawn at this nearness? Ponds and ripples open from the widest on, as long as they can be told apart and there is
// room; the others stay closed drops with a count.
import type { SpreadGraph } from '../../domain/spread/graph'
import type { Layout } from './layout'
import { type Spot, toScreen, type View } from './view'
import type { Week } from './weeks'

/** In CSS pixels, as everything here. at: the place in the graph's nodes. */
export type Mark = Spot & { at: number; r: number }
/** rings: their radii. mist: those on the rings are too small or too many to be drawn one by one. */
export type Ripple = Mark & { core: number; rings: number[]; mist: boolean }
/** A pond that is not open, or a ripple that is too small: dot is the radius of whoever is in its middle. */
export type Drop = Mark & { dot: number; people: number }
export type Frame = {
  ponds: Mark[] // open ones, the widest first; r: how far they reach
  mists: Mark[] // many small ripples close round one
  ripples: Ripple[]
  dots: Mark[]
  petals: Mark[]
  drops: Drop[]
}
export type Drawn = { graph: SpreadGraph; layout: Layout; week: Week }

/** Narrower ripples stay closed. */
const OPEN_PX = 11
/** A pond opens when what lies in it is this wide on average: then half of it can be told apart. */
const PART_PX = 6.5
/** A dot of 3 units that is drawn smaller cannot be told from the next. */
const DOT_PX = 0.75
const LEAST_DOT = 3
const LEAST_CORE = 10
/** About as many marks as a plain phone draws without a jerk. */
export const MARKS_MOST = 1_600

const inSight = (view: View, { x, y }: Spot, r: number): boolean =>
  x + r >= 0 && y + r >= 0 && x - r <= view.width && y - r <= view.height

class Framing {
  readonly frame: Frame = { ponds: [], mists: [], ripples: [], dots: [], petals: [], drops: [] }

  private readonly waiting: number[] = []

  constructor(
    private readonly drawn: Drawn,
    private readonly view: View,
    private left: number,
  ) {}

  private spot(at: number): Spot {
    const { x, y } = this.drawn.layout
    return toScreen(this.view, x[at] ?? 0, y[at] ?? 0)
  }

  private own(at: number): Mark {
    return { at, ...this.spot(at), r: (this.drawn.layout.dot[at] ?? 0) * this.view.scale }
  }

  private put(mark: Mark): void {
    this.left -= 1
    if (this.drawn.graph.nodes[mark.at]?.kind === 'branch') this.frame.petals.push(mark)
    else this.frame.dots.push(mark)
  }

  private open(at: number): void {
    const { layout, week } = this.drawn
    const { scale } = this.view
    const there = (layout.leaves[at] ?? []).filter((one) => week.there[one] === 1)
    if ((layout.backbone.below[at] ?? []).length === 0) {
      this.put(this.own(at))
      return
    }
    const seen = there.map((one) => this.own(one)).filter((mark) => inSight(this.view, mark, mark.r))
    const mist = LEAST_DOT * scale < DOT_PX || seen.length > this.left
    // a ring is there from the first on it
    const far = (one: number) =>
      Math.hypot((layout.x[one] ?? 0) - (layout.x[at] ?? 0), (layout.y[one] ?? 0) - (layout.y[at] ?? 0))
    const farthest = there.reduce((most, one) => Math.max(most, far(one)), 0)
    const radii = layout.rings[at] ?? []
    const rings = radii.filter((radius) => radius <= farthest + 1e-6).map((radius) => radius * scale)
    const part = radii.length === 0 ? 1 : rings.length / radii.length
    const dot = layout.dot[at] ?? 0
    const core = (dot + ((layout.core[at] ?? 0) - dot) * (part === 0 ? 0.4 : part)) * scale
    this.frame.ripples.push({ ...this.own(at), core, rings, mist })
    this.left -= 1
    if (!mist) for (const mark of seen) this.put(mark)
  }

  private close(at: number, radius: number): void {
    const { layout, week } = this.drawn
    this.left -= 1
    const { scale } = this.view
    const people = radius > (layout.core[at] ?? 0) ? week.pond[at] : week.own[at]
    this.frame.drops.push({
      ...{ at, ...this.spot(at), r: radius * scale, dot: (layout.dot[at] ?? 0) * scale, people: people ?? 0 },
    })
  }

  private opens(at: number): boolean {
    const { layout } = this.drawn
    const pond = layout.ponds[at]
    if (layout.backbone.above[at] === -1 || layout.backbone.below[at]?.length === 0) return true
    if (!pond || pond.members.length === 0) return (layout.core[at] ?? 0) * this.view.scale >= OPEN_PX && this.left > 0
    const part = pond.radius * Math.sqrt(0.6 / pond.members.length) * this.view.scale
    return part >= PART_PX && this.left >= pond.members.length
  }

  /** Small ripples on rings: each by itself when near, else a mist. */
  private openAround(at: number): void {
    const { layout, week } = this.drawn
    const pond = layout.ponds[at]
    const there = (pond?.around ?? []).filter((one) => week.there[one] === 1)
    if (!pond || there.length === 0) return
    const seen = there.filter((one) => inSight(this.view, this.spot(one), (layout.core[one] ?? 0) * this.view.scale))
    if (LEAST_CORE * this.view.scale >= PART_PX / 2 && seen.length <= this.left) {
      for (const one of seen) {
        if ((layout.core[one] ?? 0) * this.view.scale >= OPEN_PX && this.left > 0) this.open(one)
        else this.close(one, layout.core[one] ?? 0)
      }
      return
    }
    this.left -= 1
    this.frame.mists.push({ at, ...this.spot(at), r: pond.aroundRadius * this.view.scale })
  }

  private enter(at: number): void {
    const { layout, week } = this.drawn
    if (week.there[at] !== 1) return
    const radius = layout.ponds[at]?.radius ?? layout.core[at] ?? 0
    if (!inSight(this.view, this.spot(at), radius * this.view.scale)) return
    if (this.opens(at)) this.waiting.push(at)
    else this.close(at, radius)
  }

  run(): Frame {
    const { layout } = this.drawn
    const width = (at: number) => layout.ponds[at]?.radius ?? layout.core[at] ?? 0
    for (const root of layout.roots) this.enter(root)
    while (this.waiting.length > 0) {
      const round = this.waiting.splice(0).sort((a, b) => width(b) - width(a) || a - b)
      for (const at of round) {
        if (!this.opens(at)) {
          this.close(at, width(at))
          continue
        }
        const members = layout.ponds[at]?.members ?? []
        if (members.length > 0) this.frame.ponds.push({ at, ...this.spot(at), r: width(at) * this.view.scale })
        this.open(at)
        this.openAround(at)
        for (const one of members) this.enter(one)
      }
    }
    return this.frame
  }
}

/** `most`: about how many marks. */
export const frameOf = (drawn: Drawn, view: View, most: number = MARKS_MOST): Frame =>
  new Framing(drawn, view, most).run()

/** What she pointed at: the nearest person or petal within reach of a finger, else the drop under it. */
export function hitOf(frame: Frame, spot: Spot, reach = 16): { at: number; drop: Mark | null } | null {
  let best: number | null = null
  let least = Number.POSITIVE_INFINITY
  for (const mark of [...frame.ripples, ...frame.dots, ...frame.petals]) {
    const past = Math.hypot(mark.x - spot.x, mark.y - spot.y) - mark.r
    if (past >= least || past > reach) continue
    least = past
    best = mark.at
  }
  const drop = [...frame.drops, ...frame.mists].find(({ x, y, r }) => Math.hypot(x - spot.x, y - spot.y) <= r)
  if (best !== null && (least <= 0 || !drop)) return { at: best, drop: null }
  return drop ? { at: drop.at, drop } : null
}
