// What became of the painted pictures? Painted once for all parts that look at files: hashes and digests are kept, not files.
import { createHash } from 'node:crypto'
import { type Image, loadImage } from '@napi-rs/canvas'
import type { Print } from '@shared/domain/picture-model'
import { registerFonts } from '../../tools/images/fonts'
import { dHash, type Hash64 } from './dhash'
import { inParallel } from './in-parallel'
import { dealEach, type ImageDeal } from './model'
import { cardOf, paintJpeg } from './paint'
import { type Hash256, pdq } from './pdq'
import { asSentByChat, smallGreyOf } from './pixels'
import { type Pick, spread } from './spread'
import { subjects } from './subjects'

/** Recipes dealt for every picture in every place. */
export const REPS = 5_000
/** Pictures painted of these, spread evenly over the reps. */
export const PAINTED = 300

/** digest: SHA-256 of the file; sent: after a chat app has encoded it again, of half of them. print: what the model foretold. */
export type Shot = { print: Print; digest: string; sent: string | null; dHash: Hash64; pdq: Hash256 }
export type Shots = { deal: ImageDeal; shots: Shot[] }

export const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64')

const shoot = async (image: Image, { n, recipe, print }: Pick): Promise<Shot> => {
  const jpeg = await paintJpeg(image, recipe, cardOf(n))
  const [sent, grey] = await Promise.all([n % 2 === 0 ? asSentByChat(jpeg) : null, smallGreyOf(jpeg)])
  return {
    print,
    digest: digestOf(jpeg),
    sent: sent && digestOf(sent),
    dHash: dHash(grey),
    pdq: pdq(grey),
  }
}

const shootAll = async (say: (line: string) => void): Promise<Shots[]> => {
  registerFonts()
  const all: Shots[] = []
  for (const deal of await deals()) {
    const image = await loadImage(deal.image.jpeg)
    const shots = await inParallel(spread(deal, PAINTED), (pick) => shoot(image, pick))
    all.push({ deal, shots })
    say(`painted ${deal.name}, ${deal.place}: ${shots.length}`)
  }
  return all
}

let dealt: Promise<ImageDeal[]> | null = null
export const deals = (): Promise<ImageDeal[]> => {
  dealt ??= subjects().then((all) => dealEach(all, REPS))
  return dealt
}

let shot: Promise<Shots[]> | null = null
export const shotsOfAll = (say: (line: string) => void): Promise<Shots[]> => {
  shot ??= shootAll(say)
  return shot
}
