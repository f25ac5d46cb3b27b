// Which numbers make the simulated month? Set before the first run and not changed since; README.md says each in words.

/** Kinds of contacts. share: of all. Days, chances and rates are medians of the kind; people differ by `spread`. */
export type Kind = {
  share: number
  readsADay: number // without any need
  needReads: number // so many times as much while she needs something
  needsADay: number // chance that a need arises
  answers: number // chance that she answers a talk
  buys: number // chance that an answered talk about what she needs ends in a deal
  tolerance: number // so much fatigue she bears before she may block
}

const KINDS = {
  curious: { share: 0.22, readsADay: 0.3, needReads: 1.5, needsADay: 0.006, answers: 0.4, buys: 0.22, tolerance: 2.2 },
  quiet: { share: 0.25, readsADay: 0.05, needReads: 2.5, needsADay: 0.01, answers: 0.45, buys: 0.35, tolerance: 2 },
  loyal: { share: 0.15, readsADay: 0.18, needReads: 2.5, needsADay: 0.014, answers: 0.7, buys: 0.45, tolerance: 3.5 },
  bargain: {
    share: 0.13,
    readsADay: 0.15,
    needReads: 2.5,
    needsADay: 0.012,
    answers: 0.45,
    buys: 0.25,
    tolerance: 2.2,
  },
  ghost: { share: 0.13, readsADay: 0.28, needReads: 1.5, needsADay: 0.006, answers: 0.04, buys: 0.15, tolerance: 1.8 },
  tired: { share: 0.12, readsADay: 0.04, needReads: 2, needsADay: 0.006, answers: 0.2, buys: 0.2, tolerance: 1 },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof KINDS

export const WORLD_A = {
  kinds: KINDS as Record<KindName, Kind>,
  spread: 0.4, // sigma of the log-normal by which people of a kind differ
  toleranceSpread: 0.5,

  consent: { never: 0.35, tagsOff: 0.12, muted: 0.03 },

  interest: { sigma: 1, keeps: 0.8 }, // per topic, log-normal; so much of it is left after a month, the rest is new
  need: { days: 12, sigma: 0.5, focus: 0.65 }, // focus: of what she reads meanwhile, what is about it
  leaves: { here: 0.02, elsewhere: 0.05 }, // a day in need, she buys by herself

  cycle: { share: 0.3, lowDays: 30, highDays: 80, noise: 0.2, saidNoise: 0.25, windowDays: 10 },
  occasion: { share: 0.3, matters: 0.5, wantsGift: 0.3, leadDays: 7 },
  second: { chance: 0.1, withinDays: 20 }, // after a purchase she needs something that goes with it

  read: {
    curious: 0.35, // how much of a post she reads without a need, median
    inNeed: 0.8,
    sigma: 0.7,
    again: 0.05, // reads the same post again
    againInNeed: 0.25,
  },
  share: { people: 0.1, aDay: 0.03, deep: 1.5 },

  fatigue: {
    halfLifeDays: 14,
    unasked: 1, // a talk about nothing that matters to her
    relevant: 0.45, // about what she needs
    promise: 0.1,
    occasion: 0.3,
    afterPurchase: 0.5, // within ten days
    thanks: 0.3,
    answered: 0.8, // times as much where she answers
    block: 1.2, // above tolerance: 1 − e^(−block × excess)
  },
  answer: { relevant: 1.5, promise: 1.6, occasion: 1.4, thanks: 1.4, tired: 0.5 },
  deal: { offTopic: 0.5, impulse: 0.008, booked: 0.3, promise: 1.2, brokenPromise: 0.8 },
  quiet: { from: 0.7, chance: 0.3, told: 0.8, days: 60 }, // she asks to be left alone instead of blocking
  unfit: 0.06, // she says it is nothing for her, where she needs nothing

  promise: { chance: 0.12, inNeed: 0.3, lowDays: 3, highDays: 12, keptAlone: 0.4, extendsDays: 7, brokenAfterDays: 5 },
  signal: { inNeed: 0.02, idle: 0.0015, inTalk: 0.35, inTalkIdle: 0.02, noted: 0.6, days: 14 },
  noted: { purchase: 0.8, relation: 0.5 },

  reps: { all: 0.5, half: 0.3, tells: 0.6 }, // the rest does all talks and tells the outcome of `tells` of them
  habit: { aDay: 3, buyers: 1 }, // talks a day before the month, of them with somebody who has bought
  postsADay: 2,
  postsLast: 21, // days that people come upon a post
}

export type World = typeof WORLD_A
