// The whole lexicon, ready to be looked up: which entries begin at this place of a text?
import { BEAUTY } from './beauty.data'
import { EDUCATION } from './education.data'
import { type Entry, readLexicon } from './entry'
import { EVERYDAY } from './everyday.data'
import { FASHION } from './fashion.data'
import { FOOD } from './food.data'
import { FREQUENT } from './frequent.data'
import { LIVING } from './living.data'
import { MATERNITY } from './maternity.data'
import { SHARED } from './shared.data'
import { SHARED_VERBS } from './shared-verbs.data'
import { SINGLE } from './single.data'
import { STORIES } from './stories.data'

/** Every file's text under its name; the first of two equal `from` counts, and the lint finds the second. */
export const SOURCES: Readonly<Record<string, string>> = {
  shared: SHARED,
  'shared-verbs': SHARED_VERBS,
  everyday: EVERYDAY,
  maternity: MATERNITY,
  education: EDUCATION,
  beauty: BEAUTY,
  fashion: FASHION,
  food: FOOD,
  living: LIVING,
  stories: STORIES,
  frequent: FREQUENT,
  single: SINGLE,
}

export type Lexicon = { at: (text: string, from: number) => readonly Entry[] }

/** Entries by their first character, longest first. */
export function indexLexicon(entries: readonly Entry[]): Lexicon {
  const byFirst = new Map<string, Entry[]>()
  const known = new Set<string>()
  for (const entry of entries) {
    if (known.has(entry.from)) continue
    known.add(entry.from)
    const first = entry.from.charAt(0)
    const there = byFirst.get(first)
    if (there) there.push(entry)
    else byFirst.set(first, [entry])
  }
  byFirst.forEach((list) => {
    list.sort((a, b) => b.from.length - a.from.length)
  })
  return {
    at: (text, from) => (byFirst.get(text.charAt(from)) ?? []).filter(({ from: word }) => text.startsWith(word, from)),
  }
}

let whole: Lexicon | undefined

/** Read on first use: importing a function that never compiles a plan costs nothing. */
export function wholeLexicon(): Lexicon {
  whole ??= indexLexicon(Object.keys(SOURCES).flatMap((name) => readLexicon(SOURCES[name] ?? '').entries))
  return whole
}
