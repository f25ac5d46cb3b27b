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

/** Throws CannotPaint when the canvas fails, and anything else when the picture does. */
export const paintPicture = (
  { easel, avatar }: Canvassed,
  source: string | Picture,
  { recipe }: KitImage,
  card: OpenedKit['card'],
  longest = Number.POSITIVE_INFINITY,
): Promise<string> =>
  easel.paint(async (open) => {
    const picture = await open(source)
    const portrait = recipe.card && avatar ? await open(avatar).catch(() => null) : null
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

/** The same picture from the cloud, as a local file. */
export const paintedInCloud = async ({ postId, version }: OpenedKit, index: number): Promise<string> => {
  const { pictures } = await call('render', 'kit.paint', { postId, version, indexes: [index] })
  const painted = pictures.find((one) => one.index === index)
  if (!painted) throw new Error(`picture ${index} was not painted`)
  return fetchFile(painted)
}
