// Who are the contacts of a rep, really? Everything here is hidden from every list but what `Known` records.
import type { ContactId } from '@shared/domain/ids'
import type { Relation, Value } from '@shared/domain/sheet'
import { RELATIONS, VALUES } from '@shared/domain/sheet'
import type { Random } from '../reading/random'
import { chanceOf, FOR, pickBy } from './chance'
import { HISTORY_DAYS, TOPICS } from './posts'
import type { Kind, KindName, World } from './world.data'

export const CONTACTS = 200
const INTEREST_DAYS = 30

export type Cycle = { topic: number; days: number; saidDays: number; firstDay: number }
export type SimOccasion = { day: number; matters: boolean; wantsGift: boolean }

export type Person = Omit<Kind, 'share'> & {
  n: number
  id: ContactId
  kind: KindName
  sinceDay: number // acquainted; below 0 before the month
  agrees: boolean // a reader of this rep who may know what she reads
  tagsOn: boolean
  muted: number | null
  interests: number[][] // weight by month since the beginning, by topic
  cycle: Cycle | null
  occasions: SimOccasion[]
  passesOn: boolean
  hour: number // when she likes to read
  relation: Relation | null // as the rep has noted it
  value: Value | null
}

/** Weights that drift: so much of last month's is left. */
const driftOf = (random: Random, { sigma, keeps }: World['interest']): number[][] => {
  const months = Math.ceil((HISTORY_DAYS + 60) / INTEREST_DAYS)
  const logs = TOPICS.map(() => sigma * random.normal())
  const fresh = Math.sqrt(Math.max(0, 1 - keeps * keeps))
  return Array.from({ length: months }, (_, month) => {
    if (month > 0) for (const i of logs.keys()) logs[i] = keeps * (logs[i] ?? 0) + fresh * sigma * random.normal()
    return logs.map((log) => Math.exp(log))
  })
}

export const interestOn = ({ interests }: Person, day: number): readonly number[] =>
  interests[Math.max(0, Math.floor((day + HISTORY_DAYS) / INTEREST_DAYS))] ?? interests[0] ?? []

const cycleOf = (random: Random, { cycle }: World, interests: readonly number[]): Cycle | null => {
  const has = random.chance(cycle.share)
  const days = random.between(cycle.lowDays, cycle.highDays)
  const saidDays = Math.round(days * Math.exp(cycle.saidNoise * random.normal()))
  const topic = pickBy(random, interests)
  const firstDay = -HISTORY_DAYS + random.int(0, Math.round(days))
  return has ? { topic, days, saidDays, firstDay } : null
}

const occasionsOf = (random: Random, { occasion }: World): SimOccasion[] => {
  const has = random.chance(occasion.share)
  const day = random.int(-HISTORY_DAYS, 364 - HISTORY_DAYS)
  const matters = random.chance(occasion.matters)
  const wantsGift = random.chance(occasion.wantsGift)
  return has ? [{ day, matters, wantsGift: matters && wantsGift }] : []
}

/** Three of four have been acquainted since before the recorded months; a few come during the month. */
const sinceOf = (random: Random): number =>
  random.chance(0.75) ? -HISTORY_DAYS - random.int(0, 400) : random.int(-HISTORY_DAYS, 20)

const probability = (p: number): number => Math.min(0.95, p)

export const makePerson = (world: World, seed: number, rep: number, n: number): Person => {
  const random = chanceOf(seed, FOR.person, rep, n)
  const names = Object.keys(world.kinds) as KindName[]
  const shares = names.map((name) => world.kinds[name].share)
  const kind = names[pickBy(random, shares)] ?? 'quiet'
  const { share: _, ...median } = world.kinds[kind]
  const about = (middle: number): number => random.logNormal(middle, world.spread)
  const own = {
    readsADay: about(median.readsADay),
    needReads: Math.max(1, about(median.needReads)),
    needsADay: about(median.needsADay),
    answers: probability(about(median.answers)),
    buys: probability(about(median.buys)),
    tolerance: random.logNormal(median.tolerance, world.toleranceSpread),
  }
  const interests = driftOf(random, world.interest)
  return {
    ...{ n, id: `c${String(n).padStart(3, '0')}` as ContactId, kind, ...own, interests },
    sinceDay: sinceOf(random),
    agrees: !random.chance(world.consent.never),
    tagsOn: !random.chance(world.consent.tagsOff),
    muted: random.chance(world.consent.muted) ? random.int(0, TOPICS.length - 1) : null,
    cycle: cycleOf(random, world, interests[0] ?? []),
    occasions: occasionsOf(random, world),
    passesOn: random.chance(world.share.people),
    hour: random.chance(0.4) ? 12 : random.int(19, 22),
    relation: random.chance(world.noted.relation) ? (RELATIONS[random.int(0, 2)] ?? null) : null,
    value: random.chance(world.noted.relation) ? (VALUES[random.int(0, 2)] ?? null) : null,
  }
}
