// Who has done well? Deep readings of known customers, talks and deals, weighed; who cannot be told apart shares a band.
import { FORMULAS } from './work'
import { poisson, type Shown, showPart, type WorkNumber } from './work-number'

/** What each is worth. Shares count nothing: whoever counts shares gets shares. named: a customer counts once a day; a talk is told once a day of each. */
export const BOARD_WEIGHTS = { named: 1, talked: 2, deals: 5 } as const
type BoardPart = keyof typeof BOARD_WEIGHTS
export const BOARD_PARTS = FORMULAS['board-score'].of satisfies readonly BoardPart[]
export type Scored = { id: string } & Partial<Record<BoardPart, number>>
export type BoardLine = { id: string; band: number; first: number; last: number; score: WorkNumber }

/** Below this a place would be chance. */
const SCORE_MIN = 5

const count = (shown: Shown): number => (shown === 'few' ? 0 : shown)

/**
 * Σ weight × count, from the counts as they are shown; its interval is that of a Poisson count of so many things of their mean
 * weight (Σ w²n / Σ wn).
 */
export const scoreOf = (counts: Partial<Record<BoardPart, number>>): WorkNumber => {
  const parts = FORMULAS['board-score'].of.map((part) => ({ part, count: showPart(part, counts[part] ?? 0) }))
  const value = parts.reduce((n, one) => n + BOARD_WEIGHTS[one.part] * count(one.count), 0)
  const number = { formula: 'board-score' as const, parts }
  if (value < SCORE_MIN) return { ...number, value: null, low: null, high: null }
  const weight = parts.reduce((n, one) => n + BOARD_WEIGHTS[one.part] ** 2 * count(one.count), 0) / value
  const { low, high } = poisson(value / weight)
  return { ...number, value, low: low * weight, high: high * weight }
}

/**
 * In order, in bands: a band is led by its best, and holds all whose interval reaches up to hers. Ties are always in one band.
 * few: those without a score.
 */
export const boardOf = (all: readonly Scored[]): { lines: BoardLine[]; few: number } => {
  const scored = all.map((one) => ({ id: one.id, score: scoreOf(one) })).filter(({ score }) => score.value !== null)
  const worthOf = ({ score }: { score: WorkNumber }): number => score.value ?? 0
  scored.sort((a, b) => worthOf(b) - worthOf(a) || (a.id < b.id ? -1 : 1))
  const bands: (typeof scored)[] = []
  for (const one of scored) {
    const band = bands.at(-1)
    const leader = band?.[0]
    const isTied = band?.at(-1)?.score.value === one.score.value
    if (band && leader && (isTied || (one.score.high ?? 0) >= (leader.score.low ?? 0))) band.push(one)
    else bands.push([one])
  }
  let before = 0
  const lines = bands.flatMap((members, n) => {
    const [first, last] = [before + 1, before + members.length]
    before = last
    return members.map((one) => ({ ...one, band: n + 1, first, last }))
  })
  return { lines, few: all.length - scored.length }
}
