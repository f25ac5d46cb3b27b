// Should a brand do this at all? What a customer is worth × what she costs to win × what it costs to run, from typed estimates.

/** What each estimate is about; a field that may stay empty counts as 0. Money in yuan. */
export const FIT_FIELDS = {
  price: { about: 'value', min: 0.1, max: 1e6, empty: false }, // one purchase
  marginPercent: { about: 'value', min: 1, max: 100, empty: false }, // gross profit of it
  timesAYear: { about: 'value', min: 0.1, max: 365, empty: false },
  years: { about: 'value', min: 0.25, max: 30, empty: false }, // she stays
  otherAYear: { about: 'value', min: 0, max: 1e6, empty: true }, // gross profit of other things she buys
  bringsPer100: { about: 'value', min: 0, max: 1_000, empty: true }, // customers that 100 of them bring, one generation
  held: { about: 'value', min: 0, max: 1e8, empty: true }, // customers the reps know already
  moreTimes: { about: 'value', min: 0, max: 365, empty: true }, // purchases a year that care for these adds
  elsewhere: { about: 'acquire', min: 0.1, max: 1e6, empty: false }, // a buyer won by advertising or on a platform
  addsAMonth: { about: 'acquire', min: 0, max: 1e5, empty: false }, // people one rep adds
  buyPercent: { about: 'acquire', min: 0, max: 100, empty: false }, // of these, who come to buy
  welcome: { about: 'acquire', min: 0, max: 1e5, empty: true }, // spent on each who is added
  reps: { about: 'own', min: 1, max: 1e6, empty: false },
  minutesADay: { about: 'own', min: 0, max: 720, empty: false }, // of each rep
  wageAnHour: { about: 'own', min: 0, max: 1e4, empty: false },
  contentAMonth: { about: 'own', min: 0, max: 1e8, empty: false },
  toolsAMonth: { about: 'own', min: 0, max: 1e8, empty: true },
} as const satisfies Record<string, { about: string; min: number; max: number; empty: boolean }>
export type FitKey = keyof typeof FIT_FIELDS
export const FIT_KEYS = Object.keys(FIT_FIELDS) as FitKey[]
export type FitAbout = (typeof FIT_FIELDS)[FitKey]['about']
export const FIT_ABOUT = ['value', 'acquire', 'own'] as const satisfies readonly FitAbout[]

export type FitNumbers = Record<FitKey, number>
export type FitTyped = Partial<FitNumbers>

/** How far an estimate may be off, as a share of it: from the books · about so · guessed. */
export const FIT_SURE = { books: 0.1, about: 0.3, guess: 0.5 } as const
export type FitSure = keyof typeof FIT_SURE
export type FitSureness = Record<FitAbout, FitSure>

/** What must stand before one begins. */
export const FIT_READY = ['owner', 'content', 'reps', 'place', 'goods', 'service', 'consent', 'patience'] as const
export type FitReady = (typeof FIT_READY)[number]

export const WORK_DAYS_A_MONTH = 22
const MONTHS_SEEN = 60 // a return later than that is none
const GOOD_RETURN = 3
const GOOD_ELSEWHERE = 1.5 // others cost so many times as much
const POOR_ELSEWHERE = 0.8
const GOOD_MONTHS = 6
const FAIR_MONTHS = 18
const FAR_TURN = 2 // a number that must treble to turn the answer is none to watch

/** Empty where every number that is needed is there and possible. */
export const missingOf = (typed: FitTyped): FitKey[] =>
  FIT_KEYS.filter((key) => {
    const { min, max, empty } = FIT_FIELDS[key]
    const n = typed[key]
    return n === undefined ? !empty : !(n >= min && n <= max)
  })

const filledOf = (typed: FitTyped): FitNumbers =>
  Object.fromEntries(FIT_KEYS.map((key) => [key, typed[key] ?? 0])) as FitNumbers

/** The three questions: does she buy again, other things, does she bring others? Gross profit over the time she stays. */
const worthOf = (n: FitNumbers) => {
  const once = n.price * (n.marginPercent / 100)
  const all = once * n.timesAYear * n.years
  const first = Math.min(once, all)
  const again = all - first
  const other = n.otherAYear * n.years
  const brings = (n.bringsPer100 / 100) * n.elsewhere // saves what one costs elsewhere
  return { first, again, other, brings, total: all + other + brings }
}

/** A month once it runs. */
const monthOf = (n: FitNumbers) => {
  const added = n.reps * n.addsAMonth
  const buyers = added * (n.buyPercent / 100)
  const time = n.reps * (n.minutesADay / 60) * WORK_DAYS_A_MONTH * n.wageAnHour
  const welcome = added * n.welcome
  const held = (n.held * n.moreTimes * n.price * (n.marginPercent / 100)) / 12
  return {
    buyers,
    held,
    costs: { time, content: n.contentAMonth, tools: n.toolsAMonth, welcome },
    cost: time + n.contentAMonth + n.toolsAMonth + welcome,
  }
}

/** What a month's new buyers bring while they stay, and the held ones that month, less what the month costs. */
const netOf = (n: FitNumbers): number => {
  const { buyers, held, cost } = monthOf(n)
  return buyers * worthOf(n).total + held - cost
}

/** Estimates are off independently, seldom all at once: the square root of the sum of squares, each side for itself. */
const rangeOf = (n: FitNumbers, sureness: FitSureness): { low: number; high: number } => {
  const net = netOf(n)
  let [below, above] = [0, 0]
  for (const key of FIT_KEYS) {
    const off = FIT_SURE[sureness[FIT_FIELDS[key].about]]
    for (const x of [n[key] * (1 - off), Math.min(FIT_FIELDS[key].max, n[key] * (1 + off))]) {
      const change = netOf({ ...n, [key]: x }) - net
      if (change < 0) below += change ** 2
      else above += change ** 2
    }
  }
  return { low: net - Math.sqrt(below), high: net + Math.sqrt(above) }
}

/** The number at which the answer turns, the others as they are. Net is a straight line in each single number. */
export type FitTurn = { key: FitKey; at: number; change: number }

const turnsOf = (n: FitNumbers): FitTurn[] => {
  const net = netOf(n)
  return FIT_KEYS.flatMap((key) => {
    const slope = (netOf({ ...n, [key]: n[key] * 2 }) - net) / n[key]
    const at = n[key] - net / slope
    const change = (at - n[key]) / n[key]
    const isPossible = Number.isFinite(at) && at > 0 && at <= FIT_FIELDS[key].max && Math.abs(change) <= FAR_TURN
    return isPossible ? [{ key, at, change }] : []
  }).sort((a, b) => Math.abs(a.change) - Math.abs(b.change))
}

/** Months until what came in has paid for all that was spent; null: not within five years. */
const paybackOf = (n: FitNumbers): number | null => {
  const { buyers, held, cost } = monthOf(n)
  const stays = n.years * 12
  let sum = 0
  for (let month = 1; month <= MONTHS_SEEN; month++) {
    sum += buyers * Math.min(month, stays) * (worthOf(n).total / stays) + held - cost
    if (sum >= 0) return month
  }
  return null
}

export type FitLevel = 'good' | 'fair' | 'poor'
const levelOf = (n: number, good: number, fair: number): FitLevel => (n >= good ? 'good' : n >= fair ? 'fair' : 'poor')

export type FitVerdict = 'do' | 'prepare' | 'try' | 'dont'
export type FitWhy = 'even-low-pays' | 'hangs' | 'even-high-loses' | 'dearer' | 'slow' | 'once' | 'unready'

export type FitAnswer = ReturnType<typeof judgeFit>

const factorsOf = (n: FitNumbers, perBuyer: number | null, payback: number | null) => {
  const { buyers, held, cost } = monthOf(n)
  const back = cost > 0 ? (buyers * worthOf(n).total + held) / cost : Number.POSITIVE_INFINITY
  const cheaper = perBuyer === null || perBuyer === 0 ? null : n.elsewhere / perBuyer
  const levels: Record<FitAbout, FitLevel> = {
    value: levelOf(back, GOOD_RETURN, 1),
    acquire: cheaper === null ? (perBuyer === 0 ? 'good' : 'fair') : levelOf(cheaper, GOOD_ELSEWHERE, POOR_ELSEWHERE),
    own: payback === null ? 'poor' : levelOf(-payback, -GOOD_MONTHS, -FAIR_MONTHS),
  }
  return { back, levels }
}

/** The numbers must be whole: ask `missingOf` first. `ready`: what stands already. */
export const judgeFit = (typed: FitTyped, sureness: FitSureness, ready: readonly FitReady[]) => {
  const n = filledOf(typed)
  const month = monthOf(n)
  const worth = worthOf(n)
  const perBuyer = month.buyers > 0 ? month.cost / month.buyers : null
  const payback = paybackOf(n)
  const range = rangeOf(n, sureness)
  const { back, levels } = factorsOf(n, perBuyer, payback)
  const unready = FIT_READY.filter((item) => !ready.includes(item))
  const isWeak = levels.acquire === 'poor' || levels.own === 'poor' // a product is no larger than its smallest factor lets it
  const paying: FitVerdict = range.low <= 0 || isWeak ? 'try' : unready.length > 0 ? 'prepare' : 'do'
  const verdict: FitVerdict = range.high < 0 ? 'dont' : paying
  const why: FitWhy[] = [
    range.high < 0 ? 'even-high-loses' : range.low > 0 ? 'even-low-pays' : 'hangs',
    ...(levels.acquire === 'poor' ? (['dearer'] as const) : []),
    ...(range.high >= 0 && levels.own === 'poor' ? (['slow'] as const) : []),
    ...(worth.again + worth.other + worth.brings === 0 ? (['once'] as const) : []),
    ...(unready.length > 0 ? (['unready'] as const) : []),
  ]
  const enough = worth.total > 0 ? Math.max(0, (month.cost - month.held) / worth.total) : null
  return {
    ...{ worth, month, perBuyer, payback, range, back, levels },
    unready,
    verdict,
    why,
    enough,
    turns: turnsOf(n),
  }
}

/** Two figures are as many as an estimate carries: 4,908 is told as 4,900. */
export const roughly = (n: number): number => {
  if (!Number.isFinite(n) || n === 0) return n
  const step = 10 ** (Math.floor(Math.log10(Math.abs(n))) - 1)
  return Number((Math.round(n / step) * step).toPrecision(12))
}

/** A chain of shops for mothers: ¥500 for a buyer elsewhere, a ¥20 sample to begin with, about ¥5,000 over three years. */
export const SAMPLE_FIT: FitNumbers = {
  price: 420,
  marginPercent: 55,
  timesAYear: 6,
  years: 3,
  otherAYear: 250,
  bringsPer100: 8,
  held: 0,
  moreTimes: 0,
  elsewhere: 500,
  addsAMonth: 30,
  buyPercent: 12,
  welcome: 20,
  reps: 20,
  minutesADay: 60,
  wageAnHour: 30,
  contentAMonth: 12_000,
  toolsAMonth: 1_500,
}
