// A canvas to paint on that nobody sees, and the JPEG that comes out of it: one code for WeChat and a browser.
import Taro from '@tarojs/taro'

/** Of what a phone paints, 0…1: as the cloud's painter writes it. Above it the file grows faster than the eye gains. */
export const JPEG_QUALITY = 0.9
const LOOKS = 10
const LOOK_EVERY_MS = 100
const EXPORTS = 2 // a phone short of memory often gives the file at the second asking

export type Size = { width: number; height: number }
type Node2D = HTMLCanvasElement & { createImage?: () => HTMLImageElement }
export type Picture = HTMLImageElement
export type Opening = (source: string | Picture) => Promise<Picture>
export type Painting = { size: Size; paint: (ctx: CanvasRenderingContext2D) => void }
export type Easel = {
  /** Begins at once, whatever is being painted: for small pictures. Throws when it does not open. */
  open: (src: string) => Promise<Picture>
  /**
   * A local JPEG file. Paintings wait for each other, and what `open` was given is released after its own: a phone has
   * memory for one. Throws CannotPaint when it is the canvas that fails.
   */
  paint: (prepare: (open: Opening) => Promise<Painting>) => Promise<string>
}

/** This phone's canvas gives no picture, whatever is painted. */
export class CannotPaint extends Error {}

const findNode = (id: string): Promise<Node2D | undefined> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true }, () => undefined)
      .exec((found: Array<{ node?: Node2D } | null>) => resolve(found[0]?.node))
  })

/** WeChat puts the canvas on the page a moment after React has. */
const weappNode = async (id: string): Promise<Node2D> => {
  for (let left = LOOKS; left > 0; left -= 1) {
    const node = await findNode(id)
    if (node) return node
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS))
  }
  throw new CannotPaint(`no canvas #${id} on this page`)
}

const nodeOf = (id: string): Promise<Node2D> =>
  process.env.TARO_ENV === 'h5' ? Promise.resolve(document.createElement('canvas')) : weappNode(id)

const load = (node: Node2D, src: string): Promise<Picture> =>
  new Promise((resolve, reject) => {
    const picture = node.createImage ? node.createImage() : new Image()
    picture.onload = () => resolve(picture)
    picture.onerror = () => reject(new Error('picture does not open'))
    picture.src = src
  })

/** An image without a source lets its pixels go. */
const release = (picture: Picture): void => {
  picture.onload = picture.onerror = () => undefined
  picture.src = ''
}

const toFile = async (node: Node2D, { width, height }: Size): Promise<string> => {
  if (process.env.TARO_ENV === 'h5') {
    const blob = await new Promise<Blob | null>((done) => node.toBlob(done, 'image/jpeg', JPEG_QUALITY))
    if (!blob) throw new Error('canvas gave no picture')
    return URL.createObjectURL(blob)
  }
  const reply = await Taro.canvasToTempFilePath({
    canvas: node as unknown as Taro.Canvas,
    canvasId: '',
    x: 0,
    y: 0,
    width,
    height,
    destWidth: width,
    destHeight: height,
    fileType: 'jpg',
    quality: JPEG_QUALITY,
  })
  return reply.tempFilePath
}

const exported = async (node: Node2D, size: Size): Promise<string> => {
  for (let left = EXPORTS - 1; ; left -= 1) {
    try {
      return await toFile(node, size)
    } catch (error) {
      if (left === 0) throw new CannotPaint(String(error))
    }
  }
}

const paintOn = (node: Node2D, { size, paint }: Painting): void => {
  try {
    node.width = size.width
    node.height = size.height
    const ctx = node.getContext('2d')
    if (!ctx) throw new Error('no 2d context')
    paint(ctx)
  } catch (error) {
    throw new CannotPaint(String(error))
  }
}

let last: Promise<unknown> = Promise.resolve()

const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = last.then(work, work)
  last = mine.catch(() => undefined)
  return mine
}

const paintFile = async (node: Node2D, prepare: (open: Opening) => Promise<Painting>): Promise<string> => {
  const opened: Picture[] = []
  const open: Opening = async (source) => {
    const picture = typeof source === 'string' ? await load(node, source) : source
    opened.push(picture)
    return picture
  }
  try {
    const painting = await prepare(open)
    paintOn(node, painting)
    return await exported(node, painting.size)
  } finally {
    opened.forEach(release)
    node.width = 1 // gives the pixels back
    node.height = 1
  }
}

/** On the page's `<Canvas type="2d" id>`; in a browser on a canvas of its own. */
export const easelOn = (id: string): Easel => {
  let found: Promise<Node2D> | null = null
  const node = (): Promise<Node2D> => {
    found ??= nodeOf(id).catch((error: unknown) => {
      found = null // the page may have it later
      throw error
    })
    return found
  }
  return {
    open: async (src) => load(await node(), src),
    paint: (prepare) => inTurn(async () => paintFile(await node(), prepare)),
  }
}
