// A canvas she sees and touches: how large it is, when it may be painted, and what her fingers, mouse or wheel do on it.
import Taro from '@tarojs/taro'

/** width, height: CSS pixels. ratio: device pixels in one. ctx is that of a browser or of WeChat: the same calls. */
export type Stage = { ctx: CanvasRenderingContext2D; node: StageNode; width: number; height: number; ratio: number }
export type StageNode = HTMLCanvasElement & { requestAnimationFrame?: (paint: () => void) => number }

const LOOKS = 10
const LOOK_EVERY_MS = 100
/** Where nobody says how large it is. */
const SIZE = { width: 340, height: 420 }
/** Finer than the eye sees costs only time. */
const RATIO_MOST = 3

type Found = { node?: StageNode; width?: number; height?: number } | null

const look = (id: string): Promise<Found> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true }, () => undefined)
      .exec((found: Found[]) => resolve(found[0] ?? null))
  })

const ratioNow = (): number => {
  if (process.env.TARO_ENV === 'h5') return window.devicePixelRatio || 1
  try {
    return Taro.getWindowInfo().pixelRatio
  } catch {
    return 2
  }
}

/** The page's `<Canvas type="2d" id>`; null when this phone gives none. Asked again it takes the size it has now. */
export const openStage = async (id: string): Promise<Stage | null> => {
  for (let left = LOOKS; left > 0; left -= 1) {
    const found = await look(id)
    const ctx = found?.node?.getContext('2d')
    if (found?.node && ctx) {
      const { width = SIZE.width, height = SIZE.height, node } = found
      const ratio = Math.min(RATIO_MOST, ratioNow())
      node.width = Math.round(width * ratio)
      node.height = Math.round(height * ratio)
      return { ctx, node, width, height, ratio }
    }
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS))
  }
  return null
}

/** Before the screen is drawn next. */
export const beforeNextFrame = ({ node }: Stage, paint: () => void): void => {
  if (node.requestAnimationFrame) node.requestAnimationFrame(paint)
  else if (process.env.TARO_ENV === 'h5') window.requestAnimationFrame(paint)
  else setTimeout(paint, 16)
}

export type Fingers = {
  down: (id: number, x: number, y: number) => void
  move: (id: number, x: number, y: number) => void
  up: (id: number) => void
  wheel: (x: number, y: number, by: number) => void
}

/** In a browser: mouse, fingers and wheel on the canvas; returns how to stop. WeChat tells of touches on the tag itself. */
export const hearPointer = ({ node }: Stage, fingers: Fingers): (() => void) => {
  if (process.env.TARO_ENV !== 'h5' || typeof node.addEventListener !== 'function') return () => undefined
  const at = (event: { clientX: number; clientY: number }): [number, number] => {
    const box = node.getBoundingClientRect()
    return [event.clientX - box.left, event.clientY - box.top]
  }
  const down = (event: PointerEvent): void => {
    node.setPointerCapture?.(event.pointerId)
    fingers.down(event.pointerId, ...at(event))
  }
  const move = (event: PointerEvent): void => fingers.move(event.pointerId, ...at(event))
  const up = (event: PointerEvent): void => fingers.up(event.pointerId)
  const wheel = (event: WheelEvent): void => {
    event.preventDefault()
    fingers.wheel(...at(event), event.deltaY)
  }
  node.style.touchAction = 'none'
  node.addEventListener('pointerdown', down)
  node.addEventListener('pointermove', move)
  node.addEventListener('pointerup', up)
  node.addEventListener('pointercancel', up)
  node.addEventListener('wheel', wheel, { passive: false })
  return () => {
    node.removeEventListener('pointerdown', down)
    node.removeEventListener('pointermove', move)
    node.removeEventListener('pointerup', up)
    node.removeEventListener('pointercancel', up)
    node.removeEventListener('wheel', wheel)
  }
}

const DARK = '(prefers-color-scheme: dark)'

/** Day or night, as the page is shown now. */
export const themeNow = (): 'light' | 'dark' => {
  if (process.env.TARO_ENV === 'h5') return window.matchMedia?.(DARK).matches ? 'dark' : 'light'
  try {
    return Taro.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light'
  } catch {
    return 'light'
  }
}
