// Where on the screen is what? A paper layout: everything stands below everything else, text wraps, pictures have a height.
export const SCREEN = { width: 375, height: 667 } as const

export type Rect = { left: number; top: number; right: number; bottom: number; width: number; height: number }

const LINE_PX = 26
const CHARACTERS_A_LINE = 21
const HEIGHTS: Record<string, number> = {
  image: 210,
  input: 44,
  textarea: 88,
  button: 44,
  canvas: 0,
  video: 210,
  swiper: 210,
}

const ownHeight = (element: Element): number | null => {
  const style = element.getAttribute('style') ?? ''
  if (/position:\s*fixed|display:\s*none/.test(style)) return 0
  const said = /(?:^|;)\s*height:\s*([\d.]+)px/.exec(style)
  return said ? Number(said[1]) : (HEIGHTS[element.tagName.toLowerCase()] ?? null)
}

const textHeight = (text: string): number => Math.ceil(text.trim().length / CHARACTERS_A_LINE) * LINE_PX

/** Tops and heights of everything in the page, from the page's top. */
export const layOut = (page: Element): Map<Element, { top: number; height: number }> => {
  const places = new Map<Element, { top: number; height: number }>()
  const place = (element: Element, top: number): number => {
    const fixed = ownHeight(element)
    let flow = 0
    for (const child of element.childNodes) {
      if (child.nodeType === 3) flow += textHeight(child.textContent ?? '')
      else if (child.nodeType === 1) flow += place(child as Element, top + flow)
    }
    const height = fixed ?? flow
    places.set(element, { top, height })
    return height
  }
  place(page, 0)
  return places
}

const rect = (top: number, height: number): Rect => ({
  left: 0,
  right: SCREEN.width,
  width: SCREEN.width,
  top,
  bottom: top + height,
  height,
})

/** As `boundingClientRect` says it: from the top of the window. */
export const clientRect = (page: Element, element: Element, scrollTop: number): Rect => {
  const { top, height } = layOut(page).get(element) ?? { top: 0, height: 0 }
  return rect(top - scrollTop, height)
}

export const intersect = (a: Rect, top: number, bottom: number): { ratio: number; rect: Rect } => {
  const from = Math.max(a.top, top)
  const to = Math.min(a.bottom, bottom)
  const inside = rect(from, Math.max(0, to - from))
  if (a.height === 0) return { ratio: a.top >= top && a.top <= bottom ? 1 : 0, rect: inside }
  return { ratio: inside.height / a.height, rect: inside }
}

export const viewport = (): Rect => rect(0, SCREEN.height)
