// What does one customer cost, what does she begin with, and what does she come to? Cost in → value out, per customer.

/** Totals over the same customers and the same time; costFen: all that was spent to win and keep them. */
export type UnitFacts = { customers: number; costFen: number; firstFen: number; laterFen: number; goodsFen: number }

/**
 * Per customer, in 分 rounded to the nearest. times: out for each 1 put in; leftFen: what is left of it after cost and goods.
 * openFen: what the first deal leaves uncovered, as long as nothing else is bought.
 */
export type UnitSheet = {
  customers: number
  costFen: number
  firstFen: number
  laterFen: number
  outFen: number
  goodsFen: number
  openFen: number
  leftFen: number
  times: number | null // null: nothing was put in
}

/** 500 元 to win her, 19.9 元 to begin with, 5,000 元 in the years she stays. */
export const UNIT_EXAMPLE: UnitFacts = {
  ...{ customers: 1, costFen: 50_000, firstFen: 1_990, laterFen: 500_000, goodsFen: 0 },
}

/** null: nobody bought. */
export const unitSheet = (facts: UnitFacts): UnitSheet | null => {
  const { customers } = facts
  if (customers <= 0) return null
  const each = (fen: number) => Math.round(fen / customers)
  const [costFen, firstFen, laterFen, goodsFen] = [
    ...[each(facts.costFen), each(facts.firstFen), each(facts.laterFen), each(facts.goodsFen)],
  ] as const
  const outFen = firstFen + laterFen
  return {
    ...{ customers, costFen, firstFen, laterFen, outFen, goodsFen },
    openFen: Math.max(0, costFen - firstFen),
    leftFen: outFen - costFen - goodsFen,
    times: costFen === 0 ? null : outFen / costFen,
  }
}
