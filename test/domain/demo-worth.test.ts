// Does the demo's passing-on, selling and sorting hang together? Every step has one before it, every name is somebody's.
import { checkRule } from '../../shared/domain/circle-check'
import { guessKind, mayRecordDeal, productKey } from '../../shared/domain/deal'
import { findChildFacts } from '../../shared/domain/minor'
import { maySaveCost } from '../../shared/domain/profit'
import { demoCircles } from '../../tools/demo/circles.data'
import {
  type DemoDeal,
  demoCosts,
  demoDeals,
  demoPartners,
  demoProducts,
  demoTillOrders,
} from '../../tools/demo/deals.data'
import { demoFiles } from '../../tools/demo/files.data'
import { demoContacts, demoReps, demoTeams } from '../../tools/demo/people.data'
import { demoPosts } from '../../tools/demo/posts.data'
import { DEMO_PASSING_REP, demoPassers, demoPasses } from '../../tools/demo/spread.data'

const passer = (id: string) => demoPassers.find((one) => one.id === id)
const product = (id: string) => demoProducts.find((one) => one.id === id)

test('what she passes on she had from the rep or from somebody who passed it on before', () => {
  const passed = new Set<string>()
  const astray = demoPasses.filter(({ by, post, from, reads }) => {
    const had = from === 'rep' || from === 'card' || passed.has(`${from} ${post}`)
    passed.add(`${by} ${post}`)
    const readers = reads.split(' ').filter(Boolean)
    const isKnown = passer(by) && readers.every((one) => passer(one.replace('-', '')))
    return !had || !isKnown || !demoPosts.some(({ id }) => id === post)
  })
  expect(astray).toEqual([])
})

test('there are chains three deep, one with a hand that nobody sees, a pair that opens each other, and a node above all', () => {
  const above = (by: string, post: string): string[] => {
    const from = demoPasses.find((one) => one.by === by && one.post === post)?.from ?? 'rep'
    return from === 'rep' || from === 'card' ? [by] : [...above(from, post), by]
  }
  const chains = demoPasses.map(({ by, post }) => above(by, post))
  expect(Math.max(...chains.map((chain) => chain.length))).toBeGreaterThanOrEqual(3)
  expect(chains.some((chain) => chain.slice(1, -1).some((id) => passer(id)?.agrees === 'reading'))).toBe(true)
  const reads = (from: string, to: string) =>
    demoPasses.filter(({ by, reads: all }) => by === from && all.split(' ').includes(to)).length
  expect([reads('guo', 'le'), reads('le', 'guo')].every((n) => n >= 2)).toBe(true)
  const openedBy = (id: string) =>
    demoPasses.filter(({ by }) => by === id).reduce((sum, { others }) => sum + others[0], 0)
  const most = [...demoPassers].sort((a, b) => openedBy(b.id) - openedBy(a.id))[0]
  expect(most?.id).toBe('lu')
})

test('whom the rep already knew is one of hers who agreed; nobody is called by what a child is', () => {
  for (const { remark } of demoPassers.filter(({ known }) => known)) {
    const contact = demoContacts.find((one) => one.remark === remark)
    expect(contact).toMatchObject({ repUsername: DEMO_PASSING_REP, consent: 'given', named: true })
  }
  expect(demoPassers.flatMap(({ remark }) => findChildFacts(remark ?? ''))).toEqual([])
  expect(demoPassers.filter(({ remark }) => remark === null).length).toBeGreaterThan(0)
})

test('every deal is of what there is to sell, to whom the rep knows, and of the kind it would be guessed to be', () => {
  const names = new Set(demoPassers.map(({ remark }) => remark))
  const bought = new Map<string | null, string[]>()
  const byTime = [...demoDeals].sort((a, b) => b.daysAgo - a.daysAgo)
  for (const { id, remark, kind, items } of byTime) {
    expect({ id, known: remark === null || names.has(remark) }).toEqual({ id, known: true })
    const before = bought.get(remark) ?? []
    const lines = items.map(([of, qty]) => ({ sold: product(of), qty }))
    const said = lines.flatMap(({ sold }) => (sold ? [{ product: sold.name, use: sold.use }] : []))
    expect(said).toHaveLength(items.length)
    if (remark !== null) expect({ id, kind }).toEqual({ id, kind: guessKind(said, before) })
    bought.set(remark, [...before, ...said.map(({ product: name }) => name)])
  }
  expect(new Set(demoDeals.map(({ kind }) => kind)).size).toBe(5)
})

test('a purchase that stands in her notes is of the same product, on the same day', () => {
  const noted = demoDeals.filter((deal): deal is DemoDeal & { note: number } => deal.note !== undefined)
  expect(noted.length).toBeGreaterThan(0)
  for (const { remark, note, items, daysAgo } of noted) {
    const file = demoFiles.find((one) => one.repUsername === DEMO_PASSING_REP && one.remark === remark)
    const [name, ago] = file?.purchases?.[note] ?? []
    expect([name, ago]).toEqual([product(items[0]?.[0] ?? '')?.name, daysAgo])
  }
})

test('products have names of their own, and what is sold costs no more than it brings', () => {
  expect(new Set(demoProducts.map(({ name }) => productKey(name))).size).toBe(demoProducts.length)
  for (const { name, yuan, costYuan } of demoProducts) {
    const line = { productId: null, product: name, qty: 1, amountFen: Math.round(yuan * 100), theirs: false }
    expect(mayRecordDeal({ items: [{ ...line, costFen: Math.round((costYuan ?? 0) * 100) }] })).toEqual({ ok: true })
    expect(costYuan ?? 0).toBeLessThan(yuan)
  }
})

test('costs and orders of the till are of teams, reps and products that are there', () => {
  for (const { team, kind, yuan, hours, sold } of demoCosts) {
    expect(demoTeams.map(({ id }) => id)).toContain(team)
    const cost = { kind, amountFen: yuan * 100, minutes: hours * 60 }
    const said = sold ? { deals: sold[0], amountFen: sold[1] * 100 } : null
    expect(maySaveCost({ ...cost, sold: said } as Parameters<typeof maySaveCost>[0])).toEqual({ ok: true })
  }
  for (const { rep, product: name } of demoTillOrders) {
    expect(demoReps.map(({ username }) => username)).toContain(rep)
    expect(demoProducts.map((one) => one.name)).toContain(name)
  }
  expect(new Set(demoTeams.flatMap(({ reps }) => reps)).size).toBe(demoReps.length)
})

test('partners are people who agreed to be known; one has not answered yet', () => {
  for (const { id, remark } of demoPartners) expect(passer(id)?.remark).toBe(remark)
  expect(demoPartners.filter(({ payName }) => payName === null)).toHaveLength(1)
})

test.each(demoCircles.map((circle) => [circle.name, circle] as const))(
  'the circle %s has a rule that may be kept',
  (_, circle) => {
    expect(checkRule(circle.rule)).toEqual({ ok: true })
  },
)
