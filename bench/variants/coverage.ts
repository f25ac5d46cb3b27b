// How many everyday words of a post can be said another way? Told apart: posts the lexicon's authors knew, and those they did not.
import { isChoice, sourceOf } from '@shared/domain/variant/pieces'
import { TONES } from '@shared/domain/variant/tone'
import { compileAll } from '../../tools/variants/deal-post'
import { quantile } from '../../tools/variants/metrics'
import type { GivenPost } from '../../tools/variants/posts'
import type { Part } from '../part'
import type { Metric } from '../report'
import { demoPosts, seenPosts, unseenPosts } from './posts'

const HAN = /[\u4e00-\u9fff]/

/** Choices on words and on the little words that end a sentence; of the three voices, the one with the most. */
const pointsOf = (post: GivenPost): number => {
  const plans = compileAll(post)
  return Math.max(
    ...TONES.map((tone) => plans[tone].pieces.filter((piece) => isChoice(piece) && HAN.test(sourceOf(piece))).length),
  )
}

const tell = (posts: readonly GivenPost[], name: string): Metric[] => {
  const points = posts.map(pointsOf)
  return [
    {
      metric: `lexical choice points, median, ${name}`,
      value: quantile(points, 0.5),
      unit: 'points',
      goal: { atLeast: 8 },
    },
    { metric: `lexical choice points, 10th percentile, ${name}`, value: quantile(points, 0.1), unit: 'points' },
  ]
}

const verticalsOf = (posts: readonly GivenPost[]): string[] => [...new Set(posts.map(({ vertical }) => vertical ?? ''))]

export const coverage: Part = {
  name: 'coverage',
  run: async ({ say }) => {
    const unseen = unseenPosts()
    for (const vertical of verticalsOf(unseen)) {
      const points = unseen.filter((post) => post.vertical === vertical).map(pointsOf)
      say(`unseen ${vertical}: ${points.join(' ')}`)
    }
    return [...tell(unseen, 'unseen posts'), ...tell(seenPosts(), 'seen posts'), ...tell(demoPosts(), 'demo posts')]
  },
}
