// Do the texts read as smoothly as their source to a model that has never seen either? Skipped where the model is absent.
import { dealPost } from '../../tools/variants/deal-post'
import { quantile } from '../../tools/variants/metrics'
import type { GivenPost } from '../../tools/variants/posts'
import type { Part } from '../part'
import type { Metric } from '../report'
import { baselineTexts } from './baselines'
import { allPosts } from './posts'
import { type Scorer, scorer } from './ppl/score'

const REPS = 200
/** A text this much harder than its source is one to look at (variation.md §1.5). */
const ROUGH = 1.3

const ratios = async (judge: Scorer, post: GivenPost, texts: readonly string[]): Promise<number[]> => {
  const [source, ...scores] = await judge.score([post.text, ...texts])
  return scores.map(({ perHan }) => perHan / (source?.perHan ?? 1))
}

const share = (all: readonly number[]): number => (100 * all.filter((ratio) => ratio > ROUGH).length) / all.length

const measure = async (judge: Scorer): Promise<Metric[]> => {
  const posts = allPosts()
  const ours: number[] = []
  const eda: number[] = []
  for (const post of posts) {
    const texts = dealPost(post, { reps: REPS, tone: null }).dealt.map(({ text }) => text)
    ours.push(...(await ratios(judge, post, texts)))
    eda.push(...(await ratios(judge, post, baselineTexts(post, REPS, 'eda'))))
  }
  return [
    {
      metric: 'perplexity ratio median',
      value: quantile(ours, 0.5),
      unit: '',
      goal: { atMost: 1 },
      anchor: quantile(eda, 0.5),
    },
    { metric: 'perplexity ratio p99', value: quantile(ours, 0.99), unit: '', anchor: quantile(eda, 0.99) },
    { metric: 'share of texts above 1.3', value: share(ours), unit: '%', goal: { atMost: 2 }, anchor: share(eda) },
  ]
}

export const fluency: Part = {
  name: 'fluency',
  run: async ({ say }) => {
    const judge = await scorer(say)
    if (!judge) return []
    try {
      return await measure(judge)
    } finally {
      judge.stop()
    }
  },
}
