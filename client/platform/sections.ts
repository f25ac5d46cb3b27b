// Which section of the article fills most of the screen, and how far down has she come?
import type { SectionId } from '@shared/domain/ids'
import Taro from '@tarojs/taro'

/** Every element of class `section` carries this before its section's id. */
export const sectionDomId = (id: string): string => `section-${id}`

/** Every element of class `section-image` this. */
export const pictureDomId = (id: string): string => `picture-${id}`

const WATCHED_MAX = 30 // elements: more observers make an old phone stutter

/** Which sections' pictures are watched: the first ones, as many as the sections themselves leave room for. */
export const watchedPictures = (sections: readonly { id: string; image: unknown }[]): ReadonlySet<string> => {
  const room = Math.max(0, WATCHED_MAX - sections.length)
  return new Set(
    sections
      .filter(({ image }) => image !== null)
      .slice(0, room)
      .map(({ id }) => id),
  )
}

/** Top edge, height and the part on screen of one section, in px of the screen. */
export type SectionBox = { top: number; height: number; seenTop: number; seenHeight: number }

/** The section with the most pixels on screen; the upper one when two have the same. */
export const pickMostVisible = (
  order: readonly SectionId[],
  boxes: ReadonlyMap<SectionId, SectionBox>,
): SectionId | null => {
  let most: { id: SectionId; seen: number } | null = null
  for (const id of order) {
    const seen = boxes.get(id)?.seenHeight ?? 0
    if (seen > 0 && (most === null || seen > most.seen)) most = { id, seen }
  }
  return most?.id ?? null
}

const HOLDS_FROM = 0.6 // of its height on screen

/** Most of the picture is before her. */
export const holdsScreen = ({ height, seenHeight }: SectionBox): boolean =>
  height > 0 && seenHeight / height >= HOLDS_FROM

/** 0 to 1: sections count alike, and the one on screen by how much of it lies above the screen's lower edge. */
export const measureDepth = (order: readonly SectionId[], boxes: ReadonlyMap<SectionId, SectionBox>): number => {
  let depth = 0
  order.forEach((id, index) => {
    const box = boxes.get(id)
    if (!box || box.seenHeight <= 0 || box.height <= 0) return
    const part = Math.min(1, (box.seenTop + box.seenHeight - box.top) / box.height)
    depth = Math.max(depth, (index + part) / order.length)
  })
  return Math.round(depth * 1000) / 1000
}

type Rect = { top: number; height: number }
type Listen = (elementId: string, box: SectionBox) => void

// Callbacks come only when a threshold is crossed; tall sections need many, so that the switch to the next is not late.
const STEPS = Array.from({ length: 21 }, (_, i) => i / 20)
const STEPS_IN_WECHAT = Array.from({ length: 11 }, (_, i) => i / 10)

const boxOf = (whole: Rect, seen: Rect): SectionBox => ({
  top: whole.top,
  height: whole.height,
  seenTop: seen.top,
  seenHeight: seen.height,
})

const watchInBrowser = (ids: readonly SectionId[], listen: Listen): (() => void) => {
  if (typeof IntersectionObserver === 'undefined') return () => undefined
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, boundingClientRect, intersectionRect } of entries)
        listen(target.id, boxOf(boundingClientRect, intersectionRect))
    },
    { threshold: STEPS },
  )
  for (const domId of ids.flatMap((id) => [sectionDomId(id), pictureDomId(id)])) {
    const element = document.getElementById(domId)
    if (element) observer.observe(element)
  }
  return () => observer.disconnect()
}

type WeChatEntry = { id?: string; boundingClientRect: Rect; intersectionRect: Rect }

const watchInWeChat = (listen: Listen): (() => void) => {
  const page = Taro.getCurrentInstance().page
  if (!page) return () => undefined
  let observer: Taro.IntersectionObserver | null = null
  let stopped = false
  // the sections reach the screen a moment after React has made them
  Taro.nextTick(() => {
    if (stopped) return
    observer = Taro.createIntersectionObserver(page, { thresholds: STEPS_IN_WECHAT, observeAll: true })
    observer.relativeToViewport().observe('.section, .section-image', (result) => {
      const { id, boundingClientRect, intersectionRect } = result as unknown as WeChatEntry
      if (id) listen(id, boxOf(boundingClientRect, intersectionRect))
    })
  })
  return () => {
    stopped = true
    observer?.disconnect()
  }
}

type Tell = (id: SectionId, visible: boolean) => void
type Seen = { onSection: Tell; onPicture: Tell; onDepth: (depth: number) => void }

/**
 * Tells each change of the section that fills most of the screen: the new one visible, then the old one not. `order` is the
 * article's order. A picture is told when it begins to hold the screen, and when it ends. Returns what stops it.
 */
export const watchSections = (order: readonly SectionId[], { onSection, onPicture, onDepth }: Seen): (() => void) => {
  const boxes = new Map<SectionId, SectionBox>()
  const byElement = new Map(order.map((id) => [sectionDomId(id), id]))
  const byPicture = new Map(order.map((id) => [pictureDomId(id), id]))
  const held = new Set<SectionId>()
  let most: SectionId | null = null
  const lookAtPicture = (id: SectionId, box: SectionBox): void => {
    const holds = holdsScreen(box)
    if (holds === held.has(id)) return
    if (holds) held.add(id)
    else held.delete(id)
    onPicture(id, holds)
  }
  const listen: Listen = (elementId, box) => {
    const picture = byPicture.get(elementId)
    if (picture !== undefined) lookAtPicture(picture, box)
    const id = byElement.get(elementId)
    if (id === undefined) return
    boxes.set(id, box)
    onDepth(measureDepth(order, boxes))
    const next = pickMostVisible(order, boxes)
    if (next === most) return
    if (next !== null) onSection(next, true)
    if (most !== null) onSection(most, false)
    most = next
  }
  return process.env.TARO_ENV === 'h5' ? watchInBrowser(order, listen) : watchInWeChat(listen)
}
