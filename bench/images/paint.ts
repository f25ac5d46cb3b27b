// How is a picture painted here? By the product's painter on the canvas of the cloud, at the cloud's quality.
import { type Canvas, createCanvas, type Image } from '@napi-rs/canvas'
import type { Recipe } from '@shared/domain/recipe'
import { paintVariant, type RepCard, variantSize } from '@shared/painter/paint-variant'

/** As cloudfunctions/render/canvas.ts has it; of 100. */
export const JPEG_QUALITY = 90

const NAMES = ['林小满', '陈嘉禾', '欧阳静怡', '王芳', '赵一诺', '李思远', '周子涵']
const STORES = ['澜肌万象城店', '暖羽银泰店', '橙意大悦城旗舰店', '步云环球港店']

/** Reps differ in their names as well; a store has several. */
export const cardOf = (n: number): RepCard => ({
  name: NAMES[n % NAMES.length] ?? '',
  store: STORES[Math.floor(n / NAMES.length) % STORES.length] ?? '',
})

export const paintOnto = (image: Image, recipe: Recipe, card: RepCard): Canvas => {
  const { width, height } = variantSize(image, recipe)
  const canvas = createCanvas(width, height)
  paintVariant(canvas.getContext('2d'), recipe, image, card)
  return canvas
}

/** The pixels' memory goes at once; the collector would let many canvases gather. */
const freed = async (canvas: Canvas, quality: number): Promise<Buffer> => {
  try {
    return await canvas.encode('jpeg', quality)
  } finally {
    canvas.width = 1
    canvas.height = 1
  }
}

export const paintJpeg = (image: Image, recipe: Recipe, card: RepCard): Promise<Buffer> =>
  freed(paintOnto(image, recipe, card), JPEG_QUALITY)

/** The anchor: the same picture, decoded and encoded by the same library, with nothing painted. */
export const bareJpeg = (image: Image, quality = JPEG_QUALITY): Promise<Buffer> => {
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return freed(canvas, quality)
}
