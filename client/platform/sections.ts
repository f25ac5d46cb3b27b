// Which section of the article fills most of the screen, and how far down has she come?
import type { SectionId } from '@shared/domain/ids'
import type { Look } from '@shared/domain/stopwatch'
import Taro from '@tarojs/taro'

/** Every element of class `section` carries this before its section's id. */
export const sectionDomId = (id: string): string => `section-${id}`

/** Every element of class `section-image` this. */
export const pictureDomId = (id: string): string => `picture-${id}`

const WATCHED = '.section, .section-image'
const WATCHED_MAX = 30 // elements: more observers make an old phone stutter

/** Which sections' pictures are watched: the first ones, as many as the sections themselves leave room for. */
export const watchedPictures = (sections: readonly { id: string; image: unknown }[]): ReadonlySet<string> =>
  new Set(
    sections
      .filter(({ image }) => image !== null)
      .slice(0, Math.max(0, WATCHED_MAX - sections.length))
      .map(({ id }) => id),
  )

type Rect = { top: number; height: number }
/** What an observer tells of an element: the whole of it, and the part on screen, in px of the screen. */
export type Box = { boundingClientRect: Rect; intersectionRect: Rect }
/** The last that was told, by the element's id. */
export type Boxes = Record<string, Box>

const HOLDS_FROM = 0.6 // of a picture's height on screen

/** Before her is what has most pixels on screen, the upper one when two have the same; of a picture, most of itself besides. */
export const lookAt = (order: readonly SectionId[], boxes: Boxes): Look => {
  const look: Look = { section: null, picture: null, depth: 0 }
  let [most, mostOfPicture] = [0, 0]
  order.forEach((id, index) => {
    const [text, picture] = [boxes[sectionDomId(id)], boxes[pictureDomId(id)]]
    if (text && text.intersectionRect.height > 0) {
      const { boundingClientRect: whole, intersectionRect: seen } = text
      // sections count alike, and the last on screen by how much of it lies above the screen's lower edge
      const part = Math.min(1, (seen.top + seen.height - whole.top) / whole.height)
      look.depth = Math.round((1000 * (index + part)) / order.length) / 1000
      if (seen.height > most) [most, look.section] = [seen.height, id]
    }
    if (picture && picture.intersectionRect.height >= HOLDS_FROM * picture.boundingClientRect.height) {
      const { height } = picture.intersectionRect
      if (height > mostOfPicture) [mostOfPicture, look.picture] = [height, id]
    }
  })
  return look
}

// Callbacks come only when a threshold is crossed; tall sections need many, so that the switch to the next is not late.
const STEPS = process.env.TARO_ENV === 'h5' ? 20 : 10
const thresholds = Array.from({ length: STEPS + 1 }, (_, i) => i / STEPS)

type WeChatEntry = Box & { id: string }

type Tell = (id: string, box: Box) => void

const watchInBrowser = (tell: Tell, told: () => void): (() => void) => {
  if (!window.IntersectionObserver) return () => undefined // iOS 12.0 and 12.1
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) tell(entry.target.id, entry)
      told()
    },
    { threshold: thresholds },
  )
  for (const element of document.querySelectorAll(WATCHED)) observer.observe(element)
  return () => observer.disconnect()
}

const watchInWeChat = (tell: Tell, told: () => void): (() => void) => {
  const observer = Taro.createIntersectionObserver(Taro.getCurrentInstance().page ?? {}, {
    thresholds,
    observeAll: true,
  })
  // the sections reach the screen a moment after React has made them
  Taro.nextTick(() =>
    observer.relativeToViewport().observe(WATCHED, (result) => {
      const entry = result as unknown as WeChatEntry
      tell(entry.id, entry)
      told()
    }),
  )
  return () => observer.disconnect()
}

/** Tells what is before her whenever that may have changed. `order` is the article's. Returns what stops it. */
export const watchSections = (order: readonly SectionId[], onLook: (look: Look) => void): (() => void) => {
  const boxes: Boxes = {}
  const tell: Tell = (id, box) => {
    boxes[id] = box
  }
  const told = (): void => onLook(lookAt(order, boxes))
  // chosen in one expression: what the other side needs is then left out of the build
  return process.env.TARO_ENV === 'h5' ? watchInBrowser(tell, told) : watchInWeChat(tell, told)
}
