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

type Pen = Record<string, unknown>

/** Everything that the app asks of a context, as `canvas.<member>`; what it draws is told by its size. */
const recorded = (host: Host, pen: Pen): Pen => {
  const told = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    const { width, height } = value as { width?: number; height?: number }
    return width === undefined ? `[${value.constructor.name}]` : { width, height }
  }
  return new Proxy(pen, {
    get: (target, name) => {
      const member = Reflect.get(target, name) as unknown
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => {
        host.log(`canvas.${String(name)}`, args.map(told))
        return member.apply(target, args) as unknown
      }
    },
    set: (target, name, value) => {
      host.log(`canvas.${String(name)}`, told(value))
      return Reflect.set(target, name, value)
    },
  })
}

/** A side that is set is told; setting it empties the canvas. */
const toldSide = (host: Host, node: Canvas, side: 'width' | 'height'): PropertyDescriptor => {
  const real = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(node), side)
  return {
    get: () => real?.get?.call(node) as number,
    set: (length: number) => {
      host.log(`canvas.node.${side}`, length)
      real?.set?.call(node, length)
    },
  }
}

const withPen = (host: Host, node: Canvas, own: object): CanvasNode => {
  const pen = node.getContext('2d')
  Object.defineProperties(node, { width: toldSide(host, node, 'width'), height: toldSide(host, node, 'height') })
  const getContext = () => (host.answers.canvas === 'has no context' ? null : recorded(host, pen as unknown as Pen))
  return Object.assign(node, own, { getContext }) as unknown as CanvasNode
}

export const createCanvasNode = (host: Host, files: PhoneFiles, net: Net, width = 300, height = 150): CanvasNode =>
  withPen(host, createCanvas(width, height), {
    createImage: () => createImage(host, files, net),
    requestAnimationFrame: (work: () => void) => setTimeout(work, 16),
    cancelAnimationFrame: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
  })

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
    if (host.answers.canvas === 'gives no file') throw new Refused('write file error')
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
