// What does each part of the method contribute? The same posts with one part left out at a time.
import { dealOrder, digitsFor, renderDigits } from '@shared/domain/variant/deal'
import { ALL_PARTS, type PlanParts, planSpace } from '@shared/domain/variant/plan'
import { TONES } from '@shared/domain/variant/tone'
import { compileAll, dealPost } from '../../tools/variants/deal-post'
import { measureTexts, quantile, type TextMetrics } from '../../tools/variants/metrics'
import type { GivenPost } from '../../tools/variants/posts'
import type { Part } from '../part'
import { layOut, type Metric } from '../report'
import { demoPosts, unseenPosts } from './posts'

const REPS = 1_000

type Case = { name: string; parts: PlanParts; ledger: boolean }
const cases: readonly Case[] = [
  { name: 'everything', parts: ALL_PARTS, ledger: true },
  { name: 'no ledger', parts: ALL_PARTS, ledger: false },
  { name: 'no lexicon', parts: { ...ALL_PARTS, words: false }, ledger: true },
  { name: 'no lines', parts: { ...ALL_PARTS, lines: false }, ledger: true },
  { name: 'no layout', parts: { ...ALL_PARTS, layout: false }, ledger: true },
  { name: 'no marks or emoji', parts: { ...ALL_PARTS, marks: false }, ledger: true },
]

/** Each rep her first draw, whoever else has it. */
const withoutLedger = (post: GivenPost, parts: PlanParts): string[] => {
  const plans = compileAll(post, parts)
  return Array.from({ length: REPS }, (_, n) => {
    const plan = plans[TONES[n % TONES.length] ?? 'warm']
    return renderDigits(plan, digitsFor(dealOrder(plan, { postId: post.id, version: 1 }), `r${n}`, 0))
  })
}

const textsOf = (post: GivenPost, { parts, ledger }: Case): string[] =>
  ledger ? dealPost(post, { reps: REPS, tone: null, parts }).dealt.map(({ text }) => text) : withoutLedger(post, parts)

const measure = (posts: readonly GivenPost[], each: Case) => {
  const metrics: TextMetrics[] = posts.map((post) =>
    measureTexts(textsOf(post, each), { source: post.text, facts: post.facts, seed: 1 }),
  )
  const spaces = posts.map((post) => {
    const plans = compileAll(post, each.parts)
    return Math.log10(Math.min(...TONES.map((tone) => planSpace(plans[tone]))))
  })
  return { metrics, space: quantile(spaces, 0.5) }
}

export const ablation: Part = {
  name: 'ablation',
  run: async ({ say }) => {
    const posts = [...demoPosts(), ...unseenPosts().slice(0, 12)]
    const rows: string[][] = [['without', 'log10 V', 'dups', 'bits', 'NED', 'p1', 'nearest', 'J3', 'length']]
    const told: Metric[] = []
    for (const each of cases) {
      const { metrics, space } = measure(posts, each)
      const middle = (figure: keyof TextMetrics) =>
        quantile(
          metrics.map((m) => m[figure]),
          0.5,
        )
      rows.push([
        each.name,
        space.toFixed(1),
        String(metrics.reduce((sum, { duplicates }) => sum + duplicates, 0)),
        String(Math.min(...metrics.map(({ simHashMin }) => simHashMin))),
        ...(['nedMedian', 'nedP1', 'nedNearest', 'j3Median', 'lengthMedian'] as const).map((f) => middle(f).toFixed(3)),
      ])
      told.push({ metric: `NED median, ${each.name}`, value: middle('nedMedian'), unit: '' })
    }
    say(layOut(rows))
    return told
  },
}
