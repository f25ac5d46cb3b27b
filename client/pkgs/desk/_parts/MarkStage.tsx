// The picture large, its boxes drawn, moved and resized on it: by mouse, finger or keys.
import { useLingui } from '@lingui/react'
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { partLeft } from '@/features/post/cut-preview'
import type { ShownImage } from '@/features/post/draft-form'
import { CORNERS, type Point, pointIn, WHOLE } from '@/features/post/mark-box'
import {
  beginDrag,
  chooseBox,
  type Drag,
  dragTo,
  dropAt,
  type MarkBox,
  type Marking,
  marksIn,
  pressKey,
} from '@/features/post/marking'
import { placeOfBox } from './MarksOver'

/** How far a corner may be missed, in screen pixels. */
const MISS = { mouse: 10, finger: 22 }
/** What stands above and below the picture in the dialog; the rest of the window's height is the picture's at most. */
const ROUND_PICTURE_PX = 392

const percent = (thousandths: number): number => Math.round(thousandths / 10)

type BoxProps = {
  one: MarkBox
  n: number // its number among its kind
  chosen: boolean
  onChoose: () => void
  onPress: (event: KeyboardEvent) => void
}

function Box({ one, n, chosen, onChoose, onPress }: BoxProps) {
  const { i18n } = useLingui()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (chosen) button.current?.focus({ preventScroll: true })
  }, [chosen])
  const { x, y, w, h } = one.box
  const place = { x: percent(x), y: percent(y), w: percent(w), h: percent(h) }
  const kind = one.kind === 'focus' ? i18n._('主体') : i18n._('不能裁盖 {n}', { n })
  return (
    <button
      ref={button}
      type="button"
      className={`mark-box mark-${one.kind}`}
      style={placeOfBox(one)}
      aria-label={i18n._('{kind}：左 {x}%，上 {y}%，宽 {w}%，高 {h}%', { kind, ...place })}
      aria-pressed={chosen}
      aria-describedby="mark-keys"
      onFocus={onChoose}
      onKeyDown={onPress}
    >
      <span className="mark-name">{one.kind === 'focus' ? kind : n}</span>
      {chosen && CORNERS.map((corner) => <span key={corner} className={`mark-corner mark-corner-${corner}`} />)}
    </button>
  )
}

/** Follows one finger or the mouse from press to release; what leaves the picture stops at its edge. */
const useDragging = (marking: Marking, onChange: Props['onChange']) => {
  const [pulled, setPulled] = useState<{ drag: Drag; to: Point } | null>(null)
  const pointOf = (event: PointerEvent): Point =>
    pointIn(event.currentTarget.getBoundingClientRect(), { x: event.clientX, y: event.clientY })
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (!event.isPrimary || event.button !== 0) return
    const { width, height } = event.currentTarget.getBoundingClientRect()
    const miss = (event.pointerType === 'mouse' ? MISS.mouse : MISS.finger) * WHOLE
    event.currentTarget.setPointerCapture?.(event.pointerId)
    const from = pointOf(event)
    setPulled({ drag: beginDrag(marking, from, { x: miss / width, y: miss / height }), to: from })
  }
  const onPointerMove = (event: PointerEvent) => {
    if (pulled && event.isPrimary) setPulled({ ...pulled, to: pointOf(event) })
  }
  const onPointerUp = (event: PointerEvent) => {
    if (!pulled || !event.isPrimary) return
    const to = pointOf(event)
    onChange((now) => dropAt(now, pulled.drag, to))
    setPulled(null)
  }
  const onPointerCancel = () => setPulled(null)
  const shown = pulled ? dragTo(marking, pulled.drag, pulled.to) : marking
  return { shown, hands: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel } }
}

/** Dims what some reps' pictures lose at the edges, as it follows from the marks. */
function Cut({ image, marking }: Pick<Props, 'image' | 'marking'>) {
  const { i18n } = useLingui()
  const { boxes } = marking
  const { kind } = image
  const left = useMemo(() => partLeft({ kind, ...marksIn({ boxes }) }), [kind, boxes])
  return left ? (
    <span className="mark-cut" role="img" aria-label={i18n._('边上蒙住的：有的导购的图会裁到这里')}>
      <span style={placeOfBox({ box: left })} />
    </span>
  ) : null
}

type Props = {
  image: ShownImage
  dealt: boolean
  marking: Marking
  onChange: (step: (marking: Marking) => Marking) => void
  onRemoved: () => void // by a key: the box that had the focus is gone
}

export function MarkStage({ image, dealt, marking, onChange, onRemoved }: Props) {
  const { i18n } = useLingui()
  const { shown, hands } = useDragging(marking, onChange)
  const ratio = image.width / image.height
  const press = (event: KeyboardEvent, id: number) => {
    const pressed = pressKey(marking, id, event)
    if (!pressed) return
    event.preventDefault()
    onChange(() => pressed)
    if (pressed.boxes.length < marking.boxes.length) onRemoved()
  }
  return (
    <div
      id="mark-stage"
      role="application"
      aria-label={i18n._('图上的框')}
      className="mark-stage"
      style={{ aspectRatio: ratio, width: `min(100%, calc((100vh - ${ROUND_PICTURE_PX}px) * ${ratio.toFixed(4)}))` }}
      onMouseDown={(event) => event.preventDefault()} // the chosen box keeps the focus, and with it the keys
      {...hands}
    >
      <img src={image.url} alt={image.alt} draggable={false} />
      {dealt && <Cut image={image} marking={shown} />}
      {shown.boxes.map((one) => (
        <Box
          key={one.id}
          one={one}
          n={shown.boxes.filter(({ kind, id }) => kind === one.kind && id <= one.id).length}
          chosen={one.id === shown.chosen}
          onChoose={() => onChange((now) => chooseBox(now, one.id))}
          onPress={(event) => press(event, one.id)}
        />
      ))}
    </div>
  )
}
