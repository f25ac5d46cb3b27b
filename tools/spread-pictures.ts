// Paints spreads of 50, 2,000 and 50,000 people: `node tools/run.mjs spread-pictures docs/pictures`
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { frameOf } from '@shared/painter/graph/frame'
import { layOut } from '@shared/painter/graph/layout'
import type { GraphCtx, Look } from '@shared/painter/graph/look'
import { paintGraph } from '@shared/painter/graph/paint'
import { fitAll } from '@shared/painter/graph/view'
import { arrivals, asOf, timeRings } from '@shared/painter/graph/weeks'
import { registerFonts } from './images/fonts'
import { growSpread, nameOf } from './spread/grow'

const NOW = Date.UTC(2026, 10, 22)
const SIZE = { width: 1_200, height: 1_000 }
const RATIO = 1.5
const KEYS = 10
const MARKS = 6_000 // a picture on paper has room for more than a phone

const paint = async (people: number, theme: Look['theme'], file: string): Promise<void> => {
  const graph = growSpread({ people, seed: 20_261_122 + people, now: NOW })
  const startedAt = performance.now()
  const layout = layOut(graph)
  const laidOutAt = performance.now()
  const arrived = arrivals(graph, layout)
  const week = asOf(graph, layout, arrived, NOW)
  const months = [5, 4, 3, 2, 1].map((back) => Date.UTC(2026, 10 - back, 1))
  const times = timeRings(layout, arrived, months).map(({ at, r }) => ({
    r,
    word: `${new Date(at).getUTCMonth() + 1}月`,
  }))
  const view = fitAll(layout.all, SIZE)
  const drawn = { graph, layout, week }
  const keys = [...graph.nodes.keys()]
    .filter((at) => (graph.nodes[at]?.score ?? 0) > 0)
    .sort((a, b) => (graph.nodes[b]?.score ?? 0) - (graph.nodes[a]?.score ?? 0))
    .slice(0, KEYS)
  const canvas = createCanvas(SIZE.width * RATIO, SIZE.height * RATIO)
  const framedAt = performance.now()
  const frame = frameOf(drawn, view, MARKS)
  const paintedFrom = performance.now()
  paintGraph(canvas.getContext('2d') as unknown as GraphCtx, frame, drawn, view, {
    ...{ theme, ratio: RATIO, keys, selected: null, path: [], few: '少量', times },
    name: (at) => (at === 0 ? '林小满' : nameOf(at)),
    count: (n) => n.toLocaleString('en'),
  })
  const doneAt = performance.now()
  writeFileSync(file, await canvas.encode('png'))
  const ms = (from: number, to: number) => `${(to - from).toFixed(1)} ms`
  const { ripples, dots, petals, drops } = frame
  console.log(
    `${file}: ${graph.nodes.length} nodes, ${graph.edges.length} edges; layout ${ms(startedAt, laidOutAt)},`,
    `frame ${ms(framedAt, paintedFrom)}, paint ${ms(paintedFrom, doneAt)};`,
    `${ripples.length} ripples, ${dots.length} dots, ${petals.length} petals, ${drops.length} drops`,
  )
}

const main = async (dir: string): Promise<void> => {
  registerFonts()
  for (const people of [50, 2_000, 50_000]) await paint(people, 'light', join(dir, `spread-${people}.png`))
  await paint(2_000, 'dark', join(dir, 'spread-2000-dark.png'))
}

main(process.argv[2] ?? 'docs/pictures').catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
