// Which lines may be added to this post, and where? None that repeats its words, asks twice, or makes a short text fold.
import { LEAD_INS, WRAP_UPS } from './asides.data'
import { spread } from './ground'
import { CLOSERS, OPENERS } from './lines.data'
import { endsEmoji, endsInRareHan, isEndMark, isTraditional } from './marks'
import { type Branch, type Choice, meanLength } from './pieces'
import { isFactualClause } from './protect'
import type { Tone } from './tone'

/** An opener sharing this many characters in a row with the post would sound like a stammer. */
const ECHO = 3
const ASKS = /私信|找我|问我|戳我|联系我|留言|评论|咨询|登记|说一声|滴滴|喊我|订位/

function echoes(line: string, text: string): boolean {
  for (let i = 0; i + ECHO <= line.length; i += 1) {
    if (text.indexOf(line.slice(i, i + ECHO)) >= 0) return true
  }
  return false
}

/** Whether the line asks people to get in touch: once per text is enough. */
export const asksForContact = (line: string): boolean => ASKS.test(line)

/**
 * `cap`: the longest line that may be added, in UTF-16 units. `share`: how often each place gets one: few lines at
 * changing places differ more than a line at every place. `airy`: whether a blank line may set one apart.
 */
export type LineRoom = { cap: number; share: number; airy: boolean; vetoes: readonly string[] }

/** A place where a line may be added, before or after what else stands there. */
export type LinePlace = { at: number; choice: Choice; place: 'opener' | 'leadIn' | 'wrapUp' | 'closer' }

/** More would make the plan larger and the texts hardly more different. */
const LINES_MAX = 72
const ASIDES_MAX = 20

function suitable(lines: readonly string[], text: string, { cap, vetoes }: LineRoom): string[] {
  const fitting = lines.filter(
    (line) => line.length <= cap && !echoes(line, text) && !vetoes.some((word) => line.indexOf(word) >= 0),
  )
  return spread(fitting, LINES_MAX)
}

/** "Nothing" or one of the branches, of which there are `count`. */
function orNothing(branch: Branch, count: number, share: number): Choice {
  const nothing = Math.max(1, Math.round((count * (1 - share)) / share))
  return { any: ['', branch], weights: [nothing, 1] }
}

/** Followed by the post at once, on the next line or after a blank one. */
function openerChoice(tone: Tone, text: string, room: LineRoom): Choice | undefined {
  const lines = suitable(OPENERS[tone], text, room)
  const breaks = room.airy ? ['', '\n', '\n\n'] : ['']
  if (lines.length === 0) return undefined
  return orNothing([{ any: lines }, { any: breaks }], lines.length * breaks.length, room.share)
}

/** On the same line when the post's last sentence is over; after a word, a link or a number on a line of its own. */
function closerChoice(tone: Tone, body: string, room: LineRoom): Choice | undefined {
  const fresh = asksForContact(body) ? CLOSERS[tone].filter((line) => !asksForContact(line)) : CLOSERS[tone]
  const lines = suitable(fresh, body, room)
  if (lines.length === 0) return undefined
  const last = body.slice(-1)
  const over = isEndMark(last) || (endsEmoji(last) && !endsInRareHan(body))
  const gaps = room.airy ? ['\n', '\n\n'] : ['\n']
  const breaks = over ? ['', ...(room.airy ? gaps : [])] : gaps
  return orNothing([{ any: breaks }, { any: lines }], lines.length * breaks.length, room.share)
}

const asideChoice = (lines: readonly string[], text: string, room: LineRoom): Choice | undefined => {
  const fitting = spread(suitable(lines, text, room), ASIDES_MAX)
  return fitting.length === 0 ? undefined : orNothing([{ any: fitting }], fitting.length, room.share)
}

/** Where one sentence ends and the next begins: [from, to) is what stands between them. */
export type SentenceGap = { from: number; to: number }
type Body = { tone: Tone; body: string; gaps: readonly SentenceGap[] }

const sentenceAfter = ({ body, gaps }: Body, at: number): string =>
  body.slice(gaps[at]?.to ?? body.length, gaps[at + 1]?.from ?? body.length)

/** Behind what comes before the first sentence that tells facts: a lead-in leads to the matter. */
const leadInGap = (of: Body): SentenceGap | undefined => of.gaps.find((_, at) => isFactualClause(sentenceAfter(of, at)))

/** On the line of the last sentence, if it is talk: terms, addresses and warnings are not "one thing more". */
function wrapUpGap(of: Body): SentenceGap | undefined {
  const last = of.gaps.length - 1
  return last > 0 && !isFactualClause(sentenceAfter(of, last)) ? of.gaps[last] : undefined
}

/** Where lines may stand. Our lines are in simplified characters: a text in traditional ones gets none. */
export function linePlaces(of: Body, room: LineRoom): LinePlace[] {
  const { tone, body } = of
  if (body === '' || isTraditional(body)) return []
  const places: LinePlace[] = []
  const add = (at: number | undefined, place: LinePlace['place'], choice: Choice | undefined) => {
    if (choice && at !== undefined) places.push({ at, place, choice })
  }
  const [leadIn, wrapUp] = [leadInGap(of), wrapUpGap(of)]
  add(0, 'opener', openerChoice(tone, body, room))
  add(leadIn?.from, 'leadIn', asideChoice(LEAD_INS[tone], body, room))
  if (wrapUp !== leadIn) add(wrapUp?.to, 'wrapUp', asideChoice(WRAP_UPS[tone], body, room))
  add(body.length, 'closer', closerChoice(tone, body, room))
  return places
}

/**
 * How many characters two texts are likely to differ by on account of these places, for comparing helpings: a line
 * against nothing costs its length, a line against another most of it.
 */
export const expectedDifference = (places: readonly LinePlace[], share: number): number =>
  places.reduce(
    (sum, { choice }) => sum + (meanLength([choice]) / share) * (2 * share * (1 - share) + 0.85 * share ** 2),
    0,
  )
