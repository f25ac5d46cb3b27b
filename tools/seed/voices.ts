// Who says what in a demo poll, when, and why? Spread over the demo's people by chance, the same every time.
import { dayAfter, dayOf, instantOf } from '@shared/domain/day'
import { demoContacts, demoReps } from '../demo/people.data'
import type { DemoPoll } from '../demo/polls.data'
import { demoPassers } from '../demo/spread.data'
import { chance } from './chance'
import { passerOpenid } from './spread'

/** People speak by day. */
const [FIRST_TIME, SPOKEN_MS] = ['08:30', 13 * 3_600_000]

type Phone = { openid: string; as: 'rep' | 'customer' }
type Said = { option: number; at: number }
/** Her first choice, and another where she changed her mind; so many at most. */
export type DemoVoice = Phone & { first: Said; later: Said | null; reason: string | null }

const customers: readonly Phone[] = [
  ...demoContacts.flatMap(({ consent }, at) => (consent === 'given' ? [`demo-reader-${at}`] : [])),
  ...demoPassers.flatMap(({ id, known }) => (known ? [] : [passerOpenid(id)])),
].map((openid) => ({ openid, as: 'customer' }))
/** On her own phone: the web tells WeChat of nobody, and a reason that it was not asked about is shown to nobody. */
const repsOf = ({ silent = [] }: DemoPoll): Phone[] =>
  demoReps.flatMap(({ username }) =>
    silent.includes(username) ? [] : [{ openid: `demo-staff-${username}`, as: 'rep' as const }],
  )

const byChance = <T extends Phone>(some: readonly T[], ...words: string[]): T[] =>
  [...some].sort((a, b) => chance(...words, a.openid) - chance(...words, b.openid))

const peopleOf = (poll: DemoPoll): Phone[] =>
  byChance(
    [...(poll.whoMayVote === 'customers' ? [] : repsOf(poll)), ...(poll.whoMayVote === 'reps' ? [] : customers)],
    poll.id,
  )

/** Places of the options as often as they were chosen: [2, 1] is 0, 0, 1. */
const eachOf = (by: readonly number[]): number[] => by.flatMap((n, option) => Array.from({ length: n }, () => option))

const join = (poll: DemoPoll, at: (daysAgo: number, openid: string) => number): DemoVoice[] => {
  const people = peopleOf(poll)
  const all = poll.joined.flatMap(([daysAgo, by]) => eachOf(by).map((option) => ({ daysAgo, option })))
  return all.map(({ daysAgo, option }, n) => {
    const who = people[n]
    if (!who) throw new Error(`demo: ${poll.id} has more voices than there are people`)
    return { ...who, first: { option, at: at(daysAgo, who.openid) }, later: null, reason: null }
  })
}

/** In the order in which they first spoke. */
export const voicesOf = (poll: DemoPoll, now: number): DemoVoice[] => {
  const morningOf = (daysAgo: number): number => instantOf(dayAfter(dayOf(now), -daysAgo), FIRST_TIME)
  const at = (daysAgo: number, openid: string): number =>
    morningOf(daysAgo) + Math.floor(chance('said', poll.id, openid, daysAgo) * SPOKEN_MS)
  const voices = join(poll, at)
  for (const [daysAgo, from, to, people] of poll.changed) {
    const may = voices.filter(({ first, later }) => !later && first.option === from && first.at < morningOf(daysAgo))
    for (const voice of byChance(may, poll.id, 'changed').slice(0, people))
      voice.later = { option: to, at: at(daysAgo, voice.openid) }
  }
  for (const [option, text, from = option] of poll.reasons) {
    const hers = voices.find(
      ({ first, later, reason }) => !reason && first.option === from && (later ?? first).option === option,
    )
    if (hers) hers.reason = text
  }
  return voices.sort((a, b) => a.first.at - b.first.at)
}
