// How far apart are the reps' pictures: of all 5,000 as the model foretells, of 300 as they are painted, and by two hashes?
import { printDistance } from '@shared/domain/picture-model'
import type { Part } from '../part'
import { layOut, type Metric, median } from '../report'
import { type Anchors, anchors } from './anchors'
import { type ImageDeal, printPairs } from './model'
import { medianBits, pairsOf64, pairsOf256, shareFrom } from './pairs'
import { PDQ_MATCH } from './pdq'
import { type Shot, type Shots, shotsOfAll } from './shots'

const APART = 5
const GOAL = { ever: 100, apart: 99.5, pdq: 99.5 }
/** How far the foretold and the painted share of pairs apart may lie, percentage points. */
const FORETOLD_WITHIN = 1

/** Percent of pairs. off: bits between what the model foretold and the painted picture, mean. */
type Row = {
  deal: ImageDeal
  model: { ever: number; apart: number; least: number; median: number }
  painted: { ever: number; apart: number; median: number; pdq: number }
  foretold: number
  off: number
}

const offBy = (shots: readonly Shot[]): number =>
  shots.reduce((sum, { print, dHash }) => sum + printDistance(print, dHash), 0) / shots.length

const rowOf = ({ deal, shots }: Shots): Row => {
  const prints = printPairs(deal)
  const hashes = pairsOf64(shots.map(({ dHash }) => dHash))
  return {
    deal,
    model: {
      ever: shareFrom(prints, 1),
      apart: shareFrom(prints, APART),
      least: prints.counts.findIndex((count) => count > 0),
      median: medianBits(prints),
    },
    painted: {
      ever: shareFrom(hashes, 1),
      apart: shareFrom(hashes, APART),
      median: medianBits(hashes),
      pdq: shareFrom(pairsOf256(shots.map(({ pdq }) => pdq)), PDQ_MATCH + 1),
    },
    foretold: shareFrom(pairsOf64(shots.map(({ print }) => print)), APART),
    off: offBy(shots),
  }
}

const HEAD = ['place', 'picture', 'model: least', 'median', '≥1 %', '≥5 %']
const HEAD_PAINTED = ['painted: median', '≥1 %', '≥5 %', 'PDQ >31 %', 'foretold ≥5 %', 'bits off']

const tableOf = (rows: readonly Row[]): string =>
  layOut([
    [...HEAD, ...HEAD_PAINTED],
    ...rows.map(({ deal, model, painted, foretold, off }) => [
      ...[deal.place, deal.name, String(model.least), String(model.median)],
      ...[model.ever.toFixed(4), model.apart.toFixed(3), String(painted.median), painted.ever.toFixed(3)],
      ...[painted.apart.toFixed(2), painted.pdq.toFixed(2), foretold.toFixed(2), off.toFixed(2)],
    ]),
  ])

/** Of all pictures of a place: the one that has least, and the middle one. */
const minAndMedian = (name: string, values: readonly number[], goal: number, anchor: number): Metric[] => [
  { metric: `${name}, least picture`, value: Math.min(...values), unit: '%', goal: { atLeast: goal }, anchor },
  { metric: `${name}, median picture`, value: median(values), unit: '%', goal: { atLeast: goal } },
]

type AnchorShares = { apart: number; pdq: number; ever: number }

/** Medians over the pictures. */
const anchorShares = (hashes: Anchors['subtle']): AnchorShares => ({
  ever: median(hashes.map(({ dHashes }) => shareFrom(pairsOf64(dHashes), 1))),
  apart: median(hashes.map(({ dHashes }) => shareFrom(pairsOf64(dHashes), APART))),
  pdq: median(hashes.map(({ pdqs }) => shareFrom(pairsOf256(pdqs), PDQ_MATCH + 1))),
})

const metricsOf = (place: string, rows: readonly Row[], subtle: AnchorShares): Metric[] => {
  const of = (value: (row: Row) => number): number[] => rows.map(value)
  const name = (what: string) => `${place}: ${what}`
  const apart = of((row) => Math.abs(row.foretold - row.painted.apart))
  return [
    ...minAndMedian(
      name('model ≥ 1 bit'),
      of((r) => r.model.ever),
      GOAL.ever,
      subtle.ever,
    ),
    ...minAndMedian(
      name('model ≥ 5 bits'),
      of((r) => r.model.apart),
      GOAL.apart,
      subtle.apart,
    ),
    ...minAndMedian(
      name('painted ≥ 1 bit'),
      of((r) => r.painted.ever),
      GOAL.ever,
      subtle.ever,
    ),
    ...minAndMedian(
      name('painted ≥ 5 bits'),
      of((r) => r.painted.apart),
      GOAL.apart,
      subtle.apart,
    ),
    ...minAndMedian(
      name('PDQ > 31 bits'),
      of((r) => r.painted.pdq),
      GOAL.pdq,
      subtle.pdq,
    ),
    {
      metric: name('bits the model is off, mean'),
      value: of((r) => r.off).reduce((a, b) => a + b, 0) / rows.length,
      unit: 'bits',
    },
    {
      metric: name('share foretold, worst error'),
      value: Math.max(...apart),
      unit: 'points',
      goal: { atMost: FORETOLD_WITHIN },
    },
  ]
}

export const distance: Part = {
  name: 'distance',
  run: async ({ say }) => {
    const rows = (await shotsOfAll(say)).map(rowOf)
    say(tableOf(rows))
    const beside = await anchors()
    const [reencoded, subtle] = [anchorShares(beside.reencoded), anchorShares(beside.subtle)]
    const told = (what: string, { ever, apart, pdq }: AnchorShares): Metric[] => [
      { metric: `anchor ${what}: ≥ 1 bit`, value: ever, unit: '%' },
      { metric: `anchor ${what}: ≥ 5 bits`, value: apart, unit: '%' },
      { metric: `anchor ${what}: PDQ > 31 bits`, value: pdq, unit: '%' },
    ]
    return [
      ...(['alone', 'in a set'] as const).flatMap((place) =>
        metricsOf(
          place,
          rows.filter(({ deal }) => deal.place === place),
          subtle,
        ),
      ),
      ...told('re-encode only', reencoded),
      ...told('subtle tone and crop', subtle),
    ]
  },
}
