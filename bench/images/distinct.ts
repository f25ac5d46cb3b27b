// Is every rep's file another file, and still so after a chat app has encoded it again?
import { loadImage } from '@napi-rs/canvas'
import type { Part } from '../part'
import type { Metric } from '../report'
import { bareJpeg } from './paint'
import { digestOf, type Shot, type Shots, shotsOfAll } from './shots'
import { subjects } from './subjects'

const QUALITIES = [78, 80, 82, 84, 86, 88, 90, 92, 94]

const shareDistinct = (digests: readonly string[]): number => (100 * new Set(digests).size) / digests.length

/** Percent, of the picture that has the fewest. */
const leastDistinct = (all: readonly Shots[], of: (shot: Shot) => string | null): number =>
  Math.min(...all.map(({ shots }) => shareDistinct(shots.map(of).filter((digest) => digest !== null))))

/** The anchor for so many reps: encoding again at nine qualities gives nine files at most. */
const reencodedDistinct = async (reps: number): Promise<number> => {
  const shares: number[] = []
  for (const { jpeg } of await subjects()) {
    const image = await loadImage(jpeg)
    const files = await Promise.all(QUALITIES.map((quality) => bareJpeg(image, quality)))
    shares.push((100 * new Set(files.map(digestOf)).size) / reps)
  }
  return Math.min(...shares)
}

export const distinct: Part = {
  name: 'distinct',
  run: async ({ say }): Promise<Metric[]> => {
    const all = await shotsOfAll(say)
    const anchor = await reencodedDistinct(all[0]?.shots.length ?? 1)
    const goal = { atLeast: 100 }
    return [
      { metric: 'files distinct, least picture', value: leastDistinct(all, (s) => s.digest), unit: '%', goal, anchor },
      { metric: 'distinct after a chat app', value: leastDistinct(all, (s) => s.sent), unit: '%', goal },
    ]
  },
}
