// What do the finders of choice points look at, and what do they find?
import type { WordEdges } from './edges'
import type { Branch } from './pieces'
import type { Tone } from './tone'

/** Replaces [from, to) of the source by one of the options; options[0] is what stood there. */
export type ChoicePoint = { from: number; to: number; options: readonly Branch[]; weights?: readonly number[] }

/**
 * What the finders look at. `end` is where the body stops and the legal tail begins; `vetoes` are words that HQ does not
 * want to see varied or brought in; `edges` says where words begin and end.
 */
export type Ground = {
  text: string
  mask: readonly boolean[]
  end: number
  tone: Tone
  vetoes: readonly string[]
  edges: WordEdges
}

/** At most `count` of the items, spread evenly, in order. */
export function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return items.slice()
  return items.filter((_, i) => Math.floor((i * count) / items.length) !== Math.floor(((i - 1) * count) / items.length))
}
