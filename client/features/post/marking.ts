// The boxes of one picture while they are drawn: which is chosen, what a drag makes of them, when there is room for more.
import { KEEP_OUT_MAX } from '@shared/domain/limits'
import type { Rect } from '@shared/domain/recipe'
import type { ImageMark } from './image-marks'
import { type Corner, cornerAt, drawBox, holds, KEY_STEP, moveBox, type Point, resizeBox, WHOLE } from './mark-box'

export type MarkKind = 'focus' | 'keepOut'
export type MarkBox = { id: number; kind: MarkKind; box: Rect }
/** kind: what is drawn next. chosen: the box that keys act on. */
export type Marking = { boxes: readonly MarkBox[]; chosen: number | null; kind: MarkKind; nextId: number }
export type Drag =
  | { act: 'draw'; from: Point }
  | { act: 'move'; from: Point; id: number }
  | { act: 'resize'; from: Point; id: number; corner: Corner }

export const startMarking = (mark: Omit<ImageMark, 'imageId'> | null): Marking => {
  const focus = mark?.focus ? [{ kind: 'focus' as const, box: mark.focus }] : []
  const keepOut = (mark?.keepOut ?? []).map((box) => ({ kind: 'keepOut' as const, box }))
  const boxes = [...focus, ...keepOut].map((one, id) => ({ ...one, id }))
  return { boxes, chosen: null, kind: focus.length > 0 ? 'keepOut' : 'focus', nextId: boxes.length }
}

export const marksIn = ({ boxes }: Pick<Marking, 'boxes'>): Omit<ImageMark, 'imageId'> => ({
  focus: boxes.find(({ kind }) => kind === 'focus')?.box ?? null,
  keepOut: boxes.filter(({ kind }) => kind === 'keepOut').map(({ box }) => box),
})

export const countKeepOut = ({ boxes }: Marking): number => boxes.filter(({ kind }) => kind === 'keepOut').length

/** A new subject takes the old one's place; what is kept out of has a limit. */
export const hasRoom = (marking: Marking): boolean => marking.kind === 'focus' || countKeepOut(marking) < KEEP_OUT_MAX

/** A box of the kind that is drawn now, chosen at once. */
export const addBox = (marking: Marking, box: Rect): Marking => {
  if (!hasRoom(marking)) return marking
  const { kind, nextId } = marking
  const others = kind === 'focus' ? marking.boxes.filter((one) => one.kind !== 'focus') : marking.boxes
  return { ...marking, boxes: [...others, { id: nextId, kind, box }], chosen: nextId, nextId: nextId + 1 }
}

/** Thousandths between two boxes put in the middle; eight of them still lie in the picture. */
const ASIDE = 40

/** For who does not draw: a box in the middle, to be moved from there; a little aside of one that lies there already. */
export const addMiddle = (marking: Marking): Marking => {
  const side = marking.kind === 'focus' ? 500 : 200
  const middle = (WHOLE - side) / 2
  const by = marking.kind === 'focus' ? 0 : countKeepOut(marking) * ASIDE
  return addBox(marking, { x: middle + by, y: middle + by, w: side, h: side })
}

export const chooseBox = (marking: Marking, id: number): Marking => {
  const box = marking.boxes.find((one) => one.id === id)
  return box ? { ...marking, chosen: id, kind: box.kind } : marking
}

export const removeBox = (marking: Marking, id: number): Marking => ({
  ...marking,
  boxes: marking.boxes.filter((one) => one.id !== id),
  chosen: marking.chosen === id ? null : marking.chosen,
})

const changeBox = (marking: Marking, id: number, change: (box: Rect) => Rect): Marking => ({
  ...marking,
  boxes: marking.boxes.map((one) => (one.id === id ? { ...one, box: change(one.box) } : one)),
})

/** The uppermost one is meant; the subject lies below all others. */
const boxAt = ({ boxes }: Marking, at: Point): MarkBox | undefined => {
  const under = [...boxes].reverse().filter(({ box }) => holds(box, at))
  return under.find(({ kind }) => kind === 'keepOut') ?? under[0]
}

/**
 * What a press begins: on a corner of the chosen box, resizing; on a box, moving it; elsewhere drawing. On the subject it
 * draws as well while other marks are made, so that a price can be framed within it. `reach` as in cornerAt.
 */
export const beginDrag = (marking: Marking, from: Point, reach: Point): Drag => {
  const chosen = marking.boxes.find(({ id }) => id === marking.chosen)
  const corner = chosen && cornerAt(chosen.box, from, reach)
  if (chosen && corner) return { act: 'resize', from, id: chosen.id, corner }
  const under = boxAt(marking, from)
  return under && (under.kind === 'keepOut' || marking.kind === 'focus')
    ? { act: 'move', from, id: under.id }
    : { act: 'draw', from }
}

/** What the boxes are when it is dragged to there. */
export const dragTo = (marking: Marking, drag: Drag, to: Point): Marking => {
  const by = { x: to.x - drag.from.x, y: to.y - drag.from.y }
  switch (drag.act) {
    case 'move':
      return changeBox(chooseBox(marking, drag.id), drag.id, (box) => moveBox(box, by))
    case 'resize':
      return changeBox(marking, drag.id, (box) => resizeBox(box, drag.corner, by))
    case 'draw': {
      const drawn = drawBox(drag.from, to)
      return drawn ? addBox(marking, drawn) : marking
    }
  }
}

/** As dragTo, for good: a press that drew nothing was a tap and chooses what lies under it, or nothing. */
export const dropAt = (marking: Marking, drag: Drag, to: Point): Marking => {
  if (drag.act !== 'draw' || drawBox(drag.from, to)) return dragTo(marking, drag, to)
  const under = boxAt(marking, to)
  return under ? chooseBox(marking, under.id) : { ...marking, chosen: null }
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -KEY_STEP, y: 0 },
  ArrowRight: { x: KEY_STEP, y: 0 },
  ArrowUp: { x: 0, y: -KEY_STEP },
  ArrowDown: { x: 0, y: KEY_STEP },
}

/** Arrows move, with shift they resize at the lower right corner, Delete removes. Null: not a key of ours. */
export const pressKey = (marking: Marking, id: number, key: { key: string; shiftKey: boolean }): Marking | null => {
  if (key.key === 'Delete' || key.key === 'Backspace') return removeBox(marking, id)
  const by = ARROWS[key.key]
  if (!by) return null
  return changeBox(marking, id, (box) => (key.shiftKey ? resizeBox(box, 'se', by) : moveBox(box, by)))
}
