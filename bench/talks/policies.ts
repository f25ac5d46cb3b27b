// How is the day's list made? The product's way and the others', each from what it may know; none sees what is hidden.
import type { ContactId } from '@shared/domain/ids'
import { type Prior, pickTalks, priorOf } from '@shared/domain/pick-talks'
import type { ContactFacts, Evidence, Learned, TalkReason } from '@shared/domain/talk'
import { chanceOf, FOR } from './chance'
import { dayName, instant, type Posts } from './posts'
import { MORNING, type Seen } from './seen'

const DAY_MS = 86_400_000

/** topics: what the list says to talk about; empty where it does not say. */
export type Picked = { contactId: ContactId; reason: TalkReason | null; topics: string[] }
/** seed, rep, day: for the random list. all: HQ's sums over the reps simulated together. */
export type Morning = {
  seed: number
  rep: number
  day: number
  aDay: number
  learned: Learned
  all: Learned
  posts: Posts
}
export type Policy = (seen: readonly Seen[], morning: Morning) => Picked[]

const plain = ({ contactId }: Seen): Picked => ({ contactId, reason: null, topics: [] })

/** An opinion of each, the highest first; whoever has asked to be left alone is left alone by any rep. */
const best = (seen: readonly Seen[], aDay: number, worth: (one: Seen) => number): Seen[] =>
  seen
    .filter(({ asksQuiet }) => !asksQuiet)
    .map((one) => ({ one, n: worth(one) }))
    .filter(({ n }) => n > Number.NEGATIVE_INFINITY)
    .sort((a, b) => b.n - a.n || (a.one.contactId < b.one.contactId ? -1 : 1))
    .slice(0, aDay)
    .map(({ one }) => one)

const numberOf = (contactId: string): number => Number(contactId.slice(1))

export const random: Policy = (seen, { seed, rep, day, aDay }) =>
  best(seen, aDay, ({ contactId }) => chanceOf(seed, FOR.pick, rep, numberOf(contactId), day).unit()).map(plain)

/** Who read last, and what: the list every tracking tool offers. Fills up at random where too few agreed. */
export const recent: Policy = (seen, morning) => {
  const read = best(seen, morning.aDay, ({ lastRead }) => lastRead?.at ?? Number.NEGATIVE_INFINITY)
  const others = seen.filter((one) => !read.includes(one))
  return [
    ...read.map((one) => ({ ...plain(one), topics: [...(one.lastRead?.topics ?? [])] })),
    ...random(others, { ...morning, aDay: morning.aDay - read.length }),
  ]
}

const lastOf = (instants: readonly number[]): number | null => (instants.length ? Math.max(...instants) : null)
/** Days from noon to noon, about: `at` was in the afternoon, the list is made in the morning. */
const daysSince = (at: number, day: number): number => Math.ceil((instant(day, MORNING) - at) / DAY_MS)
const quietDays = ({ touches, sinceAt }: Seen, day: number): number =>
  daysSince(lastOf(touches.map(({ at }) => at)) ?? sinceAt, day)

/** Tulip-style: whom she has not been in touch with for longest. */
export const daysSinceContact: Policy = (seen, { day, aDay }) =>
  best(seen, aDay, (one) => quietDays(one, day)).map(plain)

const BUYER_GAP_DAYS = 21
/** Tulip-style with purchases: of those not spoken to for three weeks, who bought last; then days since contact. */
export const buyersFirst: Policy = (seen, { day, aDay }) =>
  best(seen, aDay, (one) => {
    const boughtAt = lastOf(one.purchases.map(({ at }) => at))
    const quiet = quietDays(one, day)
    return boughtAt !== null && quiet >= BUYER_GAP_DAYS ? 10_000 - daysSince(boughtAt, day) : quiet
  }).map(plain)

/** The same, but whoever was spoken to within so many days is left out. */
export const withGap =
  (policy: Policy, days: number): Policy =>
  (seen, morning) =>
    policy(
      seen.filter(({ touches }) => {
        const last = lastOf(touches.map(({ at }) => at))
        return last === null || daysSince(last, morning.day) >= days
      }),
      morning,
    )

const topicsOf = (evidence: Evidence, posts: Posts): readonly string[] => {
  if (evidence.of === 'tag') return [evidence.tag]
  if (evidence.of === 'reading' || evidence.of === 'share') return posts.get(evidence.postId)?.facts.topics ?? []
  if (evidence.of === 'purchase') return [evidence.product]
  return evidence.of === 'signal' ? [evidence.name] : []
}

/** What is left out or undone in an ablation. */
export type Without = {
  facts?: (facts: ContactFacts) => ContactFacts
  reason?: readonly TalkReason[]
  learning?: boolean
}

const priorWithout = (prior: Prior, reasons: readonly TalkReason[]): Prior => {
  const without = { ...prior }
  for (const reason of reasons) without[reason] = { p: 0, weight: Number.MAX_SAFE_INTEGER }
  return without
}

/** The product's own rule, on facts made by the product's own pipeline. */
export const productWithout =
  ({ facts: change = (facts) => facts, reason: reasons = [], learning = true }: Without): Policy =>
  (seen, { day, aDay, learned, all, posts }) => {
    const { talks } = pickTalks(
      seen.map(({ facts }) => change(facts())),
      {
        ...{ day: dayName(day), now: instant(day, MORNING), aDay },
        learned: learning ? learned : {},
        prior: priorWithout(priorOf(learning ? all : {}), reasons),
      },
    )
    return talks.map(({ contactId, clues: [main] }) => ({
      contactId,
      reason: main.reason,
      topics: [...topicsOf(main.evidence[0], posts)],
    }))
  }

export const product: Policy = productWithout({})

export const POLICIES = {
  product,
  random,
  recent,
  daysSinceContact,
  buyersFirst,
  randomGap7: withGap(random, 7),
  recentGap7: withGap(recent, 7),
  daysSinceContactGap7: withGap(daysSinceContact, 7),
  buyersFirstGap7: withGap(buyersFirst, 7),
} as const satisfies Record<string, Policy>
