// What is a `<canvas type="2d">` node? A real canvas that really paints, with pictures loaded from the phone or the network.
import { type Canvas, createCanvas, Image } from '@napi-rs/canvas'
import type { PhoneFiles } from './files'
import { type Args, type Host, Refused } from './host'
import type { Net } from './http'

export type CanvasNode = Canvas & { createImage(): Image; requestAnimationFrame(work: () => void): unknown }

const loadInto = async (image: Image, source: string, files: PhoneFiles, net: Net): Promise<void> => {
  const setSource = Object.getOwnPropertyDescriptor(Image.prototype, 'src')?.set
  const bytes = async (): Promise<Buffer> => {
    if (source.startsWith('wxfile://')) return files.read(source)
    if (source.startsWith('data:')) return Buffer.from(source.slice(source.indexOf(',') + 1), 'base64')
    const reply = await net.ask(source)
    if (reply.status !== 200) throw new Error(`statusCode ${reply.status}`)
    return reply.body
  }
  setSource?.call(image, await bytes())
}

/** As `canvas.createImage()`: `src` takes an address or path, then onload or onerror. */
const createImage = (host: Host, files: PhoneFiles, net: Net): Image => {
  const image = new Image()
  let source = ''
  Object.defineProperty(image, 'src', {
    get: () => source,
    set: (value: unknown) => {
      source = String(value)
      host.log('image.src', source.slice(0, 200))
      loadInto(image, source, files, net).catch((error: Error) =>
        image.onerror?.(host.realm.into({ errMsg: error.message }) as never),
      )
    },
  })
  return image
}

export const createCanvasNode = (host: Host, files: PhoneFiles, net: Net, width = 300, height = 150): CanvasNode =>
  Object.assign(createCanvas(width, height), {
    createImage: () => createImage(host, files, net),
    requestAnimationFrame: (work: () => void) => setTimeout(work, 16),
    cancelAnimationFrame: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
  }) as unknown as CanvasNode

/** The canvas behind a drawn `<canvas>` element: one for as long as the element stands. */
export const createCanvases = (host: Host, files: PhoneFiles, net: Net) => {
  const nodes = new WeakMap<Element, CanvasNode>()
  const nodeOf = (element: Element): CanvasNode => {
    const known = nodes.get(element)
    if (known) return known
    const node = createCanvasNode(host, files, net)
    nodes.set(element, node)
    return node
  }
  const toTempFile = async (args: Args): Promise<{ tempFilePath: string }> => {
    const { canvas, fileType, quality } = args as Args & { canvas?: CanvasNode; fileType?: string; quality?: number }
    if (!canvas) throw new Refused('canvas is null: canvasId belongs to the old canvas')
    const { x = 0, y = 0, width = canvas.width, height = canvas.height } = args as Record<string, number>
    const { destWidth = width, destHeight = height } = args as Record<string, number>
    const asPng = (fileType ?? 'png') === 'png'
    const cut = createCanvas(destWidth, destHeight)
    cut.getContext('2d').drawImage(canvas as never, x, y, width, height, 0, 0, destWidth, destHeight)
    const bytes = asPng ? cut.toBuffer('image/png') : cut.toBuffer('image/jpeg', Math.round((quality ?? 0.92) * 100))
    return { tempFilePath: files.keep(bytes, asPng ? 'png' : 'jpg') }
  }
  return { nodeOf, toTempFile }
}
