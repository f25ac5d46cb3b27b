// A month of some reps with one way of making the list: months before it alike for all, then its talks and what came of them.
import { wonBy } from '@shared/domain/pick-talks'
import type { Learned, TalkReason } from '@shared/domain/talk'
import { chanceOf, FOR } from './chance'
import { type Contact, copyOf, newContact } from './contact'
import { isThere, liveDay, type Place } from './life'
import { CONTACTS, makePerson } from './people'
import type { Morning, Picked, Policy } from './policies'
import { HISTORY_DAYS, MONTH_DAYS, TOPICS } from './posts'
import { seenOf } from './seen'
import { type About, type Came, talk } from './talking'

export type Sums = {
  listed: number
  talks: number
  deals: number
  answered: number
  blocks: number
  reasons: Partial<Record<TalkReason, { talks: number; deals: number; blocks: number; answered: number }>>
}
type Habit = { does: number; tells: number }
export type SimRep = { rep: number; place: Place; habit: Habit; contacts: Contact[] }

export const noSums = (): Sums => ({ listed: 0, talks: 0, deals: 0, answered: 0, blocks: 0, reasons: {} })

const habitOf = (place: Place): Habit => {
  const chance = chanceOf(place.seed, FOR.rep, place.rep).unit()
  const { all, half, tells } = place.world.reps
  if (chance < all) return { does: 1, tells: 1 }
  return chance < all + half ? { does: 0.5, tells: 1 } : { does: 1, tells }
}

/** What a rep talks about when the list does not say: what she sold her last, else what is new. */
const aboutOf = ({ posts }: Place, { known }: Contact, day: number, { topics, reason }: Picked): About => {
  const said = topics.map((topic) => (TOPICS as readonly string[]).indexOf(topic)).filter((topic) => topic >= 0)
  const bought = known.purchases.at(-1)
  const usual = bought ? [(TOPICS as readonly string[]).indexOf(bought.product)] : (posts.newest(day - 1)?.topics ?? [])
  return { topics: said.length ? said : usual, thanks: reason === 'thanks', occasion: reason === 'occasion' }
}

/** Before the month the rep talks to whom she likes: one who has bought, and others as it comes. */
const talkByHabit = ({ place, contacts, habit }: SimRep, day: number): void => {
  const random = chanceOf(place.seed, FOR.habit, place.rep, day)
  const { aDay, buyers } = place.world.habit
  const there = contacts.filter((contact) => isThere(contact, day))
  for (let nth = 0; nth < Math.round(aDay); nth++) {
    const bought = there.filter(({ known }) => known.purchases.length > 0)
    const from = nth < buyers && bought.length > 0 ? bought : there
    const contact = from[random.int(0, from.length - 1)]
    if (!contact || contact.hidden.blocked || (contact.known.quiet && day < contact.known.quiet.until)) continue
    const picked: Picked = { contactId: contact.person.id, reason: null, topics: [] }
    talk(place, contact, day, { about: aboutOf(place, contact, day, picked), told: random.chance(habit.tells) })
  }
}

/** Some more than are needed: who blocked her before the month is not among the contacts of the month. */
const SPARE = 0.15

/** A rep on the eve of the month. */
export const makeRep = (place: Place, size = CONTACTS): SimRep => {
  const { world, seed, rep } = place
  const people = Math.round(size * (1 + SPARE))
  const contacts = Array.from({ length: people }, (_, n) => newContact(makePerson(world, seed, rep, n)))
  const sim: SimRep = { rep, place, habit: habitOf(place), contacts }
  for (let day = -HISTORY_DAYS; day < 0; day++) {
    talkByHabit(sim, day)
    for (const contact of contacts) liveDay(place, contact, day)
  }
  return { ...sim, contacts: contacts.filter(({ hidden }) => !hidden.blocked).slice(0, size) }
}

const count = (sums: Sums, { reason }: Picked, came: Came): void => {
  const add = (to: { talks: number; deals: number; blocks: number; answered: number }): void => {
    to.talks += 1
    to.deals += Number(came.deal)
    to.blocks += Number(came.blocked)
    to.answered += Number(came.answered)
  }
  add(sums)
  if (!reason) return
  const of = sums.reasons[reason] ?? { talks: 0, deals: 0, blocks: 0, answered: 0 }
  sums.reasons[reason] = of
  add(of)
}

const learn = (book: Learned, { reason }: Picked, { end }: Came): void => {
  if (!reason) return
  const { talks, won } = book[reason] ?? { talks: 0, won: 0 }
  book[reason] = { talks: talks + 1, won: won + wonBy(end) }
}

type Course = { policy: Policy; aDay: (rep: number, day: number) => number }
type Books = { own: Learned; all: Learned }

const talkDay = (sim: SimRep, day: number, course: Course, books: Books, sums: Sums): number => {
  const { place, contacts, habit, rep } = sim
  const there = contacts.filter((contact) => isThere(contact, day))
  const seen = there.map((contact) => seenOf(contact, day))
  const morning: Morning = {
    ...{ seed: place.seed, rep, day, posts: place.posts },
    ...{ aDay: course.aDay(rep, day), learned: books.own, all: books.all },
  }
  const picked = course.policy(seen, morning)
  const byId = new Map(there.map((contact) => [contact.person.id, contact]))
  for (const [nth, one] of picked.entries()) {
    const contact = byId.get(one.contactId)
    const random = chanceOf(place.seed, FOR.rep, rep, day, nth)
    const [does, told] = [random.chance(habit.does), random.chance(habit.tells)]
    if (!contact || !does) continue
    const came = talk(place, contact, day, { about: aboutOf(place, contact, day, one), told })
    count(sums, one, came)
    if (told) for (const book of [books.own, books.all]) learn(book, one, came)
  }
  sums.listed += picked.length
  return picked.length
}

/** All reps through the month day by day, so that HQ's sums grow as they would. listed: how many talks each list had. */
export const runMonth = (reps: readonly SimRep[], course: Course): { sums: Sums; listed: Map<string, number> } => {
  const sims = reps.map((sim) => ({ ...sim, contacts: sim.contacts.map(copyOf) }))
  const [sums, listed, all] = [noSums(), new Map<string, number>(), {} as Learned]
  const owns = sims.map((): Learned => ({}))
  for (let day = 0; day < MONTH_DAYS; day++)
    for (const [i, sim] of sims.entries()) {
      listed.set(`${sim.rep} ${day}`, talkDay(sim, day, course, { own: owns[i] ?? {}, all }, sums))
      for (const contact of sim.contacts) liveDay(sim.place, contact, day)
    }
  return { sums, listed }
}
