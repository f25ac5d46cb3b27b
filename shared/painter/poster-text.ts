// How do the title and the excerpt stand: as large as fits, in even lines, broken where the sentence pauses?
import { baselineOf, type Ctx2D, fontOf } from './canvas'
import { type Measure, phrasesOf, wrapText } from './text-layout'

export type TextStyle = { size: number; leading: number; lines: number; weight: 400 | 600 }
export type TextBlock = { lines: string[]; style: TextStyle; width: number; height: number }

/** Lines are made even by trying rooms from this part of the whole up. */
const EVEN_FROM = 0.5
const STEPS = 14
/** A last line shorter than this many characters looks forgotten. */
const STRAY = 2.6

const measureWith = (ctx: Ctx2D, style: TextStyle): Measure => {
  ctx.font = fontOf(style.weight, style.size)
  const known = new Map<string, number>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const { width } = ctx.measureText(text)
    known.set(text, width)
    return width
  }
}

const blockOf = (lines: string[], style: TextStyle, measure: Measure): TextBlock => ({
  lines,
  style,
  width: Math.max(0, ...lines.map(measure)),
  height: lines.length * style.leading,
})

/** The same lines about equally long, so that none is a stray word. */
function evenLines(text: string, measure: Measure, room: number, fewest: number): string[] {
  for (let step = 1; step < STEPS; step += 1) {
    const maxWidth = room * (EVEN_FROM + ((1 - EVEN_FROM) * step) / STEPS)
    const lines = wrapText(text, measure, { maxWidth, maxLines: fewest + 1 })
    if (lines.length <= fewest) return lines
  }
  return wrapText(text, measure, { maxWidth: room, maxLines: fewest })
}

/** Lines that end only where the sentence pauses, or null where such a line would be too wide. */
function pausedLines(text: string, measure: Measure, room: number): string[] | null {
  const lines: string[] = []
  for (const phrase of phrasesOf(text)) {
    const last = lines.length - 1
    const joined = (lines[last] ?? '') + phrase
    if (last >= 0 && measure(joined.trim()) <= room) lines[last] = joined
    else if (measure(phrase.trim()) <= room) lines.push(phrase)
    else return null
  }
  return lines.map((line) => line.trim())
}

export function layText(ctx: Ctx2D, text: string, style: TextStyle, room: number): TextBlock {
  const measure = measureWith(ctx, style)
  const lines = wrapText(text, measure, { maxWidth: room, maxLines: style.lines })
  const last = lines[lines.length - 1] ?? ''
  const isStray = lines.length > 1 && measure(last) < style.size * STRAY
  if (!isStray) return blockOf(lines, style, measure)
  const paused = pausedLines(text.trim(), measure, room)
  const isShort = paused !== null && paused.length <= lines.length
  return blockOf(isShort ? paused : evenLines(text, measure, room, lines.length), style, measure)
}

/** One line of whole sentences if there is such a line, else the text itself. */
export function layLead(ctx: Ctx2D, text: string, style: TextStyle, room: number): TextBlock {
  const measure = measureWith(ctx, style)
  const [line = ''] = pausedLines(text.trim(), measure, room) ?? []
  const sentences = /^.*[。！？!?]/.exec(line)?.[0] ?? ''
  return sentences === '' ? layText(ctx, text, style, room) : blockOf([sentences], style, measure)
}

function firstPaused(ctx: Ctx2D, text: string, styles: readonly TextStyle[], room: number): TextBlock | null {
  for (const style of styles) {
    const measure = measureWith(ctx, style)
    const lines = pausedLines(text, measure, room)
    if (lines !== null && lines.length <= style.lines) return blockOf(lines, style, measure)
  }
  return null
}

function firstEven(ctx: Ctx2D, text: string, styles: readonly TextStyle[], room: number): TextBlock | null {
  for (const style of styles) {
    const measure = measureWith(ctx, style)
    const { length } = wrapText(text, measure, { maxWidth: room, maxLines: style.lines + 1 })
    if (length <= style.lines) return blockOf(evenLines(text, measure, room, length), style, measure)
  }
  return null
}

export type TitleStyles = readonly [large: TextStyle, middle: TextStyle, small: TextStyle]

/** A title with the whole width of a poster. */
export const WIDE_TITLE: TitleStyles = [
  { size: 68, leading: 94, lines: 2, weight: 600 },
  { size: 57, leading: 80, lines: 3, weight: 600 },
  { size: 46, leading: 66, lines: 4, weight: 600 },
]

/**
 * Large or middle, broken at its pauses, else in even lines; if it is too long for that, small, the same way; longer
 * still, it ends in an ellipsis.
 */
export function layTitle(ctx: Ctx2D, title: string, styles: TitleStyles, room: number): TextBlock {
  const text = title.replace(/\s+/g, ' ').trim()
  const [large, middle, small] = styles
  for (const some of [[large, middle], [small]]) {
    const block = firstPaused(ctx, text, some, room) ?? firstEven(ctx, text, some, room)
    if (block !== null) return block
  }
  return layText(ctx, text, small, room)
}

/** Lines stand on the middle of their leading. Returns the y below. */
export function paintText(ctx: Ctx2D, block: TextBlock, at: { x: number; y: number }, color: string): number {
  ctx.font = fontOf(block.style.weight, block.style.size)
  ctx.fillStyle = color
  ctx.textAlign = 'left'
  ctx.textBaseline = 'alphabetic'
  block.lines.forEach((line, i) => {
    ctx.fillText(line, at.x, baselineOf(at.y + block.style.leading * (i + 0.5), block.style.size))
  })
  return at.y + block.height
}
