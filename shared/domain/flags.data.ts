// Which features are being let out in stages? A handful, each with an end: then it is on for all, or gone.
import type { Flag } from './flag'

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
