// Is the simulated month a fair one? The same for every list, the same each time, and nothing hidden is told to any list.
import { runJob } from '../../bench/talks/job'
import { liveDay } from '../../bench/talks/life'
import { makeRep, runMonth } from '../../bench/talks/month'
import { makePerson } from '../../bench/talks/people'
import { POLICIES, type Policy, product, withGap } from '../../bench/talks/policies'
import { MONTH_DAYS, Posts } from '../../bench/talks/posts'
import { type Seen, seenOf } from '../../bench/talks/seen'
import { talk } from '../../bench/talks/talking'
import { WORLD_A } from '../../bench/talks/world.data'
import { shake } from '../../bench/talks/worlds'

const SEED = 3
const posts = new Posts(WORLD_A, SEED)
const CONTACTS = 50
const repOf = (rep: number) => makeRep({ world: WORLD_A, posts, seed: SEED, rep }, CONTACTS)
const rep = repOf(0)

/** Picks nobody, and looks. */
const look =
  (into: (readonly Seen[])[]): Policy =>
  (seen) => {
    into.push(seen)
    return []
  }

const keysIn = (value: unknown, keys = new Set<string>()): Set<string> => {
  if (typeof value !== 'object' || value === null) return keys
  for (const [key, one] of Object.entries(value)) {
    if (!Array.isArray(value)) keys.add(key)
    keysIn(one, keys)
  }
  return keys
}

test('a job comes out the same each time, another seed another', () => {
  const job = { world: WORLD_A, seed: SEED, fromRep: 0, toRep: 1, policies: ['recent'], contacts: CONTACTS }
  const once = runJob(job)
  expect(runJob(job)).toEqual(once)
  expect(runJob({ ...job, seed: SEED + 1 })).not.toEqual(once)
  expect(once.product?.talks).toBeGreaterThan(0)
})

test('whichever list goes first, the eve of the month is the same for all', () => {
  const eve = JSON.stringify(rep.contacts)
  const mornings: (readonly Seen[])[][] = [POLICIES.random, POLICIES.recent].map((policy) => {
    const seen: (readonly Seen[])[] = []
    const looking: Policy = (all, morning) => {
      seen.push(all)
      return policy(all, morning)
    }
    runMonth([rep], { policy: looking, aDay: () => 6 })
    return seen
  })
  expect(JSON.stringify(rep.contacts) === eve).toBe(true)
  expect(JSON.stringify(mornings[0]?.[0]) === JSON.stringify(mornings[1]?.[0])).toBe(true)
})

test('a month without talks is the same month each time', () => {
  const month = () => {
    const seen: (readonly Seen[])[] = []
    runMonth([rep], { policy: look(seen), aDay: () => 6 })
    return JSON.stringify(seen.at(-1))
  }
  const once = month()
  expect(month() === once).toBe(true)
})

test('every list gets as many talks for each rep and day as the product’s had', () => {
  const job = { world: WORLD_A, seed: SEED, fromRep: 0, toRep: 2, policies: Object.keys(POLICIES), contacts: CONTACTS }
  const ran = runJob(job)
  for (const name of Object.keys(POLICIES)) expect([name, ran[name]?.listed]).toEqual([name, ran.product?.listed])
})

const HIDDEN = ['need', 'needs', 'fatigue', 'tolerance', 'trust', 'answers', 'buys', 'interests', 'cycle']
const HIDDEN_TOO = ['person', 'hidden', 'known', 'matters', 'wantsGift', 'blocked', 'boughtDay', 'cycleDay', 'comesOn']

test('nothing hidden is among what a list sees, nor a reading of whom has not agreed', () => {
  for (const contact of rep.contacts) {
    const seen = seenOf(contact, 5)
    const facts = seen.facts()
    const keys = keysIn({ ...seen, facts })
    expect([...HIDDEN, ...HIDDEN_TOO].filter((key) => keys.has(key))).toEqual([])
    if (!contact.person.agrees) expect([seen.lastRead, facts.reads, facts.tags]).toEqual([null, [], []])
    if (!contact.person.tagsOn) expect([facts.reads, facts.tags]).toEqual([[], []])
  }
  expect(rep.contacts.filter(({ person }) => person.agrees && person.tagsOn).length).toBeGreaterThan(15)
})

test('with everything hidden turned around, the product picks the same', () => {
  const morning = { seed: SEED, rep: 0, day: 0, aDay: 6, learned: {}, all: {}, posts }
  const pick = (contacts: typeof rep.contacts) =>
    product(
      contacts.map((one) => seenOf(one, 0)),
      morning,
    )
  const turned = rep.contacts.map((one) => ({
    person: { ...one.person, kind: 'ghost' as const, answers: 0, buys: 0, tolerance: 0, needsADay: 0, cycle: null },
    hidden: { ...one.hidden, need: null, fatigue: 9, trust: 0 },
    known: one.known,
  }))
  expect(pick(turned)).toEqual(pick(rep.contacts))
  expect(pick(turned).length).toBeGreaterThan(0)
})

test('an unasked talk tires, rest mends it, and who is talked to every day ends by blocking', () => {
  const about = { topics: [], thanks: false, occasion: false }
  const blockedAfter = (everyDays: number): number => {
    const { place, contacts } = repOf(1)
    for (let day = 0; day < MONTH_DAYS; day++)
      for (const contact of contacts) {
        if (day % everyDays === 0 && !contact.hidden.blocked) talk(place, contact, day, { about, told: true })
        liveDay(place, contact, day)
      }
    return contacts.filter(({ hidden }) => hidden.blocked).length / contacts.length
  }
  const [daily, rarely] = [blockedAfter(1), blockedAfter(15)]
  expect(daily).toBeGreaterThan(0.9)
  expect(rarely).toBeLessThan(daily / 2)
})

test('a gap leaves out whom the rep has just talked to', () => {
  const of = (daysAgo: number): Seen => {
    const contact = rep.contacts[daysAgo]
    if (!contact) throw new Error('too few contacts')
    const seen = seenOf(contact, 10)
    const at = Date.parse('2026-11-12T08:00:00+08:00') - daysAgo * 86_400_000
    return { ...seen, asksQuiet: false, touches: [{ id: 'talk', at, how: 'talked' }] }
  }
  const morning = { seed: SEED, rep: 0, day: 10, aDay: 9, learned: {}, all: {}, posts }
  const picked = withGap(POLICIES.random, 7)([of(1), of(6), of(7), of(20)], morning)
  expect(picked).toHaveLength(2)
})

test('the other world has every number shaken, by at most three tenths, and the same numbers each time', () => {
  const shaken = shake(WORLD_A, 1)
  expect(shake(WORLD_A, 1)).toEqual(shaken)
  const { read, fatigue } = shaken
  for (const key of ['curious', 'sigma', 'inNeed'] as const) {
    const times = read[key] / WORLD_A.read[key]
    expect(times).not.toBe(1)
    expect(Math.abs(times - 1)).toBeLessThanOrEqual(0.3)
  }
  expect(Number.isInteger(fatigue.halfLifeDays)).toBe(true)
})

test('everybody is one of the kinds, in the shares that are written down', () => {
  const many = Array.from({ length: 1_000 }, (_, n) => makePerson(WORLD_A, SEED, 0, n))
  const agree = many.filter(({ agrees }) => agrees).length / many.length
  expect(agree).toBeGreaterThan(0.6)
  expect(agree).toBeLessThan(0.7)
  for (const [kind, { share }] of Object.entries(WORLD_A.kinds)) {
    const seen = many.filter((person) => person.kind === kind).length / many.length
    expect([kind, Math.abs(seen - share) < 0.06]).toEqual([kind, true])
  }
})
