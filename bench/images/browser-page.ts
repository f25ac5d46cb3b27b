// What runs inside the browser: the product's own easel and painter, timed and looked at from outside. Bundled by browser-open.ts.
import type { Recipe } from '@shared/domain/recipe'
import { POSTER_SIZE, type PosterModel, paintPoster } from '@shared/painter/paint-poster'
import { paintVariant, type RepCard, variantSize } from '@shared/painter/paint-variant'
import { type Easel, easelOn } from '../../client/platform/canvas'

/** Pictures by name: `load` fetched them before. */
export type Shot = { name: string; recipe: Recipe; card: RepCard }
export type Poster = Pick<PosterModel, 'design' | 'title' | 'excerpt' | 'codeNote'> & {
  rep: { name: string; store: string }
  photo: string
  avatar: string | null
  code: string
}

const blobs = new Map<string, string>()
const addressOf = (name: string): string => {
  const address = blobs.get(name)
  if (!address) throw new Error(`${name} was not loaded`)
  return address
}

/** Into memory, so that no network is timed. */
const load = async (names: readonly string[]): Promise<void> => {
  for (const name of names)
    if (!blobs.has(name)) blobs.set(name, URL.createObjectURL(await (await fetch(`/${name}`)).blob()))
}

const timed = async (work: () => Promise<void>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const paintShot = (easel: Easel, { name, recipe, card }: Shot): Promise<string> =>
  easel.paint(async (open) => {
    const picture = await open(addressOf(name))
    return { size: variantSize(picture, recipe), paint: (ctx) => paintVariant(ctx, recipe, picture, card) }
  })

const toJpeg = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/jpeg', 0.9)
  })

/** As saving does: one at a time; what was painted goes into the album and is let go. */
const paintAll = (shots: readonly Shot[]): Promise<number> =>
  timed(async () => {
    const easel = easelOn('')
    for (const shot of shots) URL.revokeObjectURL(await paintShot(easel, shot))
  })

const opened = async (name: string): Promise<HTMLImageElement> => {
  const picture = new Image()
  picture.src = addressOf(name)
  await new Promise((done, fail) => {
    picture.onload = done
    picture.onerror = fail
  })
  return picture
}

const context = (canvas: HTMLCanvasElement): CanvasRenderingContext2D => {
  const ctx = canvas.getContext('2d')
  if (!ctx) throw new Error('no 2d context')
  return ctx
}

/** The anchor: the same pictures decoded, drawn and encoded, with nothing painted. */
const encodeAll = (names: readonly string[]): Promise<number> =>
  timed(async () => {
    const canvas = document.createElement('canvas')
    for (const name of names) {
      const picture = await opened(name)
      Object.assign(canvas, { width: picture.width, height: picture.height })
      context(canvas).drawImage(picture, 0, 0)
      await toJpeg(canvas)
      picture.src = ''
    }
    canvas.width = canvas.height = 1
  })

/** As the kit's page does: all thumbnails opened at once, painted as they come, and each shown. */
const showPreviews = (shots: readonly Shot[]): Promise<number> =>
  timed(async () => {
    const easel = easelOn('')
    const shown = shots.map(async ({ name, recipe, card }) => {
      const thumb = await easel.open(addressOf(name))
      const file = await easel.paint(async (open) => {
        const picture = await open(thumb)
        return { size: variantSize(picture, recipe), paint: (ctx) => paintVariant(ctx, recipe, picture, card) }
      })
      const image = document.body.appendChild(new Image())
      image.src = file
      await image.decode()
    })
    await Promise.all(shown)
    document.body.replaceChildren()
  })

const pngOf = (size: { width: number; height: number }, paint: (ctx: CanvasRenderingContext2D) => void): string => {
  const canvas = Object.assign(document.createElement('canvas'), { width: size.width, height: size.height })
  paint(context(canvas))
  return canvas.toDataURL('image/png')
}

/** `avatar`: the name of a loaded picture. */
const variantPng = async ({ name, recipe, card }: Shot, avatar: string | null): Promise<string> => {
  const picture = await opened(name)
  const rep = { ...card, avatar: avatar === null ? null : await opened(avatar) }
  return pngOf(variantSize(picture, recipe), (ctx) => paintVariant(ctx, recipe, picture, rep))
}

const posterPng = async ({ photo, avatar, code, rep, ...words }: Poster): Promise<string> => {
  const model: PosterModel = {
    ...words,
    photo: { picture: await opened(photo), focus: null, keepOut: [] },
    rep: { ...rep, avatar: avatar === null ? null : await opened(avatar) },
    code: await opened(code),
  }
  return pngOf(POSTER_SIZE, (ctx) => paintPoster(ctx, model))
}

/** A canvas takes what is there when it writes: fonts are asked for first. */
const loadFonts = async (): Promise<void> => {
  await Promise.all([
    document.fonts.load('400 20px "Noto Sans SC"', '涟漪'),
    document.fonts.load('600 20px "Noto Sans SC"', '涟漪'),
  ])
}

export const painterPage = { load, loadFonts, paintAll, encodeAll, showPreviews, variantPng, posterPng }
Object.assign(window, { painterPage })
