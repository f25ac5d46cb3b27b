// What does a contact do on a day by herself? Needs come and go, she reads, says a word, buys here or elsewhere.
import type { NoteId, ReadingId, SectionId, SignalRuleId } from '@shared/domain/ids'
import type { Random } from '../reading/random'
import { chanceOf, FOR, pickBy } from './chance'
import { addReading, buy, type Contact, type Need, shareTokenOf } from './contact'
import { interestOn, type Person } from './people'
import { GIFT, instant, type Posts, type SimPost, TOPICS } from './posts'
import type { World } from './world.data'

export type Place = { world: World; posts: Posts; seed: number; rep: number }

const DWELL_MAX = 1.5 // times what a section takes; she goes on to the next then

/** The need is over, by whatever way; what she uses up she will need again. */
export const closeNeed = ({ world }: Place, { person, hidden }: Contact, day: number, random: Random): void => {
  const noise = Math.max(0.2, 1 + world.cycle.noise * random.normal())
  if (hidden.need?.isCycle && person.cycle) hidden.cycleDay = day + Math.round(person.cycle.days * noise)
  hidden.need = null
}

/** After a purchase something that goes with it may be needed. */
export const afterBuying = ({ world }: Place, { hidden }: Contact, day: number, random: Random): void => {
  const days = random.int(1, world.second.withinDays)
  if (random.chance(world.second.chance)) hidden.secondDay = day + days
}

const need = (place: Place, contact: Contact, day: number, random: Random): void => {
  const { world } = place
  const { person, hidden } = contact
  const arises = random.chance(person.needsADay)
  if (hidden.need && day > hidden.need.to) closeNeed(place, contact, day, random)
  if (hidden.need) return
  const anyNeed = (): Need => ({
    topic: pickBy(random, interestOn(person, day)),
    to: day + Math.max(1, Math.round(random.logNormal(world.need.days, world.need.sigma))),
    isCycle: false,
  })
  const gift = person.occasions.find((one) => one.wantsGift && one.day - world.occasion.leadDays === day)
  if (gift) hidden.need = { topic: GIFT, to: gift.day, isCycle: false }
  else if (person.cycle && day >= hidden.cycleDay)
    hidden.need = { topic: person.cycle.topic, to: day + world.cycle.windowDays, isCycle: true }
  else if (hidden.secondDay !== null && day >= hidden.secondDay) {
    hidden.secondDay = null
    hidden.need = anyNeed()
  } else if (arises) hidden.need = anyNeed()
}

/** She buys where she likes; only what she buys here can be known, and some of it is written down. */
const leave = (place: Place, contact: Contact, day: number, random: Random): void => {
  const { world } = place
  const { hidden } = contact
  const [chance, noted] = [random.unit(), random.chance(world.noted.purchase)]
  if (hidden.comesOn === day) {
    buy(contact, day, { topic: hidden.need?.topic ?? GIFT, noted })
    hidden.comesOn = null
    afterBuying(place, contact, day, random)
    closeNeed(place, contact, day, random)
    return
  }
  if (!hidden.need || hidden.comesOn !== null || chance >= world.leaves.here + world.leaves.elsewhere) return
  if (chance < world.leaves.here) {
    buy(contact, day, { topic: hidden.need.topic, noted })
    afterBuying(place, contact, day, random)
  }
  closeNeed(place, contact, day, random)
}

const EVENING = 18

/** A word that sounds like a need, heard and noted down by the rep. */
export const hear = (contact: Contact, day: number, topic: number, { signal }: World): void => {
  const name = TOPICS[topic] ?? ''
  const { known, person } = contact
  const fact = { noteId: `s${person.n}.${day}` as NoteId, ruleId: `r${topic}` as SignalRuleId, name, word: name }
  known.signals = [...known.signals.slice(-5), { ...fact, at: instant(day, EVENING), days: signal.days }]
}

const speak = ({ world }: Place, contact: Contact, day: number, random: Random): void => {
  const { need: has } = contact.hidden
  const idle = random.int(0, TOPICS.length - 1)
  const says = random.chance((has ? world.signal.inNeed : world.signal.idle) * world.signal.noted)
  if (says) hear(contact, day, has?.topic ?? idle, world)
}

const readingOf = (post: SimPost, ratio: number) => {
  const expected = post.facts.sections.reduce((sum, one) => sum + one.expectedMs, 0)
  let left = ratio * expected
  const sections: Record<SectionId, number> = {}
  for (const { id, expectedMs } of post.facts.sections) {
    const ms = Math.round(Math.min(left, DWELL_MAX * expectedMs))
    if (ms > 0) sections[id as SectionId] = ms
    left -= ms
  }
  return { sections, spanMs: Math.round(ratio * expected) + 1_000, depth: Math.min(1, Math.max(0.05, ratio)) }
}

const choosePost = ({ world, posts }: Place, contact: Contact, day: number, random: Random): SimPost | null => {
  const { person, hidden, known } = contact
  const isAgain = random.chance(hidden.need ? world.read.againInNeed : world.read.again)
  const isFocused = random.chance(world.need.focus)
  const topic = hidden.need && isFocused ? hidden.need.topic : pickBy(random, interestOn(person, day))
  const found = posts.about(topic, day)
  const where = Math.floor(found.length * random.unit() ** 2) // newer ones are met more often
  if (isAgain && known.lastRead && day - known.lastRead.post.day < world.postsLast) return known.lastRead.post
  return found[where] ?? null
}

const hourOfReading = (random: Random, { hour }: Person): number =>
  (random.chance(0.7) ? hour : random.int(8, 22)) + random.unit()

/** How many things of a rate happen on a day. */
const countOf = (random: Random, rate: number): number => {
  let [left, count] = [Math.exp(-rate), 0]
  const chance = random.unit()
  for (let sum = left; chance > sum && count < 6; sum += left) left *= rate / ++count
  return count
}

const read = (place: Place, contact: Contact, day: number, random: Random): void => {
  const { person, hidden } = contact
  const { world } = place
  const count = countOf(random, person.readsADay * (hidden.need ? person.needReads : 1))
  for (let nth = 0; nth < count; nth++) {
    const post = choosePost(place, contact, day, random)
    const about = hidden.need && post?.topics.includes(hidden.need.topic)
    const ratio = random.logNormal(about ? world.read.inNeed : world.read.curious, world.read.sigma)
    const openedAt = instant(day, hourOfReading(random, person))
    if (!post) continue
    const { sections, spanMs, depth } = readingOf(post, ratio)
    const _id = `g${person.n}.${day}.${nth}` as ReadingId
    addReading(contact, { _id, openedAt, lastAt: openedAt + spanMs, sections, depth }, post)
  }
}

const passOn = ({ world, posts }: Place, { person, known }: Contact, day: number, random: Random): void => {
  const passes = random.chance(world.share.aDay)
  const deep = countOf(random, world.share.deep)
  const post = known.lastRead?.post ?? posts.newest(day)
  if (!passes || !person.passesOn || !post) return
  const brought = { token: shareTokenOf(person, day), postId: post.id, deep, at: instant(day, EVENING) }
  known.brought = [...known.brought.slice(-5), brought]
}

/** What the rep promised: she keeps some by herself; what stays open too long costs trust. */
const keepPromises = ({ world }: Place, { hidden, known }: Contact, day: number, random: Random): void => {
  const kept = known.promises.filter(({ due }) => due === day && random.chance(world.promise.keptAlone))
  known.promises = known.promises.filter((one) => !kept.includes(one))
  for (const one of known.promises)
    if (!one.broken && day > one.due + world.promise.brokenAfterDays) {
      one.broken = true
      hidden.trust *= world.deal.brokenPromise
    }
}

/** Who has blocked the rep is out of reach; who is not acquainted yet is not there. */
export const isThere = ({ person, hidden }: Contact, day: number): boolean => !hidden.blocked && person.sinceDay <= day

export const liveDay = (place: Place, contact: Contact, day: number): void => {
  if (!isThere(contact, day)) return
  const random = chanceOf(place.seed, FOR.life, place.rep, contact.person.n, day)
  need(place, contact, day, random)
  leave(place, contact, day, random)
  speak(place, contact, day, random)
  keepPromises(place, contact, day, random)
  if (!contact.person.agrees) return
  read(place, contact, day, random)
  passOn(place, contact, day, random)
}
