// How does this rep's picture differ from her colleague's? A recipe of about 60 bytes is stored, never the picture.
import { hash32, mixWords } from './variant/hash'

/** A part of an image, in thousandths of its width and height. */
export type Rect = { x: number; y: number; w: number; h: number }

export type ImageKind = 'photo' | 'poster'

export const FRAME_STYLES = [
  ...(['line', 'mat', 'double', 'print', 'gallery', 'column'] as const),
  ...(['album', 'spine', 'crown', 'ledge', 'corner', 'easel'] as const),
] as const
export type FrameStyle = (typeof FRAME_STYLES)[number]

export const FRAME_COLORS = ['white', 'ivory', 'mist', 'sand', 'jade', 'blush', 'sky', 'clay', 'pine', 'ink'] as const
export type FrameColor = (typeof FRAME_COLORS)[number]

export const CARD_PALETTES = ['paper', 'jade', 'pine', 'sand', 'sky', 'ink'] as const
export type CardPalette = (typeof CARD_PALETTES)[number]

/** Lengths of frame and card are thousandths of the geometric mean of the picture's sides. */
export type Recipe = {
  crop: Rect
  /**
   * Percent of black laid over: shade 0…2 everywhere, light 1…6 growing away from a place (x, y in tenths of the sides). Black
   * alone, so that every colour keeps its hue and dark pictures their depth. Null for posters: flat colour is not toned.
   */
  tone: { shade: number; light: number; x: number; y: number } | null
  /** accent: what the sides wear that a style sets apart, where there is no card. */
  frame: { style: FrameStyle; width: number; color: FrameColor; accent: FrameColor }
  /** The name card; null on the images of a set that do not carry it. */
  card: { position: 'bottom' | 'top'; height: number; palette: CardPalette } | null
}

/** An image as far as its recipe goes. */
export type Cropped = { kind: ImageKind; focus?: Rect | null; keepOut?: readonly Rect[] }

/** `attempt` 0 is the first set, "another one" counts up. */
export type SetKey = { postId: string; version: number; repId: string; attempt: number }

const WHOLE = 1_000
/** What a side loses at most. */
const SIDE_CUT_MAX = 60
const FRAME_WIDTH = { least: 10, most: 42 }
const CARD_HEIGHT = { least: 96, most: 160 }
const SHADE = { least: 0, most: 2 }
const LIGHT = { least: 1, most: 6 }
/** Where the light falls, in tenths of the picture's sides. */
const LIGHT_AT = { least: 0, most: 10 }

/** Warm frames go with warm or neutral cards, cool ones with cool or neutral: a clash would look like a mistake. */
const CARDS_FOR_WARM = ['paper', 'sand', 'ink'] as const
const CARDS_FOR_COOL = ['paper', 'jade', 'pine', 'sky', 'ink'] as const
const WARM_FRAMES: readonly FrameColor[] = ['ivory', 'sand', 'blush', 'clay']
const COOL_FRAMES: readonly FrameColor[] = ['mist', 'jade', 'sky', 'pine']
const NEUTRAL_FRAMES = ['white', 'ink'] as const

type Range = { least: number; most: number }

/** Draws one number after the other from a seed. */
class Dealer {
  private drawn = 0

  constructor(private readonly seed: number) {}

  within({ least, most }: Range): number {
    this.drawn += 1
    return least + (mixWords(this.seed, this.drawn) % (most - least + 1))
  }

  pick<T>(from: readonly [T, ...T[]]): T {
    return from[this.within({ least: 0, most: from.length - 1 })] ?? from[0]
  }
}

/** What each side may lose without touching what the image is about or what must stay whole. */
const marginsOf = ({ focus, keepOut = [] }: Cropped) => {
  const kept = focus ? [focus, ...keepOut] : keepOut
  const least = (room: (rect: Rect) => number) => Math.max(0, Math.min(SIDE_CUT_MAX, ...kept.map(room)))
  return {
    left: least(({ x }) => x),
    top: least(({ y }) => y),
    right: least(({ x, w }) => WHOLE - x - w),
    bottom: least(({ y, h }) => WHOLE - y - h),
  }
}

const dealCrop = (deal: Dealer, image: Cropped): Rect => {
  const margins = marginsOf(image)
  const cut = (most: number) => deal.within({ least: 0, most })
  const [left, top, right, bottom] = [cut(margins.left), cut(margins.top), cut(margins.right), cut(margins.bottom)]
  return { x: left, y: top, w: WHOLE - left - right, h: WHOLE - top - bottom }
}

const wholeImage = (): Rect => ({ x: 0, y: 0, w: WHOLE, h: WHOLE })

const dealTone = (deal: Dealer): Recipe['tone'] => ({
  shade: deal.within(SHADE),
  light: deal.within(LIGHT),
  x: deal.within(LIGHT_AT),
  y: deal.within(LIGHT_AT),
})

type Colors = Pick<Recipe['frame'], 'color' | 'accent'>

/** A band of clay looks like packing tape. */
const NO_BAND: FrameColor = 'clay'

const dealColors = (deal: Dealer): Colors => {
  const color = deal.pick(FRAME_COLORS)
  const warm = WARM_FRAMES.indexOf(color) >= 0
  const cool = COOL_FRAMES.indexOf(color) >= 0
  const fitting = [...NEUTRAL_FRAMES, ...(cool ? [] : WARM_FRAMES), ...(warm ? [] : COOL_FRAMES)]
  const others = fitting.filter((each) => each !== color && each !== NO_BAND)
  return { color, accent: deal.pick<FrameColor>([others[0] ?? 'white', ...others.slice(1)]) }
}

const dealFrame = (deal: Dealer, colors: Colors): Recipe['frame'] => ({
  style: deal.pick(FRAME_STYLES),
  width: deal.within(FRAME_WIDTH),
  ...colors,
})

const dealCard = (deal: Dealer, { color }: Colors): NonNullable<Recipe['card']> => ({
  position: deal.within({ least: 0, most: 2 }) === 0 ? 'top' : 'bottom',
  height: deal.within(CARD_HEIGHT),
  palette: deal.pick<CardPalette>(WARM_FRAMES.indexOf(color) >= 0 ? CARDS_FOR_WARM : CARDS_FOR_COOL),
})

/** What everything of a set is dealt from: a 32-bit word. */
export const seedOf = ({ postId, version, repId, attempt }: SetKey): number =>
  hash32(`${postId}/${version}/${repId}/${attempt}`)

/** What the pictures of one rep's set have in common. */
type SetStyle = Colors & { card: NonNullable<Recipe['card']>; carriesFirst: boolean }

/** One pair of colours and one card for the whole set. */
const dealStyle = (seed: number): SetStyle => {
  const deal = new Dealer(seed)
  const colors = dealColors(deal)
  return { ...colors, card: dealCard(deal, colors), carriesFirst: deal.within({ least: 0, most: 1 }) === 0 }
}

/** Which images carry the name card: every poster, for it says whom to ask; in a set of photos the first or the last. */
const carriesCard = ({ carriesFirst }: SetStyle, images: readonly Cropped[], index: number): boolean => {
  if (images.some(({ kind }) => kind === 'poster')) return images[index]?.kind === 'poster'
  return index === (carriesFirst ? 0 : images.length - 1)
}

export type SetDeal = { seed: number; images: readonly Cropped[] }

/** The recipe of one image of a set; `choice` tells the draws of this image apart. */
export const dealRecipe = ({ seed, images }: SetDeal, index: number, choice: number): Recipe => {
  const deal = new Dealer(mixWords(mixWords(seed, index + 1), choice))
  const image = images[index]
  const style = dealStyle(images.length > 1 ? seed : mixWords(seed, choice)) // alone, it has nothing to go with
  const { color, accent, card } = style
  const frame = dealFrame(deal, { color, accent })
  const isPhoto = image?.kind === 'photo'
  return {
    crop: isPhoto ? dealCrop(deal, image) : wholeImage(),
    tone: isPhoto ? dealTone(deal) : null,
    frame,
    card: carriesCard(style, images, index) ? { ...card, height: deal.within(CARD_HEIGHT) } : null,
  }
}

/** In which order are the images shown? The first stays; the others are shuffled (Fisher–Yates). Indexes of the images. */
export const dealOrder = (seed: number, count: number): number[] => {
  const deal = new Dealer(mixWords(seed, 0))
  const order = Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 1; last -= 1) {
    const other = deal.within({ least: 1, most: last })
    const moved = order[last] as number
    order[last] = order[other] as number
    order[other] = moved
  }
  return order
}

/** As it is stored: `x,y,w,h;shade,light,x,y;style,width,color,accent;position,height,palette`, with what is absent left empty. */
export const writeRecipe = ({ crop, tone, frame, card }: Recipe): string =>
  [
    [crop.x, crop.y, crop.w, crop.h],
    tone ? [tone.shade, tone.light, tone.x, tone.y] : [],
    [frame.style, frame.width, frame.color, frame.accent],
    card ? [card.position, card.height, card.palette] : [],
  ]
    .map((part) => part.join(','))
    .join(';')

const oneOf = <T extends string>(values: readonly T[], text: string | undefined): T => {
  const value = values.find((each) => each === text)
  if (value === undefined) throw new Error(`A recipe names no ${text}`)
  return value
}

const numberIn = (text: string | undefined): number => {
  const value = Number(text)
  if (!text || !Number.isInteger(value)) throw new Error(`A recipe holds no number in ${text}`)
  return value
}

/** Throws on a text that `writeRecipe` cannot have written. */
export const readRecipe = (text: string): Recipe => {
  const [crop = '', tone = '', frame = '', card = ''] = text.split(';')
  const [x, y, w, h] = crop.split(',')
  const [shade, light, lightX, lightY] = tone.split(',')
  const [style, width, color, accent] = frame.split(',')
  const [position, height, palette] = card.split(',')
  return {
    crop: { x: numberIn(x), y: numberIn(y), w: numberIn(w), h: numberIn(h) },
    tone:
      tone === ''
        ? null
        : {
            shade: numberIn(shade),
            light: numberIn(light),
            x: numberIn(lightX),
            y: numberIn(lightY),
          },
    frame: {
      style: oneOf(FRAME_STYLES, style),
      width: numberIn(width),
      color: oneOf(FRAME_COLORS, color),
      accent: oneOf(FRAME_COLORS, accent),
    },
    card:
      card === ''
        ? null
        : {
            position: oneOf(['bottom', 'top'] as const, position),
            height: numberIn(height),
            palette: oneOf(CARD_PALETTES, palette),
          },
  }
}
