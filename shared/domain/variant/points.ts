// Where may a post change without touching a fact? All choice points of one voice, in reading order.
import type { ChoicePoint, Ground } from './ground'
import { wholeLexicon } from './lexicon/all'
import { lexicalPoints } from './lexicon/find-points'
import { isTraditional } from './marks'
import { particlePoints } from './particles'
import { addedEmojiPoints, emojiPoints, findEmoji, markPoints } from './points-marks'

/** What may be varied; an ablation leaves parts out. */
export type PointKinds = { words: boolean; marks: boolean }

export function findChoicePoints(ground: Ground, kinds: PointKinds): ChoicePoint[] {
  const hits = findEmoji(ground)
  // our wordings are in simplified characters
  const words = kinds.words && !isTraditional(ground.text) ? lexicalPoints(ground, wholeLexicon()) : []
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
