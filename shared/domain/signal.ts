// Does a text say what a rule listens for? Whole words and their synonyms, told apart from their denial; no patterns.
import { foldText } from './advert/fold'
import type { MemberId, SignalRuleId } from './ids'
import { SIGNAL_RULES_MAX } from './limits'
import type { SignalHit } from './note'
import { isDenied } from './signal-denial'

/** Whose rule it is: HQ's for every rep, or one rep's own. */
export type SignalOwner = MemberId | 'hq'

export type SignalRule = {
  _id: SignalRuleId
  ownerId: SignalOwner
  name: string // 换房
  words: string[] // 看房, 换房, 二手房 … any of them
  except: string[] // where one of these stands over the word it means something else: 不换房, 看房东
  talk: string // what to talk about, one line
  days: number // how long a hit stays news
  on: boolean
  rev: number
}

/** Nobody changes another's rule. `count`: how many the owner has already. */
export const mayKeepRule = (
  ownerId: SignalOwner,
  stored: Pick<SignalRule, 'ownerId'> | null,
  count: number,
): { ok: true } | { ok: false; reason: 'rule-taken' | 'rules-full' } => {
  if (stored) return stored.ownerId === ownerId ? { ok: true } : { ok: false, reason: 'rule-taken' }
  return count < SIGNAL_RULES_MAX ? { ok: true } : { ok: false, reason: 'rules-full' }
}

/** Words that read alike are one. */
export const onceEach = (words: readonly string[]): string[] => {
  const seen = new Set<string>()
  return words.filter((word) => {
    const folded = foldText(word).text.trim()
    return folded !== '' && !seen.has(folded) && seen.add(folded)
  })
}

const AROUND = 16

/** What stands around a hit, for the eye to judge by. */
export const aroundHit = (
  text: string,
  { at, word }: Pick<SignalHit, 'at' | 'word'>,
): { before: string; after: string } => {
  const end = at + word.length
  const [before, after] = [text.slice(Math.max(0, at - AROUND), at), text.slice(end, end + AROUND)]
  return {
    before: at > AROUND ? `…${before}` : before,
    after: end + AROUND < text.length ? `${after}…` : after,
  }
}

type Listening = Pick<SignalRule, '_id' | 'name' | 'words' | 'except'>

/** A stretch of the folded text. */
type Span = { from: number; to: number; word: string }

const isLatin = (unit: string): boolean => /^[a-z0-9]$/.test(unit)

/** 'spa' is not in 'space': letters and digits of our alphabet make words by what stands around them. */
const standsAlone = (text: string, { from, to }: Span): boolean =>
  !(isLatin(text.charAt(from)) && isLatin(text.charAt(from - 1))) &&
  !(isLatin(text.charAt(to - 1)) && isLatin(text.charAt(to)))

const placesOf = (text: string, word: string): Span[] => {
  const sought = foldText(word).text.trim()
  const places: Span[] = []
  if (sought === '') return places
  for (let from = text.indexOf(sought); from >= 0; from = text.indexOf(sought, from + 1))
    places.push({ from, to: from + sought.length, word: sought })
  return places
}

const covers = (over: Span, place: Span): boolean => over.from <= place.from && over.to >= place.to
const meets = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to

/** Where words overlap the longest wins; of the same length the one that comes first. */
const longestOf = (places: readonly Span[]): Span[] => {
  const kept: Span[] = []
  for (const place of [...places].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from))
    if (!kept.some((one) => meets(one, place))) kept.push(place)
  return kept
}

/** The folded text is read once for all rules. */
const findIn = (folded: string, { words, except }: Listening): Span[] => {
  const excepted = except.flatMap((word) => placesOf(folded, word))
  const seen = new Set<string>()
  return longestOf(words.flatMap((word) => placesOf(folded, word)).filter((place) => standsAlone(folded, place)))
    .filter((place) => !excepted.some((over) => covers(over, place)) && !isDenied(folded, place.from))
    .sort((a, b) => a.from - b.from)
    .filter(({ word }) => !seen.has(word) && seen.add(word))
}

/**
 * Where the rules' words stand, in the order of the text. A rule hits once per word; full-width, capital and the common
 * traditional spellings read alike; `at` and `word` are as in the text. What it does not see: a denial that comes after
 * the word (换房的事不考虑了) or further ahead than three characters.
 */
export const findSignals = (text: string, rules: readonly Listening[]): SignalHit[] => {
  const { text: folded, starts } = foldText(text)
  const startOf = (index: number): number => starts[index] ?? text.length
  return rules
    .flatMap((rule) =>
      findIn(folded, rule).map(({ from, to }) => {
        const at = startOf(from)
        return { ruleId: rule._id, name: rule.name, word: text.slice(at, startOf(to)), at }
      }),
    )
    .sort((a, b) => a.at - b.at || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0))
}
