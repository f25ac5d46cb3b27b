// Which names and numbers stand in the picture? Who matters most first, and none over another.
import type { Box } from '../../domain/picture-layout'
import type { fontOf as FontOf } from '../canvas'
import type { Mark } from './frame'
import type { Painting } from './look'
import { toScreen } from './view'

const SIZE = 12
const KEY_SIZE = 13
const GAP = 3
/** One name for so many square pixels keeps the picture quiet. */
const ROOM = 17_000
/** A count must fit into its petal or drop. */
export const COUNT_LEAST_PX = 9
const NAME_LEAST_PX = 5
/** Those on a ring lie close: their names have room only when she is near. */
const LEAF_NAME_PX = 10
/** Names of this weight and above always stand. */
const KEY = 1e8

const meet = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

type Word = { text: string; x: number; y: number; size: number; weight: 400 | 600; color: string; halo: boolean }

function put({ ctx, colors }: Painting, word: Word, font: typeof FontOf): void {
  ctx.font = font(word.weight, word.size)
  if (word.halo) {
    ctx.fillStyle = colors.surface
    for (const [dx, dy] of [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
    ] as const)
      ctx.fillText(word.text, word.x + dx * 1.5, word.y + dy * 1.5)
  }
  ctx.fillStyle = word.color
  ctx.fillText(word.text, word.x, word.y)
}

/** How many, in the middle of what holds them. */
function paintCounts(painting: Painting, font: typeof FontOf): Box[] {
  const { ctx, frame, drawn, look, colors } = painting
  const boxes: Box[] = []
  const count = (mark: Mark, text: string): void => {
    if (mark.r < COUNT_LEAST_PX) return
    const size = Math.min(SIZE + 2, Math.max(9, mark.r * 0.62))
    ctx.font = font(600, size)
    const wide = ctx.measureText(text).width
    if (wide > mark.r * 1.8) return
    put(
      painting,
      { text, x: mark.x, y: mark.y + size * 0.36, size, weight: 600, color: colors.ink2, halo: false },
      font,
    )
    boxes.push({ x: mark.x - wide / 2, y: mark.y - size / 2, w: wide, h: size })
  }
  for (const petal of frame.petals) {
    const node = drawn.graph.nodes[petal.at]
    if (node) count(petal, node.few ? look.few : look.count(node.people))
  }
  for (const drop of frame.drops)
    if (drop.people > 1 && !look.keys.includes(drop.at)) count(drop, look.count(drop.people))
  return boxes
}

/** On a ring of time stands when that was, at its lower left, where few ways lead. */
function paintTimes(painting: Painting, font: typeof FontOf): Box[] {
  const { ctx, look, view, colors } = painting
  const middle = toScreen(view, 0, 0)
  return look.times.flatMap(({ r, word }) => {
    const size = SIZE - 1
    ctx.font = font(400, size)
    const wide = ctx.measureText(word).width
    const x = middle.x - Math.SQRT1_2 * r * view.scale
    const y = middle.y + Math.SQRT1_2 * r * view.scale
    put(painting, { text: word, x, y, size, weight: 400, color: colors.ink2, halo: true }, font)
    return [{ x: x - wide / 2, y: y - size, w: wide, h: size + GAP }]
  })
}

/** Names under the dots: the chosen one, the rep, key people, then whoever brought most. */
export function paintWords(painting: Painting, font: typeof FontOf): void {
  const { ctx, frame, drawn, look, view, colors } = painting
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  const taken = [...paintCounts(painting, font), ...paintTimes(painting, font)]
  const rank = new Map(look.keys.map((at, n) => [at, n]))
  const weight = ({ at }: Mark): number => {
    const node = drawn.graph.nodes[at]
    if (at === look.selected || look.path.includes(at)) return 3e9
    if (node?.kind === 'rep') return 2e9
    return rank.has(at) ? 1e9 - (rank.get(at) ?? 0) : (node?.deep ?? 0)
  }
  const keyDrops = frame.drops.filter(({ at }) => rank.has(at)).map((drop) => ({ ...drop, r: drop.dot }))
  const marks = [...frame.ripples, ...frame.dots, ...keyDrops]
    .filter(
      (mark) => weight(mark) >= KEY || mark.r >= (drawn.layout.onRing[mark.at] === 1 ? LEAF_NAME_PX : NAME_LEAST_PX),
    )
    .sort((a, b) => weight(b) - weight(a) || a.at - b.at)
  let left = Math.max(8, Math.floor((view.width * view.height) / ROOM))
  for (const mark of marks) {
    if (left === 0) break
    const text = look.name(mark.at)
    if (text === null) continue
    const isKey = weight(mark) >= KEY
    const size = isKey ? KEY_SIZE : SIZE
    ctx.font = font(isKey ? 600 : 400, size)
    const wide = ctx.measureText(text).width
    const top = mark.y + Math.max(mark.r, 3) + (rank.has(mark.at) ? 7 : GAP)
    const box = { x: mark.x - wide / 2 - GAP, y: top, w: wide + 2 * GAP, h: size + GAP }
    if (taken.some((other) => meet(box, other))) continue
    taken.push(box)
    left -= 1
    const color = isKey ? colors.ink : colors.ink2
    put(painting, { text, x: mark.x, y: top + size * 0.92, size, weight: isKey ? 600 : 400, color, halo: true }, font)
  }
}
