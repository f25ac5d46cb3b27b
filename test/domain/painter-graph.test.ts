// Does the picture of a spread lie the same way each time, nothing over anything, and does it stay within what can be drawn?
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { SpreadGraph } from '../../shared/domain/spread/graph'
import { backboneOf } from '../../shared/painter/graph/backbone'
import { COLORS } from '../../shared/painter/graph/colors'
import { type Drawn, frameOf, hitOf, MARKS_MOST } from '../../shared/painter/graph/frame'
import { layOut } from '../../shared/painter/graph/layout'
import { PARTS_MOST } from '../../shared/painter/graph/ponds'
import { between, fitAll, lookAt, panned, toScreen, toWorld, zoomed } from '../../shared/painter/graph/view'
import { arrivals, asOf, timeRings, weekEnds } from '../../shared/painter/graph/weeks'
import { growSpread } from '../../tools/spread/grow'

const NOW = Date.UTC(2026, 10, 22)
const DAY_MS = 86_400_000
const PHONE = { width: 390, height: 520 }

const drawnOf = (graph: SpreadGraph, now = NOW): Drawn => {
  const layout = layOut(graph)
  return { graph, layout, week: asOf(graph, layout, arrivals(graph, layout), now) }
}
const grown = (people: number, seed = 7) => growSpread({ people, seed, now: NOW })
const small = drawnOf(grown(50))
const middle = drawnOf(grown(2_000))
const large = drawnOf(grown(12_000))

/** The deepest that one ripple lies over another of the same pond. */
const deepestOverlap = ({ layout }: Drawn): number => {
  let deepest = 0
  layout.ponds.forEach((pond, at) => {
    if (!pond) return
    const discs = [
      { at, r: pond.aroundRadius },
      ...pond.members.map((one) => ({ at: one, r: layout.ponds[one]?.radius ?? layout.core[one] ?? 0 })),
    ]
    for (let a = 0; a < discs.length; a += 1)
      for (let b = a + 1; b < discs.length; b += 1) {
        const [one, other] = [discs[a], discs[b]]
        if (!one || !other) continue
        const apart = Math.hypot(
          (layout.x[one.at] ?? 0) - (layout.x[other.at] ?? 0),
          (layout.y[one.at] ?? 0) - (layout.y[other.at] ?? 0),
        )
        deepest = Math.max(deepest, one.r + other.r - apart)
      }
  })
  return deepest
}

test('the same graph lies the same way, wherever it is laid out', () => {
  const again = layOut(grown(2_000))
  expect([...again.x]).toEqual([...middle.layout.x])
  expect([...again.y]).toEqual([...middle.layout.y])
})

test.each([
  ['50', small],
  ['2,000', middle],
  ['12,000', large],
])('of %s people no ripple lies over another', (_, drawn) => {
  expect(deepestOverlap(drawn)).toBeLessThan(1)
})

test('everyone lies within the circle round all, and those on rings within the ripple they belong to', () => {
  for (const { layout } of [small, middle, large]) {
    const out = layout.x.map((x, at) => {
      const y = layout.y[at] ?? 0
      const dot = layout.dot[at] ?? 0
      const past = Math.hypot(x - layout.all.x, y - layout.all.y) + dot - layout.all.r
      if (layout.onRing[at] !== 1) return past
      const above = layout.backbone.above[at] ?? -1
      const far = Math.hypot(x - (layout.x[above] ?? 0), y - (layout.y[above] ?? 0))
      return Math.max(past, far + dot - (layout.core[above] ?? 0))
    })
    expect(Math.max(...out)).toBeLessThanOrEqual(1e-6)
  }
})

test('a ripple that began later lies further out, on the whole', () => {
  const { graph, layout } = middle
  const members = [...(layout.ponds[0]?.members ?? [])].filter((at) => graph.nodes[at]?.kind === 'person')
  members.sort((a, b) => (graph.nodes[a]?.firstAt ?? 0) - (graph.nodes[b]?.firstAt ?? 0))
  const far = (part: readonly number[]) =>
    part.reduce((sum, at) => sum + Math.hypot(layout.x[at] ?? 0, layout.y[at] ?? 0), 0) / part.length
  const third = Math.floor(members.length / 3)
  const [early, mid, late] = [members.slice(0, third), members.slice(third, 2 * third), members.slice(2 * third)]
  expect(far(early)).toBeLessThan(far(mid))
  expect(far(mid)).toBeLessThan(far(late))
})

test('any chains, rings of them and parts without a rep too: one above each, no one above herself, all within reach', () => {
  const any = fc.record({
    depths: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40 }),
    links: fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 120 }),
  })
  fc.assert(
    fc.property(any, ({ depths, links }) => {
      const [blank] = grown(1).nodes
      if (!blank) return
      const graph: SpreadGraph = {
        nodes: depths.map((depth, n) => ({ ...blank, key: `n${n}`, kind: depth === 0 ? 'rep' : 'person', depth })),
        edges: links.map(([from, to]) => ({ from, to, passes: 1, deep: from % 3, lastAt: null })),
      }
      const { above, order } = backboneOf(graph)
      const seen = new Set<number>()
      for (const at of order) {
        const parent = above[at] ?? -1
        expect(parent === -1 || seen.has(parent)).toBe(true)
        seen.add(at)
      }
      const layout = layOut(graph)
      for (const value of [...layout.x, ...layout.y, layout.all.r]) expect(Number.isFinite(value)).toBe(true)
    }),
  )
})

test('of several who passed on to her, she hangs below the one by whom most came', () => {
  const { nodes } = grown(3)
  const [rep, a, b, c] = nodes
  if (!rep || !a || !b || !c) throw new Error('four nodes')
  const people = [rep, { ...a, depth: 1 }, { ...b, depth: 1 }, { ...c, depth: 2 }]
  const edge = (from: number, to: number, deep: number) => ({ from, to, passes: 1, deep, lastAt: null })
  const graph = { nodes: people, edges: [edge(0, 1, 0), edge(0, 2, 0), edge(1, 3, 1), edge(2, 3, 4)] }
  expect([...backboneOf(graph).above]).toEqual([-1, 0, 0, 2])
})

test.each([
  ['all of it', 1],
  ['nearer', 5],
  ['nearer still', 25],
])('12,000 people, %s: no more marks than a phone draws, and nobody in sight is left out', (_, factor) => {
  const { layout, week } = large
  const view = zoomed(fitAll(layout.all, PHONE), factor, { x: 195, y: 260 }, layout.all)
  const { ripples, dots, petals, drops, ponds, mists } = frameOf(large, view)
  expect(ripples.length + dots.length + petals.length + drops.length).toBeLessThanOrEqual(MARKS_MOST + PARTS_MOST)
  const shown = [...ripples, ...dots, ...petals].map(({ at }) => at)
  expect(new Set(shown).size).toBe(shown.length)
  if (factor > 1) return
  const misty = mists.reduce(
    (sum, { at }) => sum + (layout.ponds[at]?.around ?? []).reduce((all, one) => all + (week.own[one] ?? 0), 0),
    0,
  )
  const open = [...ripples, ...petals.filter(({ at }) => layout.onRing[at] !== 1)]
  const inOpen = open.reduce((sum, { at }) => sum + (week.own[at] ?? 0), 0)
  const inDrops = drops.reduce((sum, { people }) => sum + people, 0)
  expect(inOpen + inDrops + misty).toBe(week.pond[0])
  expect(ponds.length).toBeGreaterThan(0)
})

test('nearer, drops open: what was a count becomes people', () => {
  const [drop] = frameOf(large, fitAll(large.layout.all, PHONE)).drops
  if (!drop) throw new Error('a drop')
  const { layout } = large
  const disc = { x: layout.x[drop.at] ?? 0, y: layout.y[drop.at] ?? 0, r: layout.ponds[drop.at]?.radius ?? 20 }
  const near = frameOf(large, lookAt(fitAll(layout.all, PHONE), disc))
  expect(near.drops.map(({ at }) => at)).not.toContain(drop.at)
  expect(near.ripples.map(({ at }) => at)).toContain(drop.at)
})

test('a finger finds the person it is on, the petal, the drop, and nothing on still water', () => {
  const view = fitAll(small.layout.all, PHONE)
  const frame = frameOf(small, view)
  for (const mark of [...frame.ripples, ...frame.dots, ...frame.petals])
    expect(hitOf(frame, mark, 1)).toEqual({ at: mark.at, drop: null })
  const whole = frameOf(large, fitAll(large.layout.all, PHONE))
  const wide = whole.drops.find(({ r }) => r > 12)
  expect(wide && hitOf(whole, wide, 0)?.drop).toBe(wide)
  expect(hitOf(frame, { x: -500, y: -500 })).toBeNull()
})

test('going back over the weeks people leave the picture, never before those they came by, and the rep never', () => {
  const { graph, layout } = middle
  const arrived = arrivals(graph, layout)
  const weeks = weekEnds(arrived, NOW)
  expect(weeks[weeks.length - 1]).toBe(NOW)
  let before = 0
  for (const end of weeks) {
    const { there, pond } = asOf(graph, layout, arrived, end)
    expect(there[0]).toBe(1)
    expect(pond[0] ?? 0).toBeGreaterThanOrEqual(before)
    before = pond[0] ?? 0
    const early = there.filter((is, at) => is === 1 && there[layout.backbone.above[at] ?? -1] === 0)
    expect(early).toHaveLength(0)
  }
  const counted = graph.nodes.reduce(
    (n, one) => n + (one.kind === 'branch' ? one.people : Number(one.kind === 'person')),
    0,
  )
  expect(before).toBe(counted)
})

test('rings of time widen with time', () => {
  const { graph, layout } = middle
  const stops = [150, 120, 90, 60, 30].map((days) => NOW - days * DAY_MS)
  const rings = timeRings(layout, arrivals(graph, layout), stops)
  expect(rings.length).toBeGreaterThan(0)
  rings.forEach(({ at, r }, n) => {
    const next = rings[n + 1]
    if (next) expect(next.at > at && next.r > r).toBe(true)
  })
  expect(timeRings(small.layout, arrivals(small.graph, small.layout), stops)).toEqual([])
})

test('what lies under her fingers stays there while she zooms; the picture cannot be lost', () => {
  const { all } = middle.layout
  const view = fitAll(all, PHONE)
  const spot = { x: 210, y: 250 }
  const under = toWorld(view, spot.x, spot.y)
  const near = zoomed(view, 3, spot, all)
  const where = toScreen(near, under.x, under.y)
  expect(where.x).toBeCloseTo(spot.x)
  expect(where.y).toBeCloseTo(spot.y)
  const far = panned(near, 1e6, -1e6, all)
  expect(Math.hypot(far.x - all.x, far.y - all.y)).toBeLessThanOrEqual(all.r + 1e-6)
  expect(zoomed(view, 1e9, spot, all).scale).toBe(zoomed(view, 1e12, spot, all).scale)
  expect(between(view, near, 0).scale).toBeCloseTo(view.scale)
  expect(between(view, near, 1)).toMatchObject({ x: expect.closeTo(near.x), scale: expect.closeTo(near.scale) })
})

test('an empty spread lies still', () => {
  const nobody = drawnOf({ nodes: grown(0).nodes, edges: [] })
  expect(frameOf(nobody, fitAll(nobody.layout.all, PHONE)).dots).toHaveLength(1)
  expect(layOut({ nodes: [], edges: [] }).all.r).toBe(0)
})

test('its colours are those of the tokens', () => {
  const tokens = readFileSync('client/ui/tokens.scss', 'utf8')
  const [, light = '', dark = ''] = tokens.split(/@mixin (?:light|dark)/)
  const hexes = (part: string) =>
    Object.fromEntries([...part.matchAll(/--([\w-]+): (#\w{6})/g)].map(([, name, hex]) => [name, hex]))
  for (const [theme, part] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    const { ink2, ...colors } = COLORS[theme]
    expect(hexes(part)).toMatchObject({ ...colors, 'ink-2': ink2 })
  }
})
