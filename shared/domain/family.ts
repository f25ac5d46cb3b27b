// Which way of writing is read more deeply? Texts of one post by tone, layout, opening and whose words they are, compared only
// where enough was read.
import type { MemberId } from './ids'
import type { Kit } from './kit'
import type { Tone } from './variant/tone'
import { numberOf, type WorkNumber } from './work-number'

export const FAMILY_KINDS = ['tone', 'layout', 'opening', 'words'] as const
export type FamilyKind = (typeof FAMILY_KINDS)[number]

/** tone: how she speaks · layout: 一段 block, 分行 lines, 空行 airy, 列点 bullets · opening: how the first line begins · words: dealt, or her own edit. */
export const FAMILIES = {
  tone: ['warm', 'expert', 'lively'],
  layout: ['block', 'lines', 'airy', 'bullets'],
  opening: ['plain', 'emoji', 'question'],
  words: ['dealt', 'own'],
} as const satisfies Record<FamilyKind, readonly string[]>

const BULLET = /^\s*(?:[-*•·▪▫✔✅☘✨⭐👉—]|\d[.、])/u
const EMOJI_FIRST = /^\s*\p{Extended_Pictographic}/u
const ASKS = /[?？]/

export const layoutOf = (text: string): (typeof FAMILIES)['layout'][number] => {
  const lines = text.trim().split('\n')
  if (lines.filter((line) => BULLET.test(line)).length >= 2) return 'bullets'
  if (/\n\s*\n/.test(text.trim())) return 'airy'
  return lines.length > 1 ? 'lines' : 'block'
}

export const openingOf = (text: string): (typeof FAMILIES)['opening'][number] => {
  if (EMOJI_FIRST.test(text)) return 'emoji'
  const end = text.search(/[。！!？?\n]/)
  return ASKS.test(end < 0 ? text : text.slice(0, end + 1)) ? 'question' : 'plain'
}

type Written = Pick<Kit, 'text' | 'dealt'> & { tone?: Tone | undefined }

/** All four families of a text as one whole number, from 1; 0 is kept for none. */
export const codeOf = ({ text, dealt, tone = 'warm' }: Written): number => {
  const of = {
    tone,
    layout: layoutOf(text),
    opening: openingOf(text),
    words: dealt === undefined || dealt === text ? 'dealt' : 'own',
  }
  let code = 0
  for (const kind of FAMILY_KINDS) {
    const families: readonly string[] = FAMILIES[kind]
    code = code * families.length + families.indexOf(of[kind])
  }
  return code + 1
}

export const familyOf = (code: number, kind: FamilyKind): string | null => {
  let rest = code - 1
  if (rest < 0) return null
  for (const each of [...FAMILY_KINDS].reverse()) {
    const families: readonly string[] = FAMILIES[each]
    if (each === kind) return families[rest % families.length] ?? null
    rest = Math.floor(rest / families.length)
  }
  return null
}

/** What came of one rep's text. */
export type RepText = { repId: MemberId; code: number; posted: boolean; opened: number; deep: number }

/** Compared only from so many openings, and texts of so many reps: one rep with many customers is no family. */
export const OPENED_MIN = 50
export const REPS_MIN = 5

export type FamilyLine = {
  family: string
  reps: number
  posted: number
  opened: number
  deep: number
  rate: WorkNumber
  enough: boolean
}

/**
 * How many times wider than chance alone: openings of one rep are alike (her customers are), so the spread between reps is
 * what counts (ratio estimator over clusters). 1 at least.
 */
export const designEffect = (texts: readonly Pick<RepText, 'opened' | 'deep'>[]): number => {
  const read = texts.filter(({ opened }) => opened > 0)
  const [opened, deep] = [sum(read, (one) => one.opened), sum(read, (one) => one.deep)]
  const rate = opened > 0 ? deep / opened : 0
  if (read.length < 2 || rate <= 0 || rate >= 1) return 1
  const between = sum(read, (one) => (one.deep - rate * one.opened) ** 2) * (read.length / (read.length - 1))
  return Math.max(1, between / (opened * rate * (1 - rate)))
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((n, one) => n + of(one), 0)

const lineOf = (family: string, texts: readonly RepText[]): FamilyLine => {
  const [opened, deep] = [sum(texts, (one) => one.opened), sum(texts, (one) => one.deep)]
  const posted = texts.filter((one) => one.posted).length
  const enough = opened >= OPENED_MIN && posted >= REPS_MIN
  const rate = numberOf('family-rate', { opened, deep }, designEffect(texts))
  return {
    family,
    reps: texts.length,
    posted,
    opened,
    deep,
    rate: enough ? rate : { ...rate, value: null, low: null, high: null },
    enough,
  }
}

export type Verdict = { verdict: 'better' | 'same' | 'too-few'; best: string | null }

/** better only where the best one's interval lies above every other's; each of those compared must be known well enough. */
const judge = (lines: readonly FamilyLine[]): Verdict => {
  const known = lines.filter(({ enough, rate }) => enough && rate.value !== null)
  if (known.length < 2) return { verdict: 'too-few', best: null }
  const [best, ...others] = [...known].sort((a, b) => (b.rate.value ?? 0) - (a.rate.value ?? 0))
  const isAbove = others.every(({ rate }) => (best?.rate.low ?? 0) > (rate.high ?? 1))
  return isAbove && best ? { verdict: 'better', best: best.family } : { verdict: 'same', best: null }
}

/** Families without a text are left out. */
export const compareFamilies = (texts: readonly RepText[], kind: FamilyKind): Verdict & { families: FamilyLine[] } => {
  const families = FAMILIES[kind]
    .map((family) => [family, texts.filter(({ code }) => familyOf(code, kind) === family)] as const)
    .filter(([, of]) => of.length > 0)
    .map(([family, of]) => lineOf(family, of))
  return { families, ...judge(families) }
}
