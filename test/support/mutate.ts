// How is one fault put into a text, the same for the same seed?
import * as words from './mutations.data'

export type MutationPost = { id: string; text: string; dictionary: readonly string[]; facts: readonly string[] }
/** A number in [0, 1), the next of a seeded row. */
export type Random = () => number
/** `edit`: also wrong in a rep's own edit, where a greeting may come and an ornament may go. */
export type Mutation = {
  kind: string
  edit: boolean
  mutate: (text: string, post: MutationPost, random: Random) => string | null
}

/** mulberry32: the same seed gives the same row everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export const pick = <T>(from: readonly T[], random: Random): T | undefined => from[Math.floor(random() * from.length)]

export type Place = { at: number; word: string }

export function places(text: string, pattern: RegExp): Place[] {
  return Array.from(text.matchAll(pattern), (match) => ({ at: match.index, word: match[0] }))
}

export const put = (text: string, { at, word }: Place, instead: string) =>
  text.slice(0, at) + instead + text.slice(at + word.length)

/** Replaces one of the places by what `to` makes of it. */
export const replaceOne =
  (pattern: RegExp, to: (word: string, random: Random) => string): Mutation['mutate'] =>
  (text, _post, random) => {
    const place = pick(places(text, pattern), random)
    if (place === undefined) return null
    const changed = put(text, place, to(place.word, random))
    return changed === text ? null : changed
  }

export const swapOne =
  (swaps: readonly (readonly [string, readonly string[]])[]): Mutation['mutate'] =>
  (text, _post, random) => {
    const fitting = swaps.filter(([from]) => text.includes(from))
    const swap = pick(fitting, random)
    const to = swap === undefined ? undefined : pick(swap[1], random)
    if (swap === undefined || to === undefined) return null
    const at = pick(places(text, new RegExp(escapePattern(swap[0]), 'g')), random)
    return at === undefined ? null : put(text, at, to)
  }

export const escapePattern = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A unit is one only behind a number. */
export const swapUnit: Mutation['mutate'] = (text, _post, random) => {
  const fitting = words.UNIT_SWAPS.flatMap(([from, to]) =>
    places(text, new RegExp(`[0-9]${escapePattern(from)}(?![a-zA-Z])`, 'g')).map((place) => ({ place, from, to })),
  )
  const chosen = pick(fitting, random)
  const to = chosen === undefined ? undefined : pick(chosen.to, random)
  if (chosen === undefined || to === undefined) return null
  return put(text, chosen.place, chosen.place.word.replace(chosen.from, to))
}

export const sentences = (text: string) => text.match(/[^。！？\n]+[。！？\n]*/g) ?? []

/** Where a sentence or clause ends in the text's body, so that what is put in stands on its own. */
export const addSentence =
  (options: readonly string[]): Mutation['mutate'] =>
  (text, _post, random) => {
    const added = pick(options, random)
    const place = pick(places(text, /[。！？]/g), random)
    return added === undefined || place === undefined ? null : put(text, place, `${place.word}${added}`)
  }

/** Slips a word before something that the post says. */
export const slipBefore =
  (pattern: RegExp, options: readonly string[]): Mutation['mutate'] =>
  (text, _post, random) => {
    const place = pick(places(text, pattern), random)
    const added = pick(options, random)
    return place === undefined || added === undefined ? null : put(text, place, added + place.word)
  }

/** Takes a clause out that has what the pattern asks for. */
export const dropClause =
  (pattern: RegExp): Mutation['mutate'] =>
  (text, _post, random) => {
    const place = pick(
      places(text, /[^，。！？～；\n]+[，。！？～；]/g).filter(({ word }) => pattern.test(word)),
      random,
    )
    return place === undefined ? null : put(text, place, '')
  }

export const digit = (random: Random, not: string) => {
  const others = '123456789'.replace(not, '')
  return pick(others.split(''), random) ?? '1'
}

export const changeDigit = (word: string, random: Random) => {
  const at = Math.floor(random() * word.length)
  return word.slice(0, at) + digit(random, word.charAt(at)) + word.slice(at + 1)
}

export const HAN_DIGITS = '零一二三四五六七八九'
export const toHan = (word: string) => word.replace(/[0-9]/g, (unit) => HAN_DIGITS.charAt(Number(unit)))
export const toWide = (word: string) =>
  word.replace(/[0-9]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0))

/** Two different words of the same kind trade places. */
export const tradePlaces =
  (pattern: RegExp): Mutation['mutate'] =>
  (text, _post, random) => {
    const all = places(text, pattern)
    const one = pick(all, random)
    const other = pick(
      all.filter(({ word }) => word !== one?.word),
      random,
    )
    if (one === undefined || other === undefined) return null
    const [first, second] = one.at < other.at ? [one, other] : [other, one]
    return put(put(text, second, first.word), first, second.word)
  }

export const onWord =
  (change: (word: string, random: Random) => string | null): Mutation['mutate'] =>
  (text, post, random) => {
    const word = pick(
      post.dictionary.filter((each) => text.includes(each)),
      random,
    )
    const to = word === undefined ? null : change(word, random)
    return word === undefined || to === null ? null : text.replace(word, to)
  }

export const toTraditional =
  (most: number): Mutation['mutate'] =>
  (text) => {
    let left = most
    let changed = ''
    for (const unit of text) {
      const form =
        left > 0 ? words.TRADITIONAL_FORMS.find(([simple, full]) => simple === unit && full !== unit) : undefined
      if (form !== undefined) left -= 1
      changed += form?.[1] ?? unit
    }
    return changed === text ? null : changed
  }

export const wrap =
  (make: (text: string) => string): Mutation['mutate'] =>
  (text) =>
    make(text)
