// What does a picture of her own cost beside a bare decode and encode by the same library?
import { loadImage } from '@napi-rs/canvas'
import { registerFonts } from '../../tools/images/fonts'
import { cpuOfSelfMs } from '../cpu'
import type { Part } from '../part'
import { layOut, median } from '../report'
import type { ImageDeal } from './model'
import { bareJpeg, cardOf, paintJpeg } from './paint'
import { deals } from './shots'
import { spread } from './spread'

const ROUNDS = 3
const PICTURES = 8
const CPU_GOAL = 1.3
const BYTES_GOAL = 1.25

/** CPU time in ms and bytes per picture. */
type Cost = { ms: number; bytes: number }
type Row = { deal: ImageDeal; bare: Cost; own: Cost; ms: number; bytes: number }

const measure = async (works: readonly (() => Promise<Buffer>)[]): Promise<Cost> => {
  const before = cpuOfSelfMs()
  let bytes = 0
  for (const work of works) bytes += (await work()).length
  return { ms: (cpuOfSelfMs() - before) / works.length, bytes: bytes / works.length }
}

/** Both ways in turn, round after round, so that what else the machine does weighs on both. */
const rowOf = async (deal: ImageDeal): Promise<Row> => {
  const { jpeg } = deal.image
  const picks = spread(deal, PICTURES)
  const bareWorks = picks.map(() => async () => bareJpeg(await loadImage(jpeg)))
  const ownWorks = picks.map(
    ({ n, recipe }) =>
      async () =>
        paintJpeg(await loadImage(jpeg), recipe, cardOf(n)),
  )
  await measure([...bareWorks.slice(0, 1), ...ownWorks.slice(0, 1)])
  const rounds: { bare: Cost; own: Cost }[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({ bare: await measure(bareWorks), own: await measure(ownWorks) })
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
