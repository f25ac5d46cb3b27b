// Which features are being let out in stages? A handful, each with an end: then it is on for all, or gone.

/** For so many of a hundred, by their ids; or for these alone. */
export type Stage = { percent: number } | { ids: readonly string[] }

/** unset: where the deployment says nothing. since, until: days; by the second it is on for all or taken out. */
export type Flag = { what: string; why: string; owner: string; since: string; until: string; unset: Stage }

export const FLAGS_MAX = 5

export const FLAGS = {
  'end-polls': {
    what: '大家怎么看 at the end of an article, by the store of the rep who shared it',
    why: 'The first time that a firm asks customers in public: begin with the stores that can answer for it',
    owner: 'HQ editors',
    since: '2026-11-23',
    until: '2027-05-31',
    unset: { percent: 100 },
  },
} as const satisfies Readonly<Record<string, Flag>>

export type FlagName = keyof typeof FLAGS
