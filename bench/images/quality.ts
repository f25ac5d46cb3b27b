// Does a picture lose by being made her own? SSIM of its photo against the same part of the source, beside a bare re-encode.
import { type Image, loadImage } from '@napi-rs/canvas'
import { type Box, layoutPicture } from '@shared/domain/picture-layout'
import type { Part } from '../part'
import { layOut } from '../report'
import { type Grey, greyOf, type Pixels } from './grey'
import { inParallel } from './in-parallel'
import type { ImageDeal } from './model'
import { bareJpeg, cardOf, paintJpeg } from './paint'
import { pixelsOf } from './pixels'
import { deals } from './shots'
import { type Pick, spread } from './spread'
import { ssim } from './ssim'

/** Recipes looked at of each picture, alone and within a set. */
const LOOKED_AT = 6
const LOSS_MAX = 0.01

type Row = { deal: ImageDeal; bare: number; mean: number; worst: number; loss: number }

const part = (pixels: Pixels, { x, y, w, h }: Box): Grey => greyOf(pixels, { x, y, w, h })

/** How much less like the source than a bare re-encode, over the very same pixels. Below 0: more like it. */
const compare = async (
  { n, recipe }: Pick,
  { image, source, bare }: { image: Image; source: Pixels; bare: Pixels },
): Promise<{ own: number; bare: number }> => {
  const layout = layoutPicture(image, recipe)
  if (layout.photo.w !== layout.source.w || layout.photo.h !== layout.source.h)
    throw new Error('the photo was resampled: nothing to compare pixel by pixel')
  const own = await pixelsOf(await paintJpeg(image, recipe, cardOf(n)))
  const wanted = part(source, layout.source)
  return { own: ssim(part(own, layout.photo), wanted), bare: ssim(part(bare, layout.source), wanted) }
}

const rowOf = async (deal: ImageDeal): Promise<Row> => {
  const image = await loadImage(deal.image.jpeg)
  const source = await pixelsOf(deal.image.jpeg)
  const bare = await pixelsOf(await bareJpeg(image))
  const all = await inParallel(spread(deal, LOOKED_AT), (pick) => compare(pick, { image, source, bare }))
  const mean = (of: (each: { own: number; bare: number }) => number) =>
    all.reduce((sum, x) => sum + of(x), 0) / all.length
  return {
    deal,
    bare: mean((x) => x.bare),
    mean: mean((x) => x.own),
    worst: Math.min(...all.map((x) => x.own)),
    loss: Math.max(...all.map((x) => x.bare - x.own)),
  }
}

const HEAD = ['place', 'picture', 'bare', 'own, mean', 'own, least', 'most lost']

export const quality: Part = {
  name: 'quality',
  run: async ({ say }) => {
    const rows: Row[] = []
    for (const deal of await deals()) rows.push(await rowOf(deal))
    say(
      layOut([
        HEAD,
        ...rows.map(({ deal, bare, mean, worst, loss }) => [
          ...[deal.place, deal.name],
          ...[bare, mean, worst, loss].map((value) => value.toFixed(4)),
        ]),
      ]),
    )
    const mean = (of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0) / rows.length
    const lost = Math.max(...rows.map(({ loss }) => loss))
    say(`most lost by ${rows.find(({ loss }) => loss === lost)?.deal.name}`)
    return [
      { metric: 'SSIM lost beside a bare re-encode, worst picture', value: lost, unit: '', goal: { atMost: LOSS_MAX } },
      { metric: 'SSIM, mean', value: mean((row) => row.mean), unit: '', anchor: mean((row) => row.bare) },
      {
        metric: 'SSIM, least',
        value: Math.min(...rows.map(({ worst }) => worst)),
        unit: '',
        anchor: Math.min(...rows.map(({ bare }) => bare)),
      },
    ]
  },
}
