// A spread as it may really grow: most bring nobody, a few bring many, over months; the same for the same seed.
import type { SpreadEdge, SpreadGraph, SpreadNode } from '@shared/domain/spread/graph'

const DAY_MS = 86_400_000
const WEEKS = 26
const SURNAMES = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾'
const SIGNS = ['姐', '姐', '太太', '老师', '女士', '医生', '妈妈', '阿姨']

const seeded = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const blank = (key: string, kind: SpreadNode['kind'], depth: number): SpreadNode => ({
  ...{ key, kind, depth, score: 0, people: 0, deep: 0, passes: 0, few: false, firstAt: null, lastAt: null, scenes: {} },
})

export const nameOf = (at: number): string =>
  `${SURNAMES[(at * 7) % SURNAMES.length]}${SIGNS[(at * 5 + Math.floor(at / 11)) % SIGNS.length]}`

type Asked = { people: number; seed: number; now: number }

/** `people`: persons in the graph; the anonymous come on top. Readers come by the rep or by someone who passes on well. */
export function growSpread({ people, seed, now }: Asked): SpreadGraph {
  const random = seeded(seed)
  const start = now - WEEKS * 7 * DAY_MS
  const nodes: SpreadNode[] = [{ ...blank('rep', 'rep', 0), firstAt: start, lastAt: now }]
  const edges: SpreadEdge[] = []
  // how well each passes on: very few do it well
  const gift: number[] = [Math.max(6, people * 0.05)]
  const pool: number[] = []
  const unnamed = new Map<number, number>()
  for (let n = 1; n <= people; n += 1) {
    const at = start + (now - start) * (n / people) ** 0.85 * (0.97 + 0.03 * random())
    const byRep = pool.length === 0 || random() < 0.09 + 4 / Math.sqrt(people)
    const from = byRep ? 0 : (pool[Math.floor(random() * pool.length)] ?? 0)
    const depth = (nodes[from]?.depth ?? 0) + 1
    nodes.push({ ...blank(`p${n}`, 'person', depth), firstAt: at, lastAt: at + (now - at) * random() ** 3 })
    const deep = random() < 0.45 ? 1 : 0
    edges.push({ from, to: n, passes: 1 + Math.floor(random() * random() * 5), deep, lastAt: at })
    const luck = random()
    const brings = depth < 9 && luck < 0.16 ? 1 + Math.floor(1.6 / (luck + 0.004)) : 0
    gift.push(brings)
    for (let i = 0; i < brings; i += 1) pool.push(n)
    if (random() < 0.35) unnamed.set(from, (unnamed.get(from) ?? 0) + 1)
  }
  for (let n = people; n > 0; n -= 1) {
    const { from, deep } = edges[n - 1] ?? { from: 0, deep: 0 }
    const [one, above] = [nodes[n], nodes[from]]
    if (!one || !above) continue
    above.people += 1 + one.people
    above.deep += deep + one.deep
    above.passes += 1
    one.score = Math.round(10 * Math.sqrt(one.deep) * Math.min(1, one.passes / 6))
    above.lastAt = Math.max(above.lastAt ?? 0, one.lastAt ?? 0)
  }
  for (const [at, count] of unnamed) {
    const above = nodes[at]
    if (!above) continue
    const few = count < 3
    nodes.push({
      ...blank(`${above.key}~`, 'branch', above.depth + 1),
      ...{
        few,
        people: few ? 0 : count,
        deep: few ? 0 : Math.floor(count / 3),
        passes: few ? 0 : Math.floor(count / 4),
      },
    })
    edges.push({ from: at, to: nodes.length - 1, passes: few ? 0 : 1, deep: 0, lastAt: null })
  }
  // some hear of it from two
  for (let n = 0; n < people / 12; n += 1) {
    const [from, to] = [1 + Math.floor(random() * people), 1 + Math.floor(random() * people)]
    if (from !== to) edges.push({ from, to, passes: 1, deep: 0, lastAt: now - DAY_MS })
  }
  return { nodes, edges }
}
