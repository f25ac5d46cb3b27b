// What comes of a talk? She answers or not, buys or not, is a little more tired of it, and may block the rep for good.
import { type TalkEnd, withTouch } from '@shared/domain/sheet'
import { touchOfTalk } from '@shared/domain/talk'
import { chanceOf, FOR } from './chance'
import { buy, type Contact, promiseIdOf } from './contact'
import { afterBuying, closeNeed, hear, type Place } from './life'
import { dayName, GIFT, instant } from './posts'

/** What the rep talks about, and whether it is to thank her or for her special day. */
export type About = { topics: readonly number[]; thanks: boolean; occasion: boolean }
export type Came = { end: TalkEnd; deal: boolean; blocked: boolean; answered: boolean }

const CARE_DAYS = 10
const THANKS_DAYS = 14
const PROMISE_AHEAD_DAYS = 3
const COMES_AFTER_DAYS = 3
const TALK_HOUR = 15

/** How tired she is of being talked to, today. */
export const fatigueOn = ({ world }: Place, { hidden }: Contact, day: number): number =>
  hidden.fatigue * 2 ** (-(day - hidden.fatigueDay) / world.fatigue.halfLifeDays)

type Bearing = { relevant: boolean; promise: boolean; occasion: boolean; thanks: boolean; care: boolean }

/** Does it matter to her? Only what is true counts, not what the rep believes. */
const bearingOf = ({ world }: Place, { person, hidden, known }: Contact, day: number, about: About): Bearing => {
  const { need } = hidden
  const isNear = (on: number): boolean => on >= day && on - day <= world.occasion.leadDays
  return {
    relevant: need !== null && (about.topics.includes(need.topic) || (about.occasion && need.topic === GIFT)),
    promise: known.promises.some(({ due }) => due - day <= PROMISE_AHEAD_DAYS),
    occasion: about.occasion && person.occasions.some(({ day: on, matters }) => matters && isNear(on)),
    thanks: about.thanks && known.brought.some(({ at, deep }) => deep > 0 && at > instant(day - THANKS_DAYS, 0)),
    care: hidden.boughtDay !== null && day - hidden.boughtDay <= CARE_DAYS,
  }
}

const costOf = ({ world: { fatigue } }: Place, bearing: Bearing): number =>
  Math.min(
    fatigue.unasked,
    bearing.relevant ? fatigue.relevant : 1,
    bearing.promise ? fatigue.promise : 1,
    bearing.occasion ? fatigue.occasion : 1,
    bearing.thanks ? fatigue.thanks : 1,
    bearing.care ? fatigue.afterPurchase : 1,
  )

const answerChance = ({ world: { answer } }: Place, { person, hidden }: Contact, of: Bearing, worn: number): number => {
  const best = Math.max(
    1,
    of.relevant ? answer.relevant : 1,
    of.promise ? answer.promise : 1,
    of.occasion ? answer.occasion : 1,
    of.thanks ? answer.thanks : 1,
  )
  return Math.min(0.95, person.answers * best * hidden.trust * Math.max(0.2, 1 - answer.tired * worn))
}

const dealChance = ({ world: { deal } }: Place, { person, hidden }: Contact, of: Bearing): number => {
  if (!hidden.need || hidden.comesOn !== null) return deal.impulse
  return Math.min(
    0.95,
    person.buys * (of.relevant ? 1 : deal.offTopic) * (of.promise ? deal.promise : 1) * hidden.trust,
  )
}

const talkRandom = (place: Place, { person }: Contact, day: number) =>
  chanceOf(place.seed, FOR.talk, place.rep, person.n, day)

type Draws = ReturnType<typeof drawsOf>
/** All chance of a talk at once, so that one outcome does not shift another. */
const drawsOf = (place: Place, contact: Contact, day: number) => {
  const random = talkRandom(place, contact, day)
  const unit = () => random.unit()
  return {
    ...{ block: unit(), answer: unit(), deal: unit(), booked: unit(), noted: unit(), quiet: unit(), quietTold: unit() },
    ...{ unfit: unit(), promise: unit(), due: unit(), says: unit(), saysNoted: unit(), random },
  }
}

/** She takes it: at once, or on a day they agree on. */
const makeDeal = (place: Place, contact: Contact, day: number, draws: Draws): TalkEnd => {
  const { world } = place
  const { hidden } = contact
  if (draws.booked < world.deal.booked && hidden.need) {
    hidden.comesOn = day + COMES_AFTER_DAYS
    hidden.need.to = Math.max(hidden.need.to, hidden.comesOn)
    return 'booked'
  }
  buy(contact, day, { topic: hidden.need?.topic ?? GIFT, noted: draws.noted < world.noted.purchase })
  closeNeed(place, contact, day, draws.random)
  afterBuying(place, contact, day, draws.random)
  return 'dealt'
}

/** What else comes up in a talk without a deal: a word about what she needs, a promise of the rep's. */
const chat = (place: Place, contact: Contact, day: number, draws: Draws): void => {
  const { promise, signal } = place.world
  const { hidden, known, person } = contact
  const topic = hidden.need?.topic ?? null
  const says = draws.says < (topic === null ? signal.inTalkIdle : signal.inTalk)
  if (says && draws.saysNoted < signal.noted) hear(contact, day, topic ?? Math.floor(draws.due * 12), place.world)
  if (draws.promise >= (topic === null ? promise.chance : promise.inNeed)) return
  const due = day + promise.lowDays + Math.floor(draws.due * (promise.highDays - promise.lowDays + 1))
  known.promises = [...known.promises, { id: promiseIdOf(person, day), topic, due, broken: false }]
  if (hidden.need) hidden.need.to = Math.max(hidden.need.to, due + promise.extendsDays)
}

const askForQuiet = (
  { world: { quiet } }: Place,
  { known }: Contact,
  day: number,
  worn: number,
  draws: Draws,
): void => {
  if (worn <= quiet.from || draws.quiet >= quiet.chance || draws.quietTold >= quiet.told) return
  known.quiet = { since: instant(day, TALK_HOUR), until: day + Math.round(quiet.days) }
}

const answer = (place: Place, contact: Contact, day: number, of: Bearing, draws: Draws): TalkEnd => {
  if (draws.deal < dealChance(place, contact, of)) return makeDeal(place, contact, day, draws)
  const isUnfit = !contact.hidden.need && draws.unfit < place.world.unfit
  chat(place, contact, day, draws)
  return isUnfit ? 'unfit' : 'talked'
}

/** told: whether the rep says how it went; if not, no list knows of the talk. */
export const talk = (
  place: Place,
  contact: Contact,
  day: number,
  { about, told }: { about: About; told: boolean },
): Came => {
  const { fatigue } = place.world
  const { person, hidden, known } = contact
  const draws = drawsOf(place, contact, day)
  const bearing = bearingOf(place, contact, day, about)
  const before = fatigueOn(place, contact, day)
  const answers = draws.answer < answerChance(place, contact, bearing, before / person.tolerance)
  hidden.fatigue = before + costOf(place, bearing) * (answers ? fatigue.answered : 1)
  hidden.fatigueDay = day
  const worn = hidden.fatigue / person.tolerance
  if (worn > 1 && draws.block < 1 - Math.exp(-fatigue.block * (worn - 1))) {
    hidden.blocked = true
    return { end: 'silent', deal: false, blocked: true, answered: false }
  }
  known.promises = known.promises.filter(({ due }) => due - day > PROMISE_AHEAD_DAYS)
  const end = answers ? answer(place, contact, day, bearing, draws) : 'silent'
  if (answers) askForQuiet(place, contact, day, worn, draws)
  if (told)
    known.touches = withTouch(known.touches, { id: touchOfTalk(dayName(day)), at: instant(day, TALK_HOUR), how: end })
  return { end, deal: end === 'dealt' || end === 'booked', blocked: false, answered: answers }
}
