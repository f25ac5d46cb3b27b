// A canvas to paint on that nobody sees, and the JPEG that comes out of it: one code for WeChat and a browser.
import Taro from '@tarojs/taro'

const JPEG_QUALITY = 0.92
const LOOKS = 10
const LOOK_EVERY_MS = 100

type Size = { width: number; height: number }
type Node2D = HTMLCanvasElement & { createImage?: () => HTMLImageElement }
export type Picture = HTMLImageElement

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
  throw new Error(`no canvas #${id} on this page`)
}

const loadPicture = (node: Node2D, src: string): Promise<Picture> =>
  new Promise((resolve, reject) => {
    const picture = node.createImage ? node.createImage() : new Image()
    picture.onload = () => resolve(picture)
    picture.onerror = () => reject(new Error('picture does not open'))
    picture.src = src
  })

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

let last: Promise<unknown> = Promise.resolve()

/**
 * Paints one picture on the page's `<Canvas type="2d" id>` (in a browser on one of its own) and gives it as a local
 * JPEG file. Paintings wait for each other: a phone has memory for one.
 */
export const paintFile = (
  id: string,
  sources: readonly string[],
  sizeOf: (pictures: readonly Picture[]) => Size,
  paint: (ctx: CanvasRenderingContext2D, pictures: readonly Picture[]) => void,
): Promise<string> => {
  const work = async () => {
    const node: Node2D = process.env.TARO_ENV === 'h5' ? document.createElement('canvas') : await weappNode(id)
    const pictures: Picture[] = []
    for (const src of sources) pictures.push(await loadPicture(node, src))
    const size = sizeOf(pictures)
    node.width = size.width
    node.height = size.height
    const ctx = node.getContext('2d')
    if (!ctx) throw new Error('no 2d context')
    paint(ctx, pictures)
    return toFile(node, size)
  }
  const mine = last.then(work, work)
  last = mine.catch(() => undefined)
  return mine
}
