// How does this rep's picture differ from her colleague's? A recipe of about 150 bytes is stored, never the picture.
import { hash32 } from './variant/hash'

export type ImageKind = 'photo' | 'poster'

export const FRAME_STYLES = ['line', 'mat', 'double', 'print'] as const
export type FrameStyle = (typeof FRAME_STYLES)[number]

export const FRAME_COLORS = ['white', 'ivory', 'mist', 'sand', 'jade', 'blush', 'sky', 'clay', 'pine', 'ink'] as const
export type FrameColor = (typeof FRAME_COLORS)[number]

export const CARD_PALETTES = ['paper', 'jade', 'pine', 'sand', 'sky', 'ink'] as const
export type CardPalette = (typeof CARD_PALETTES)[number]

/** Lengths are thousandths: of the picture's sides (crop), its short side (frame width), its width (card height). */
export type Recipe = {
  crop: { x: number; y: number; w: number; h: number }
  /** Percent, −2…2. Null for posters: flat colour is never tinted. */
  tone: { brightness: number; warmth: number } | null
  frame: { style: FrameStyle; width: number; color: FrameColor }
  /** The name card; null on the images of a set that do not carry it. */
  card: { position: 'bottom' | 'top'; height: number; palette: CardPalette } | null
}

/** `attempt` 0 is the first deal; "another one" counts up. */
export type SetKey = { postId: string; version: number; repId: string; attempt?: number }
export type RecipeKey = SetKey & { imageIndex: number }

const WHOLE = 1_000
const CROP_CUT = { least: 10, most: 40 }
const FRAME_WIDTH = { least: 12, most: 28 }
const CARD_HEIGHT = { least: 128, most: 152 }
const TONE_REACH = 2

/** Warm frames go with warm or neutral cards, cool ones with cool or neutral: a clash would look like a mistake. */
const CARDS_FOR_WARM = ['paper', 'sand', 'ink'] as const
const CARDS_FOR_COOL = ['paper', 'jade', 'pine', 'sky', 'ink'] as const
const WARM_FRAMES: readonly FrameColor[] = ['ivory', 'sand', 'blush', 'clay']

type Range = { least: number; most: number }
type Dealer = {
  within: (field: string, range: Range) => number
  pick: <T>(field: string, from: readonly [T, ...T[]]) => T
}

function dealerFor(salt: string): Dealer {
  const within = (field: string, { least, most }: Range) => least + (hash32(`${salt}/${field}`) % (most - least + 1))
  return {
    within,
    pick: (field, from) => from[within(field, { least: 0, most: from.length - 1 })] ?? from[0],
  }
}

const saltOf = (key: SetKey) => `${key.postId}/${key.version}/${key.repId}/${key.attempt ?? 0}`

/** The sides are cut alike, so the picture keeps its shape. */
function dealCrop(deal: Dealer): Recipe['crop'] {
  const cut = deal.within('cut', CROP_CUT)
  const x = deal.within('x', { least: 0, most: cut })
  const y = deal.within('y', { least: 0, most: cut })
  return { x, y, w: WHOLE - cut, h: WHOLE - cut }
}

/** The recipe of one image that stands alone, and so carries the card. */
export function dealRecipe(key: RecipeKey, kind: ImageKind): Recipe {
  const rep = dealerFor(saltOf(key))
  const image = dealerFor(`${saltOf(key)}/${key.imageIndex}`)
  const reach = { least: -TONE_REACH, most: TONE_REACH }
  const color = rep.pick('color', FRAME_COLORS)
  const palettes = WARM_FRAMES.indexOf(color) >= 0 ? CARDS_FOR_WARM : CARDS_FOR_COOL
  const isPhoto = kind === 'photo'
  return {
    crop: isPhoto ? dealCrop(image) : { x: 0, y: 0, w: WHOLE, h: WHOLE },
    tone: isPhoto ? { brightness: image.within('brightness', reach), warmth: image.within('warmth', reach) } : null,
    frame: {
      style: rep.pick('style', FRAME_STYLES),
      width: rep.within('width', FRAME_WIDTH),
      color,
    },
    card: {
      position: rep.within('position', { least: 0, most: 3 }) === 0 ? 'top' : 'bottom',
      height: rep.within('height', CARD_HEIGHT),
      palette: rep.pick<CardPalette>('palette', palettes),
    },
  }
}

/** The recipes of a post's images: one frame for the whole set, and one card, on its first or its last image. */
export function dealRecipes(key: SetKey, images: readonly { kind: ImageKind }[]): Recipe[] {
  const carriesFirst = dealerFor(saltOf(key)).within('carrier', { least: 0, most: 1 }) === 0
  const carrier = carriesFirst ? 0 : images.length - 1
  return images.map(({ kind }, imageIndex) => {
    const recipe = dealRecipe({ ...key, imageIndex }, kind)
    return imageIndex === carrier ? recipe : { ...recipe, card: null }
  })
}
