// Contacts and rules of a firm of some size: facts as they lie in shops (many silent, few busy), rules as HQ writes them. Drawn
// from a fixed seed, so that every run measures the same.
import { CIRCLE_EVENTS, type CircleEvent, type CircleFacts, levelOf, type Rule } from '../../shared/domain/circle'
import { RELATIONS, SOURCES, VALUES } from '../../shared/domain/sheet'
import { SHEET_TRADES } from '../../shared/domain/sheet-fields.data'

const DAY_MS = 86_400_000
export const NOW = Date.UTC(2026, 10, 22, 4)

/** mulberry32: numbers in [0, 1). */
export const drawFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const TOPICS = ['睡眠', '辅食', '过敏', '早教', '防晒', '推车', '餐椅', '绘本', '湿疹', '断奶', '出游', '护肤']
const PRODUCTS = ['奶粉', '纸尿裤', '餐椅', '面霜', '绘本', '奶瓶', '推车', '湿巾']
const ANSWERS = SHEET_TRADES.flatMap(({ fields }) => fields).flatMap(({ id, choices }) =>
  choices.map((choice) => `${id}:${choice.id}`),
)
const DEALS = ['first', 'repurchase', 'cross-sale', 'information', 'partner'] as const
const FORMS = ['reason', 'result', 'science'] as const
const STORES = 200
const REPS_A_STORE = 5

type Draw = () => number
const pick = <T>(draw: Draw, all: readonly T[]): T => all[Math.floor(draw() * all.length)] as T
const some = <T>(draw: Draw, all: readonly T[], most: number): T[] => [
  ...new Set(Array.from({ length: Math.floor(draw() * (most + 1)) }, () => pick(draw, all))),
]

/** How often each happens to a busy contact in half a year. */
const OFTEN: Record<CircleEvent, number> = {
  ...{ read: 24, deep: 10, talked: 8, consultation: 4, meeting: 2, delight: 1.5, purchase: 5 },
}

/** A third is silent, a fifth is busy. */
const eventsOf = (draw: Draw): CircleFacts['events'] => {
  const kind = draw()
  const busy = kind < 0.35 ? 0 : kind < 0.8 ? 0.3 : 1
  const times = (most: number) =>
    Array.from({ length: Math.floor(draw() * busy * most) }, () => NOW - Math.floor(draw() * 180 * DAY_MS)).sort(
      (a, b) => a - b,
    )
  return {
    ...{ read: times(OFTEN.read), deep: times(OFTEN.deep), talked: times(OFTEN.talked) },
    ...{ consultation: times(OFTEN.consultation), meeting: times(OFTEN.meeting) },
    ...{ delight: times(OFTEN.delight), purchase: times(OFTEN.purchase) },
  }
}

export const contactOf = (draw: Draw): CircleFacts => {
  const store = Math.floor(draw() * STORES)
  const events = eventsOf(draw)
  return {
    relation: draw() < 0.6 ? pick(draw, RELATIONS) : null,
    value: draw() < 0.5 ? pick(draw, VALUES) : null,
    taste: draw() < 0.3 ? pick(draw, FORMS) : null,
    source: draw() < 0.7 ? pick(draw, SOURCES) : null,
    storeId: `store-${store}`,
    teamId: `team-${store}-${Math.floor(draw() * REPS_A_STORE)}`,
    level: levelOf({ events }),
    cycleDays: events.purchase.length > 0 && draw() < 0.6 ? pick(draw, [14, 21, 28, 45, 60]) : null,
    groups: Math.floor(draw() * 3),
    brought: draw() < 0.05 ? 3 + Math.floor(draw() * 20) : 0,
    topics: events.read.length > 0 ? some(draw, TOPICS, 4) : [],
    tags: some(draw, ['爱问', '团长', '宝妈', '邻居'], 2),
    answers: some(draw, ANSWERS, 6),
    products: events.purchase.length > 0 ? some(draw, PRODUCTS, 3) : [],
    dealKinds: events.purchase.length > 0 ? some(draw, DEALS, 2) : [],
    events,
  }
}

const leafOf = (draw: Draw): Rule => {
  const kind = draw()
  if (kind < 0.2) return { fact: 'topics', anyOf: [pick(draw, TOPICS), pick(draw, TOPICS)] }
  if (kind < 0.3) return { fact: 'relation', oneOf: [pick(draw, RELATIONS)] }
  if (kind < 0.4) return { fact: 'source', oneOf: [pick(draw, SOURCES), pick(draw, SOURCES)] }
  if (kind < 0.5) return { fact: 'answers', anyOf: [pick(draw, ANSWERS), pick(draw, ANSWERS)] }
  if (kind < 0.6) return { fact: 'level', is: 'at-least', n: 1 + Math.floor(draw() * 5) }
  if (kind < 0.65) return { fact: 'products', anyOf: [pick(draw, PRODUCTS)] }
  if (kind < 0.7) return { fact: 'brought', is: 'at-least', n: 3 }
  const [event, withinDays] = [pick(draw, CIRCLE_EVENTS), pick(draw, [7, 14, 30, 60, 90, 180])]
  return { event, withinDays, is: pick(draw, ['at-least', 'at-most'] as const), n: Math.floor(draw() * 3) }
}

/** Three to six conditions each, some within others, some turned round. */
export const ruleOf = (draw: Draw): Rule => {
  const leaves = Array.from({ length: 3 + Math.floor(draw() * 4) }, () => leafOf(draw))
  const [first, second, third, ...rest] = leaves as [Rule, Rule, Rule, ...Rule[]]
  const inner: Rule = { any: [second, third] }
  return {
    all: [
      first,
      draw() < 0.2 ? { not: inner } : inner,
      ...rest.slice(0, 1),
      ...(rest.length > 1 ? [{ any: rest }] : []),
    ],
  }
}
