// Where may a post change without touching a fact? All choice points of one voice, in reading order.
import type { WordEdges } from './edges'
import { wholeLexicon } from './lexicon/all'
import { lexicalPoints } from './lexicon/find-points'
import { particlePoints } from './particles'
import type { Branch } from './pieces'
import { addedEmojiPoints, emojiPoints, findEmoji, markPoints } from './points-marks'
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

/** What may be varied; an ablation leaves parts out. */
export type PointKinds = { words: boolean; marks: boolean }

export function findChoicePoints(ground: Ground, kinds: PointKinds): ChoicePoint[] {
  const hits = findEmoji(ground)
  const words = kinds.words ? lexicalPoints(ground, wholeLexicon()) : []
  const isTaken = ({ from, to }: ChoicePoint) => words.some((word) => word.from < to && from < word.to)
  const points = [
    ...words,
    ...(kinds.words ? particlePoints(ground).filter((point) => !isTaken(point)) : []),
    ...(kinds.marks
      ? [...markPoints(ground), ...emojiPoints(ground, hits), ...addedEmojiPoints(ground, hits.length)]
      : []),
  ]
  return points
    .map((point, order) => ({ point, order }))
    .sort((a, b) => a.point.from - b.point.from || a.point.to - b.point.to || a.order - b.order)
    .map(({ point }) => point)
}
