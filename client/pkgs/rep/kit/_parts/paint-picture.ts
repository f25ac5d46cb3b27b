// One of her pictures: painted here, or in the cloud where this phone's canvas gives nothing.
import { paintVariant, variantSize } from '@shared/painter/paint-variant'
import type { OpenedKit } from '@/features/kit/use-kits'
import { call } from '@/platform/call'
import type { Easel, Picture } from '@/platform/canvas'
import { fetchFile } from '@/platform/files'

export const CANVAS_ID = 'kit-canvas'
/** Longest side of what is only looked at, px: a third of the widest phone, three times as dense. */
export const PREVIEW_EDGE = 480

export type KitImage = OpenedKit['images'][number]
export type Canvassed = { easel: Easel; avatar: string | null }

/** `whole`: with all that belongs on it; false when her card lacks the face it should have. */
export type Painted = { file: string; whole: boolean }

/** Throws CannotPaint when the canvas fails, and anything else when the picture does. */
export const paintPicture = async (
  { easel, avatar }: Canvassed,
  source: string | Picture,
  { recipe }: KitImage,
  card: OpenedKit['card'],
  longest = Number.POSITIVE_INFINITY,
): Promise<Painted> => {
  let whole = true
  const file = await easel.paint(async (open) => {
    const picture = await open(source)
    const portrait = recipe.card && avatar ? await open(avatar).catch(() => null) : null
    whole = portrait !== null || recipe.card === null || card.avatar === null
    const { width, height } = variantSize(picture, recipe)
    const scale = Math.min(1, longest / Math.max(width, height))
    const rep = { name: card.name, store: card.store, ...(portrait ? { avatar: portrait } : {}) }
    return {
      size: { width: Math.round(width * scale), height: Math.round(height * scale) },
      paint: (ctx) => {
        if (scale < 1) ctx.scale(scale, scale)
        paintVariant(ctx, recipe, picture, rep)
      },
    }
  })
  return { file, whole }
}

/** The same picture from the cloud, as a local file. */
export const paintedInCloud = async (kit: OpenedKit, index: number): Promise<string> => {
  const { postId, version, pictureRolls: rolls } = kit
  const { pictures } = await call('render', 'kit.paint', { postId, version, rolls, indexes: [index] })
  const painted = pictures.find((one) => one.index === index)
  if (!painted) throw new Error(`picture ${index} was not painted`)
  return fetchFile(painted)
}
