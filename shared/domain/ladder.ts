// 我的成长: how far has a rep come from doing well, over being heard, to shaping what all think together? By stored facts alone.
// Nobody is ranked, nothing is counted in points, and whoever pauses keeps what she has.

/** 成就 · 存在感 · 共同的我们 */
export const LADDER_STEPS = ['achievement', 'presence', 'identity'] as const
export type LadderStep = (typeof LADDER_STEPS)[number]

/**
 * A talk she was answered in · a promise kept · a consultation or small surprise for a customer · her own wording used · an
 * exercise tried · an offer HQ took · a published post that thanks her · a vote · a vote changed after reading others.
 * Passing on, what was read by it and how many people she knows are no facts here, and never shall be (WeChat 5.1).
 */
export const LADDER_FACTS = [
  'talk',
  'promise',
  'care',
  'own-words',
  'exercise',
  'submission',
  'credit',
  'vote',
  'moved',
] as const
export type LadderFact = (typeof LADDER_FACTS)[number]
/** Under one id of a kind it is the same one. what: a title or question; '' where only the day is kept. */
export type LadderEvidence = { of: LadderFact; id: string; at: number; what: string }

/** So many facts, of so many kinds. */
export type Rung = { step: LadderStep; of: readonly LadderFact[]; count: number; kinds: number }
export const RUNGS: readonly Rung[] = [
  { step: 'achievement', of: ['talk', 'promise', 'care', 'own-words', 'exercise'], count: 5, kinds: 2 },
  { step: 'presence', of: ['submission', 'credit', 'vote'], count: 3, kinds: 2 },
  { step: 'identity', of: ['submission', 'credit', 'vote', 'moved'], count: 8, kinds: 3 },
]

/** What she can do herself towards a step, each of use to customers; what is to be tried first stands first. */
const ACTS: Record<LadderStep, readonly LadderFact[]> = {
  achievement: ['promise', 'talk', 'care', 'own-words', 'exercise'],
  presence: ['submission', 'vote'],
  identity: ['submission', 'vote'],
}

export type RungState = 'reached' | 'next' | 'ahead'
export type ClimbedRung = Rung & {
  state: RungState
  because: LadderEvidence[]
  found: { count: number; kinds: number }
}
/** next: one thing to do; null once nothing is ahead. */
export type Climbed = { step: LadderStep | null; rungs: ClimbedRung[]; next: LadderFact | null }

const onceEach = (facts: readonly LadderEvidence[]): LadderEvidence[] => [
  ...new Map(facts.map((one) => [`${one.of}.${one.id}`, one])).values(),
]
const latestFirst = (a: LadderEvidence, b: LadderEvidence): number => b.at - a.at || (a.id < b.id ? -1 : 1)

const actFor = (step: LadderStep, because: readonly LadderEvidence[]): LadderFact | null => {
  const countOf = (act: LadderFact) => because.filter(({ of }) => of === act).length
  return ACTS[step].reduce<LadderFact | null>(
    (best, act) => (best === null || countOf(act) < countOf(best) ? act : best),
    null,
  )
}

/** More evidence never lowers a step; a step is reached once those before it are. */
export const climb = (facts: readonly LadderEvidence[]): Climbed => {
  const all = onceEach(facts).sort(latestFirst)
  let isOpen = false // a step before is not reached
  const rungs = RUNGS.map((rung): ClimbedRung => {
    const because = all.filter(({ of }) => rung.of.includes(of))
    const found = { count: because.length, kinds: new Set(because.map(({ of }) => of)).size }
    const isMet = found.count >= rung.count && found.kinds >= rung.kinds
    const state: RungState = isOpen ? 'ahead' : isMet ? 'reached' : 'next'
    isOpen ||= !isMet
    return { ...rung, state, because, found }
  })
  const reached = rungs.filter(({ state }) => state === 'reached')
  const next = rungs.find(({ state }) => state === 'next')
  return { step: reached.at(-1)?.step ?? null, rungs, next: next ? actFor(next.step, next.because) : null }
}

const DAY_MS = 86_400_000
/**
 * The sources of these go after some time, so what was seen is kept: that there was one, and when. Younger than so many days it
 * must still stand in its source: what is taken back within them counts no longer.
 */
export const STANDS_DAYS = { talk: 45, promise: 45, care: 45, 'own-words': 45, vote: 180, moved: 180 } as const
export type Remembered = keyof typeof STANDS_DAYS
/** id: a day or an instant; says nothing of whom, nor of what. */
export type KeptFact = { of: Remembered; id: string; at: number }
/** Many times what any step asks for. */
const KEPT_MAX = 60
const REMEMBERED = Object.keys(STANDS_DAYS) as Remembered[]

const isRemembered = (of: LadderFact): of is Remembered => Object.hasOwn(STANDS_DAYS, of)
export const hasGrownOld = ({ of, at }: KeptFact, now: number): boolean => at < now - STANDS_DAYS[of] * DAY_MS

/** What counts, and what to keep: facts that were seen before and have grown old, and those found now. */
export const remember = (
  kept: readonly KeptFact[],
  found: readonly LadderEvidence[],
  now: number,
): { facts: LadderEvidence[]; kept: KeptFact[] } => {
  const old = kept.filter((one) => hasGrownOld(one, now))
  const seen = found.flatMap(({ of, id, at }) => (isRemembered(of) ? [{ of, id, at }] : []))
  const all = [...new Map([...old, ...seen].map((one) => [`${one.of}.${one.id}`, one])).values()]
  const latest = (of: Remembered): KeptFact[] =>
    all
      .filter((one) => one.of === of)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .slice(-KEPT_MAX)
  return { facts: onceEach([...old.map((one) => ({ ...one, what: '' })), ...found]), kept: REMEMBERED.flatMap(latest) }
}
