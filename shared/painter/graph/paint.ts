// How is a frame of the spread drawn? Water first, then who passed on to whom, then the people, then words.
import { fontOf } from '../canvas'
import { COLORS, faded, mixed } from './colors'
import type { Drawn, Frame, Mark } from './frame'
import type { GraphCtx, Look, Painting } from './look'
import { COUNT_LEAST_PX, paintWords } from './paint-words'
import { toScreen, type View } from './view'

const FRESH_MS = 14 * 86_400_000
const RECENT_MS = 56 * 86_400_000
/** One hue, lighter the longer ago: the newest, the last two months, before. */
const TONES = [1, 0.68, 0.42] as const
/** Ways to smaller drops would lie over all the others. */
const OPEN_REED_PX = 12
const WHOLE = 2 * Math.PI

const circle = (ctx: GraphCtx, x: number, y: number, r: number): void => {
  ctx.beginPath()
  ctx.arc(x, y, Math.max(0, r), 0, WHOLE)
}

export const toneOf = ({ drawn }: Pick<Painting, 'drawn'>, at: number): number => {
  const ago = drawn.week.now - (drawn.graph.nodes[at]?.lastAt ?? 0)
  return ago <= FRESH_MS ? TONES[0] : ago <= RECENT_MS ? TONES[1] : TONES[2]
}

/** Still water: lighter in the middle; its rings are times, the later the further out. */
function paintPond({ ctx, drawn, view, look, colors }: Painting): void {
  const { all } = drawn.layout
  const { x, y } = toScreen(view, 0, 0)
  const far = all.r * view.scale
  ctx.fillStyle = colors.surface
  ctx.fillRect(0, 0, view.width, view.height)
  const light = ctx.createRadialGradient(x, y, 0, x, y, Math.max(1, far * 1.1))
  light.addColorStop(0, colors.card)
  light.addColorStop(0.8, mixed(colors.card, colors.surface, 0.4))
  light.addColorStop(1, colors.surface)
  ctx.fillStyle = light
  ctx.fillRect(0, 0, view.width, view.height)
  ctx.lineWidth = 1
  for (const { r } of look.times) {
    ctx.strokeStyle = faded(colors.ripple, 0.28)
    circle(ctx, x, y, r * view.scale)
    ctx.stroke()
  }
}

function paintPonds({ ctx, frame, colors }: Painting): void {
  for (const { x, y, r } of frame.ponds.slice(1)) {
    ctx.fillStyle = mixed(colors.ripple, colors.surface, 0.035)
    circle(ctx, x, y, r)
    ctx.fill()
    ctx.lineWidth = 1
    ctx.strokeStyle = mixed(colors.ripple, colors.surface, 0.16)
    ctx.stroke()
  }
  for (const { x, y, r } of frame.mists) {
    ctx.fillStyle = mixed(colors.ripple, colors.surface, 0.11)
    circle(ctx, x, y, r)
    ctx.fill()
    ctx.strokeStyle = mixed(colors.ripple, colors.surface, 0.2)
    ctx.lineWidth = 0.8
    for (let ring = r; ring > 4; ring -= Math.max(5, r / 14)) {
      circle(ctx, x, y, ring)
      ctx.stroke()
    }
  }
}

function paintWater({ ctx, frame, drawn, colors }: Painting): void {
  for (const { at, x, y, core, rings, mist } of frame.ripples) {
    if (drawn.graph.nodes[at]?.kind === 'branch') continue
    ctx.fillStyle = mixed(colors.ripple, colors.surface, mist ? 0.16 : 0.07)
    circle(ctx, x, y, core)
    ctx.fill()
    ctx.lineWidth = 0.8
    ctx.strokeStyle = mixed(colors.ripple, colors.surface, 0.22)
    ctx.stroke()
    rings.forEach((radius, ring) => {
      if (mist && ring % 4 !== 0) return
      ctx.strokeStyle = mixed(colors.ripple, colors.surface, 0.3 - 0.12 * (ring / Math.max(1, rings.length)))
      circle(ctx, x, y, radius)
      ctx.stroke()
    })
  }
}

/** Thick where it starts, a hair where it arrives; bent a little, the way water turns. */
function paintReed(ctx: GraphCtx, from: Mark, to: Mark, wide: number): void {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const long = Math.hypot(dx, dy)
  if (long < 1) return
  const [ux, uy] = [dx / long, dy / long]
  const bend = long * 0.1 * (from.at % 2 === 0 ? 1 : -1)
  const midX = from.x + dx / 2 - uy * bend
  const midY = from.y + dy / 2 + ux * bend
  const half = wide / 2
  ctx.beginPath()
  ctx.moveTo(from.x - uy * half, from.y + ux * half)
  ctx.quadraticCurveTo(midX - uy * half * 0.6, midY + ux * half * 0.6, to.x, to.y)
  ctx.quadraticCurveTo(midX + uy * half * 0.6, midY - ux * half * 0.6, from.x + uy * half, from.y - ux * half)
  ctx.closePath()
  ctx.fill()
}

/** Where one is drawn, whether by herself or within a drop. */
function spotOf({ drawn, view }: Painting, at: number): Mark {
  const { x, y, dot } = drawn.layout
  return { at, ...toScreen(view, x[at] ?? 0, y[at] ?? 0), r: (dot[at] ?? 0) * view.scale }
}

function paintReeds(painting: Painting): void {
  const { ctx, frame, drawn, colors } = painting
  const { above, edge } = drawn.layout.backbone
  const reed = (to: Mark, most: number): void => {
    const parent = above[to.at] ?? -1
    if (parent === -1) return
    const passes = drawn.graph.edges[edge[to.at] ?? -1]?.passes ?? 1
    ctx.fillStyle = mixed(colors.ripple, colors.surface, 0.2 + 0.18 * toneOf(painting, to.at))
    paintReed(ctx, spotOf(painting, parent), to, Math.min(most, 1.6 + 0.8 * Math.sqrt(passes)))
  }
  for (const petal of frame.petals) if (drawn.layout.onRing[petal.at] !== 1) reed(petal, 1.6)
  for (const drop of frame.drops) if (drop.r >= OPEN_REED_PX) reed(drop, 3)
  for (const ripple of frame.ripples) reed(ripple, 7)
}

/** Those who did not agree: a soft leaf that points away from whom they came by, no dot of its own. */
function paintPetal(painting: Painting, petal: Mark): void {
  const { ctx, drawn, colors } = painting
  const parent = drawn.layout.backbone.above[petal.at] ?? -1
  const from = parent === -1 ? { x: petal.x, y: petal.y + 1 } : spotOf(painting, parent)
  const far = Math.hypot(petal.x - from.x, petal.y - from.y) || 1
  const [ux, uy] = [(petal.x - from.x) / far, (petal.y - from.y) / far]
  const { x, y, r } = petal
  const point = (along: number, aside: number): [number, number] => [
    x + ux * r * along - uy * r * aside,
    y + uy * r * along + ux * r * aside,
  ]
  ctx.beginPath()
  ctx.moveTo(...point(-1, 0))
  ctx.quadraticCurveTo(...point(-0.5, 1.15), ...point(0.4, 0.72))
  ctx.quadraticCurveTo(...point(1.08, 0.4), ...point(1, 0))
  ctx.quadraticCurveTo(...point(1.08, -0.4), ...point(0.4, -0.72))
  ctx.quadraticCurveTo(...point(-0.5, -1.15), ...point(-1, 0))
  ctx.closePath()
  ctx.fillStyle = faded(colors.ink2, 0.13)
  ctx.fill()
  ctx.strokeStyle = faded(colors.ink2, 0.3)
  ctx.lineWidth = 0.8
  ctx.stroke()
}

/** A closed ripple or pond: still water round whoever is in the middle; nobody in it can be told apart. */
function paintDrops({ ctx, frame, colors }: Painting): void {
  for (const { x, y, r } of frame.drops) {
    ctx.fillStyle = mixed(colors.ripple, colors.surface, 0.14)
    circle(ctx, x, y, r)
    ctx.fill()
    ctx.lineWidth = 0.8
    ctx.strokeStyle = mixed(colors.ripple, colors.surface, 0.34)
    ctx.stroke()
    if (r < 10) continue
    ctx.strokeStyle = mixed(colors.ripple, colors.surface, 0.24)
    circle(ctx, x, y, r * 0.72)
    ctx.stroke()
  }
}

function paintPerson(painting: Painting, mark: Mark, rank: number): void {
  const { ctx, colors, look } = painting
  const { x, y } = mark
  const isRep = painting.drawn.graph.nodes[mark.at]?.kind === 'rep'
  const r = Math.max(isRep ? 5 : 1.1, mark.r)
  if (mark.r > 2.2) {
    ctx.fillStyle = colors.surface // a gap to whatever lies behind
    circle(ctx, x, y, r + Math.min(2, r * 0.25))
    ctx.fill()
  }
  ctx.fillStyle = isRep ? colors.accent : mixed(colors.ripple, colors.surface, toneOf(painting, mark.at))
  circle(ctx, x, y, r)
  ctx.fill()
  if (isRep) {
    ctx.strokeStyle = colors.card
    ctx.lineWidth = Math.max(1.2, r * 0.14)
    circle(ctx, x, y, r * 0.56)
    ctx.stroke()
  }
  if (rank >= 0) {
    ctx.strokeStyle = colors.warm
    ctx.lineWidth = 1.6
    circle(ctx, x, y, r + 4)
    ctx.stroke()
  }
  if (look.selected === mark.at) {
    ctx.strokeStyle = colors.ink
    ctx.lineWidth = 2.4
    circle(ctx, x, y, r + (rank >= 0 ? 8 : 5))
    ctx.stroke()
  }
}

/** All chains she stands in once she is chosen, also those the forest leaves out; and the way to her, if one was asked for. */
function paintChosen(painting: Painting): void {
  const { ctx, drawn, look, colors } = painting
  if (look.selected !== null) {
    ctx.fillStyle = faded(colors.ink, 0.55)
    for (const { from, to } of drawn.graph.edges) {
      const touches = from === look.selected || to === look.selected
      if (!touches || drawn.week.there[from] !== 1 || drawn.week.there[to] !== 1) continue
      if (drawn.layout.onRing[to] === 1 && drawn.layout.backbone.above[to] === from) continue
      paintReed(ctx, spotOf(painting, from), spotOf(painting, to), 3)
    }
  }
  ctx.fillStyle = colors.accent
  look.path.forEach((at, n) => {
    const next = look.path[n + 1]
    if (next !== undefined) paintReed(ctx, spotOf(painting, at), spotOf(painting, next), 8)
  })
}

export function paintGraph(ctx: GraphCtx, frame: Frame, drawn: Drawn, view: View, look: Look): void {
  const colors = COLORS[look.theme]
  const painting: Painting = { ctx, frame, drawn, view, look, colors }
  const rank = new Map(look.keys.map((at, n) => [at, n]))
  ctx.save()
  ctx.scale(look.ratio, look.ratio)
  paintPond(painting)
  paintPonds(painting)
  paintReeds(painting)
  paintWater(painting)
  paintDrops(painting)
  paintChosen(painting)
  for (const petal of frame.petals) paintPetal(painting, petal)
  for (const dot of frame.dots) paintPerson(painting, dot, rank.get(dot.at) ?? -1)
  for (const { at, x, y, r, dot } of frame.drops) {
    const isKey = rank.has(at) || look.selected === at
    if (isKey || r < COUNT_LEAST_PX)
      paintPerson(painting, { at, x, y, r: Math.max(isKey ? 3 : 0.8, dot) }, rank.get(at) ?? -1)
  }
  for (const ripple of [...frame.ripples].reverse()) {
    if (drawn.graph.nodes[ripple.at]?.kind === 'branch') paintPetal(painting, ripple)
    else paintPerson(painting, ripple, rank.get(ripple.at) ?? -1)
  }
  paintWords(painting, fontOf)
  ctx.restore()
}
