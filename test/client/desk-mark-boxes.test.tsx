// Are boxes on a picture always whole, inside it and where she put them, whatever is dragged or pressed?
import fc from 'fast-check'
import { partLeft } from '../../client/features/post/cut-preview'
import { putMark, storedMarks } from '../../client/features/post/image-marks'
import {
  CORNERS,
  cornerAt,
  coverOf,
  drawBox,
  moveBox,
  pointIn,
  resizeBox,
  SIDE_LEAST,
} from '../../client/features/post/mark-box'
import {
  addBox,
  addMiddle,
  beginDrag,
  chooseBox,
  countKeepOut,
  dragTo,
  dropAt,
  hasRoom,
  type Marking,
  marksIn,
  pressKey,
  startMarking,
} from '../../client/features/post/marking'
import { rect } from '../../shared/contracts/parts'
import { KEEP_OUT_MAX } from '../../shared/domain/limits'

const anyBox = fc
  .tuple(fc.nat(980), fc.nat(980), fc.nat(979), fc.nat(979))
  .map(([x, y, w, h]) => ({ x, y, w: Math.min(SIDE_LEAST + w, 1000 - x), h: Math.min(SIDE_LEAST + h, 1000 - y) }))
const anyPoint = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 1000 }) })
const anyPull = fc.record({
  x: fc.double({ min: -3000, max: 3000, noNaN: true }),
  y: fc.double({ min: -3000, max: 3000, noNaN: true }),
})
const inside = (box: unknown) => expect(rect.safeParse(box).success).toBe(true)

describe('any drag', () => {
  test('moves a box without changing its size, and never out of the picture', () => {
    fc.assert(
      fc.property(anyBox, anyPull, (box, by) => {
        const moved = moveBox(box, by)
        inside(moved)
        expect([moved.w, moved.h]).toEqual([box.w, box.h])
      }),
    )
  })

  test('resizes a box with the opposite corner staying, never below the least side', () => {
    fc.assert(
      fc.property(anyBox, fc.constantFrom(...CORNERS), anyPull, (box, corner, by) => {
        const sized = resizeBox(box, corner, by)
        inside(sized)
        expect(Math.min(sized.w, sized.h)).toBeGreaterThanOrEqual(SIDE_LEAST)
        if (corner.endsWith('w')) expect(sized.x + sized.w).toBe(box.x + box.w)
        else expect(sized.x).toBe(box.x)
        if (corner.startsWith('n')) expect(sized.y + sized.h).toBe(box.y + box.h)
        else expect(sized.y).toBe(box.y)
      }),
    )
  })

  test('draws the same box from either corner, or none when it is too small', () => {
    fc.assert(
      fc.property(anyPoint, anyPoint, (from, to) => {
        const drawn = drawBox(from, to)
        expect(drawBox(to, from)).toEqual(drawn)
        const least = Math.min(Math.abs(from.x - to.x), Math.abs(from.y - to.y))
        if (drawn) inside(drawn)
        expect(drawn === null).toBe(least < SIDE_LEAST)
      }),
    )
  })

  test('of any press leaves marks the server takes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyPoint, anyPoint), { maxLength: 30 }), fc.boolean(), (pulls, focus) => {
        let marking: Marking = { ...startMarking(null), kind: focus ? 'focus' : 'keepOut' }
        for (const [from, to] of pulls) marking = dropAt(marking, beginDrag(marking, from, { x: 20, y: 20 }), to)
        const marks = marksIn(marking)
        expect(marks.keepOut.length).toBeLessThanOrEqual(KEEP_OUT_MAX)
        for (const box of [marks.focus ?? [], marks.keepOut].flat()) inside(box)
        expect(marksIn(startMarking(marks))).toEqual(marks)
      }),
    )
  })
})

test.each([
  ['in the picture', { x: 150, y: 120 }, { x: 500, y: 200 }],
  ['left of it and below it', { x: 20, y: 900 }, { x: 0, y: 1000 }],
])('a place %s is told in thousandths', (_, at, expected) => {
  expect(pointIn({ left: 100, top: 100, width: 100, height: 100 }, at)).toEqual(expected)
})

test('a corner is met from outside and from its own third of the box; the middle moves it', () => {
  const [box, reach] = [
    { x: 400, y: 400, w: 60, h: 300 },
    { x: 40, y: 40 },
  ]
  expect(cornerAt(box, { x: 365, y: 370 }, reach)).toBe('nw')
  expect(cornerAt(box, { x: 455, y: 690 }, reach)).toBe('se')
  expect(cornerAt(box, { x: 430, y: 410 }, reach)).toBeNull()
  expect(cornerAt(box, { x: 350, y: 400 }, reach)).toBeNull()
})

test('a thumbnail shows the middle of a picture, and marks lie over it as over the whole', () => {
  expect(coverOf({ width: 1500, height: 1000 }, 1)).toEqual({ width: 150, height: 100 })
  expect(coverOf({ width: 1000, height: 1500 }, 1.5)).toEqual({ width: 100, height: 225 })
  expect(coverOf({ width: 300, height: 200 }, 1.5)).toEqual({ width: 100, height: 100 })
})

const SUBJECT = { x: 200, y: 200, w: 600, h: 600 }
const PRICE = { x: 300, y: 300, w: 100, h: 100 }
const NEAR = { x: 10, y: 10 }

test('a price can be framed within the subject, and a tap chooses what lies there', () => {
  const marking = startMarking({ focus: SUBJECT, keepOut: [] })
  expect(marking.kind).toBe('keepOut')
  const drag = beginDrag(marking, { x: 300, y: 300 }, NEAR)
  const drawn = dragTo(marking, drag, { x: 400, y: 400 })
  expect(marksIn(drawn)).toEqual({ focus: SUBJECT, keepOut: [PRICE] })
  const tapped = dropAt(drawn, beginDrag(drawn, { x: 600, y: 600 }, NEAR), { x: 601, y: 600 })
  expect(tapped).toMatchObject({ chosen: 0, kind: 'focus' })
  const beside = dropAt(tapped, beginDrag(tapped, { x: 50, y: 50 }, NEAR), { x: 50, y: 50 })
  expect(beside.chosen).toBeNull()
})

test.each(['focus', 'keepOut'] as const)(
  'while %s is marked, a press on a price moves it; on its corner it resizes',
  (kind) => {
    const marking = { ...startMarking({ focus: SUBJECT, keepOut: [PRICE] }), kind }
    const move = beginDrag(marking, { x: 350, y: 350 }, NEAR)
    expect(marksIn(dragTo(marking, move, { x: 360, y: 340 })).keepOut).toEqual([{ ...PRICE, x: 310, y: 290 }])
    const chosen = chooseBox(marking, 1)
    const resize = beginDrag(chosen, { x: 402, y: 398 }, NEAR)
    expect(marksIn(dragTo(chosen, resize, { x: 452, y: 418 })).keepOut).toEqual([{ ...PRICE, w: 150, h: 120 }])
  },
)

test('a press on the subject moves it only while the subject is marked', () => {
  const marking = startMarking({ focus: SUBJECT, keepOut: [] })
  const at = { x: 500, y: 500 }
  expect(beginDrag(marking, at, NEAR).act).toBe('draw')
  expect(beginDrag({ ...marking, kind: 'focus' }, at, NEAR).act).toBe('move')
})

test('there is one subject and no more than eight parts to keep out of', () => {
  let marking = addMiddle(addMiddle(startMarking(null)))
  expect(marking.boxes).toHaveLength(1)
  marking = { ...marking, kind: 'keepOut' }
  for (let n = 0; n < KEEP_OUT_MAX + 2; n += 1) marking = addMiddle(marking)
  expect(countKeepOut(marking)).toBe(KEEP_OUT_MAX)
  expect(hasRoom(marking)).toBe(false)
  expect(addBox(marking, PRICE)).toBe(marking)
})

test.each([
  ['ArrowRight', false, { ...PRICE, x: 310 }],
  ['ArrowUp', false, { ...PRICE, y: 290 }],
  ['ArrowRight', true, { ...PRICE, w: 110 }],
  ['ArrowUp', true, { ...PRICE, h: 90 }],
])('%s, with shift %s', (key, shiftKey, expected) => {
  const marking = startMarking({ focus: null, keepOut: [PRICE] })
  const pressed = pressKey(marking, 0, { key, shiftKey })
  expect(pressed && marksIn(pressed).keepOut).toEqual([expected])
  expect(pressKey(marking, 0, { key: 'a', shiftKey })).toBeNull()
})

test('marks are stored once per picture that is there, in the order of the pictures, and only where there are any', () => {
  const of = (imageId: string) => ({ imageId, focus: SUBJECT, keepOut: [] })
  expect(storedMarks([of('b'), of('gone'), of('a')], ['a', 'b', 'a'])).toEqual([of('a'), of('b')])
  expect(storedMarks([{ imageId: 'a', focus: null, keepOut: [] }], ['a'])).toEqual([])
  expect(putMark([of('a'), of('b')], { imageId: 'a', focus: null, keepOut: [] })).toEqual([of('b')])
  expect(putMark([of('a')], { imageId: 'a', focus: null, keepOut: [PRICE] })).toEqual([
    { imageId: 'a', focus: null, keepOut: [PRICE] },
  ])
})

test('the dimmed edges recede before a mark, and a poster has none', () => {
  const plain = partLeft({ kind: 'photo' })
  expect(plain?.x).toBeGreaterThan(30)
  expect(plain?.w).toBeLessThan(940)
  expect(partLeft({ kind: 'photo', keepOut: [{ x: 0, y: 990, w: 20, h: 10 }] })).toMatchObject({ x: 0 })
  const corner = partLeft({ kind: 'photo', focus: { x: 5, y: 500, w: 100, h: 500 } })
  expect(corner?.x).toBeLessThanOrEqual(5)
  expect(corner && corner.y + corner.h).toBe(1000)
  expect(partLeft({ kind: 'photo', focus: { x: 0, y: 0, w: 1000, h: 1000 } })).toBeNull()
  expect(partLeft({ kind: 'poster' })).toBeNull()
})
