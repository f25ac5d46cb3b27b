// What does a picture of her own cost beside a bare decode and encode by the same library?
import { type Image, loadImage } from '@napi-rs/canvas'
import { registerFonts } from '../../tools/images/fonts'
import { cpuOfSelfMs } from '../cpu'
import type { Part } from '../part'
import { layOut, median } from '../report'
import type { ImageDeal } from './model'
import { bareJpeg, cardOf, paintJpeg } from './paint'
import { deals } from './shots'
import { type Pick, spread } from './spread'

const ROUNDS = 3
const PICTURES = 8
const CPU_GOAL = 1.3
const BYTES_GOAL = 1.25

/** CPU time in ms and bytes per picture. */
type Cost = { ms: number; bytes: number }
type Row = { deal: ImageDeal; bare: Cost; own: Cost; ms: number; bytes: number }

/** Opens the picture as each request must, and lets its pixels go at once: left to the collector, they cost whoever comes next. */
const opened = async (jpeg: Buffer, work: (image: Image) => Promise<Buffer>): Promise<Cost> => {
  const before = cpuOfSelfMs()
  const image = await loadImage(jpeg)
  const { length } = await work(image)
  image.src = Buffer.alloc(0)
  return { ms: cpuOfSelfMs() - before, bytes: length }
}

const meanOf = (costs: readonly Cost[]): Cost => ({
  ms: costs.reduce((sum, { ms }) => sum + ms, 0) / costs.length,
  bytes: costs.reduce((sum, { bytes }) => sum + bytes, 0) / costs.length,
})

/** Both ways picture by picture, so that what else the machine does weighs on both. */
const roundOf = async (jpeg: Buffer, picks: readonly Pick[]): Promise<{ bare: Cost; own: Cost }> => {
  const [bare, own]: [Cost[], Cost[]] = [[], []]
  for (const { n, recipe } of picks) {
    bare.push(await opened(jpeg, (image) => bareJpeg(image)))
    own.push(await opened(jpeg, (image) => paintJpeg(image, recipe, cardOf(n))))
  }
  return { bare: meanOf(bare), own: meanOf(own) }
}

const rowOf = async (deal: ImageDeal): Promise<Row> => {
  const { jpeg } = deal.image
  const picks = spread(deal, PICTURES)
  await roundOf(jpeg, picks.slice(0, 1))
  const rounds: { bare: Cost; own: Cost }[] = []
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await roundOf(jpeg, picks))
  const middle = (of: (round: { bare: Cost; own: Cost }) => number) => median(rounds.map(of))
  return {
    deal,
    bare: { ms: middle(({ bare }) => bare.ms), bytes: middle(({ bare }) => bare.bytes) },
    own: { ms: middle(({ own }) => own.ms), bytes: middle(({ own }) => own.bytes) },
    ms: middle(({ bare, own }) => own.ms / bare.ms),
    bytes: middle(({ bare, own }) => own.bytes / bare.bytes),
  }
}

const HEAD = ['place', 'picture', 'bare ms', 'own ms', 'ratio', 'bare KB', 'own KB', 'ratio']

export const cost: Part = {
  name: 'cost',
  run: async ({ say }) => {
    registerFonts()
    const rows: Row[] = []
    for (const deal of await deals()) rows.push(await rowOf(deal))
    say(
      layOut([
        HEAD,
        ...rows.map(({ deal, bare, own, ms, bytes }) => [
          ...[deal.place, deal.name, bare.ms.toFixed(1), own.ms.toFixed(1), ms.toFixed(2)],
          ...[(bare.bytes / 1000).toFixed(0), (own.bytes / 1000).toFixed(0), bytes.toFixed(2)],
        ]),
      ]),
    )
    const mean = (of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0) / rows.length
    return [
      {
        metric: 'CPU beside bare decode and encode, mean',
        value: mean((r) => r.ms),
        unit: '×',
        goal: { atMost: CPU_GOAL },
        anchor: 1,
      },
      { metric: 'CPU, dearest picture', value: Math.max(...rows.map((r) => r.ms)), unit: '×' },
      { metric: 'CPU of a picture, mean', value: mean((r) => r.own.ms), unit: 'ms', anchor: mean((r) => r.bare.ms) },
      {
        metric: 'bytes beside bare, mean',
        value: mean((r) => r.bytes),
        unit: '×',
        goal: { atMost: BYTES_GOAL },
        anchor: 1,
      },
      { metric: 'bytes, largest ratio', value: Math.max(...rows.map((r) => r.bytes)), unit: '×' },
    ]
  },
}
