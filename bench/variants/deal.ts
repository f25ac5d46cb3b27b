// Do 5,000 reps get 5,000 texts that differ, say the same facts, and can be traced back? All posts, beside two baselines.
import { GAP_KINDS, gapAs } from '@shared/domain/variant/layout'
import { isChoice, radixOf, renderChoice, sourceOf } from '@shared/domain/variant/pieces'
import { type ChoicePlan, planSpace } from '@shared/domain/variant/plan'
import { TONES } from '@shared/domain/variant/tone'
import { checkGiven, dealPost, type PostDeal } from '../../tools/variants/deal-post'
import { measureTexts, quantile, type TextMetrics } from '../../tools/variants/metrics'
import type { GivenPost } from '../../tools/variants/posts'
import type { Part } from '../part'
import { layOut, type Metric } from '../report'
import { type Baseline, baselineTexts } from './baselines'
import { allPosts } from './posts'

const REPS = 5_000
/** Baselines are measured on fewer texts: their figures are coarse, and pairs are what costs. */
const BASELINE_REPS = 1_000
const ROOMY = 1e7

/** Walks the text along the plan: each rendering must stand where it should, and undoing each gives the source. */
const undo = (plan: ChoicePlan, digits: readonly number[], text: string): string | null => {
  let cursor = 0
  let place = 0
  let source = ''
  const choices = plan.pieces.filter(isChoice).length
  for (const piece of plan.pieces) {
    let said: string
    if (typeof piece === 'string') said = piece
    else if (isChoice(piece)) said = renderChoice(piece, (digits[place++] ?? 0) % radixOf(piece))
    else said = gapAs(plan.styles, piece, digits[choices + GAP_KINDS.indexOf(piece.between)] ?? 0)
    if (!text.startsWith(said, cursor)) return null
    cursor += said.length
    source += sourceOf(piece)
  }
  return cursor === text.length ? source : null
}

const isTraceable = ({ plans, dealt }: PostDeal, source: string): boolean =>
  dealt.every(({ tone, digits, text }) => undo(plans[tone], digits, text) === source)

type Row = { post: GivenPost; metrics: TextMetrics; space: number; traceable: boolean }
type Measured = { rows: Row[]; refused: { post: GivenPost; why: string }[]; baselines: Record<Baseline, TextMetrics[]> }

const measureAll = (say: (line: string) => void): Measured => {
  const measured: Measured = { rows: [], refused: [], baselines: { naive: [], eda: [] } }
  for (const post of allPosts()) {
    const given = { source: post.text, facts: post.facts, seed: 1 }
    for (const how of ['naive', 'eda'] as const)
      measured.baselines[how].push(measureTexts(baselineTexts(post, BASELINE_REPS, how), given))
    const verdict = checkGiven(post, { reps: REPS, tone: null })
    if (!verdict.ok) {
      measured.refused.push({ post, why: verdict.reason })
      continue
    }
    const deal = dealPost(post, { reps: REPS, tone: null })
    const metrics = measureTexts(
      deal.dealt.map(({ text }) => text),
      given,
    )
    const space = Math.min(...TONES.map((tone) => planSpace(deal.plans[tone])))
    measured.rows.push({ post, metrics, space, traceable: isTraceable(deal, post.text) })
    say(`${post.id} ${metrics.nedMedian.toFixed(3)} ${metrics.nedNearest.toFixed(3)} ${metrics.simHashMin}`)
  }
  return measured
}

const percent = (part: number, whole: number): number => (whole === 0 ? Number.NaN : (100 * part) / whole)

const tableOf = (rows: readonly Row[]): string =>
  layOut([
    ['post', 'log10 V', 'facts', 'dups', 'bits', 'NED', 'p1', 'nearest', 'J3', 'length', 'p95'],
    ...rows.map(({ post, metrics: m, space }) => [
      post.id,
      Math.log10(space).toFixed(1),
      m.factsBroken === 0 ? 'kept' : `${m.factsBroken} broken`,
      String(m.duplicates),
      String(m.simHashMin),
      ...[m.nedMedian, m.nedP1, m.nedNearest, m.j3Median, m.lengthMedian, m.lengthP95].map((n) => n.toFixed(3)),
    ]),
  ])

type Figure = 'nedMedian' | 'nedP1' | 'nedNearest' | 'j3Median' | 'lengthMedian' | 'lengthP95'

const figures: readonly { figure: Figure; metric: string; goal: Metric['goal'] & object }[] = [
  { figure: 'nedMedian', metric: 'NED median', goal: { atLeast: 0.25 } },
  { figure: 'nedP1', metric: 'NED 1st percentile', goal: { atLeast: 0.15 } },
  { figure: 'nedNearest', metric: 'NED nearest neighbour, median', goal: { atLeast: 0.15 } },
  { figure: 'j3Median', metric: 'trigram Jaccard median', goal: { atMost: 0.5 } },
  { figure: 'lengthMedian', metric: 'length variant/source median', goal: { atMost: 1.12 } },
  { figure: 'lengthP95', metric: 'length variant/source p95', goal: { atMost: 1.3 } },
]

const toMetrics = ({ rows, refused, baselines }: Measured): Metric[] => {
  const texts = rows.reduce((sum, { metrics }) => sum + metrics.texts, 0)
  const broken = rows.reduce((sum, { metrics }) => sum + metrics.factsBroken, 0)
  const roomy = rows.filter(({ space }) => space >= ROOMY)
  const kept = (all: readonly TextMetrics[]) =>
    100 -
    percent(
      all.reduce((n, m) => n + m.factsBroken, 0),
      all.reduce((n, m) => n + m.texts, 0),
    )
  const { naive, eda } = baselines
  return [
    { metric: 'posts dealt', value: rows.length, unit: 'posts' },
    { metric: 'posts refused with a reason', value: refused.length, unit: 'posts' },
    { metric: 'facts verbatim, in order', value: 100 - percent(broken, texts), unit: '%', goal: { atLeast: 100 } },
    { metric: 'facts verbatim, in order (EDA)', value: kept(eda), unit: '%' },
    {
      metric: 'trace undone is the source',
      value: percent(rows.filter(({ traceable }) => traceable).length, rows.length),
      unit: '% of posts',
      goal: { atLeast: 100 },
    },
    {
      metric: 'exact duplicates',
      value: rows.reduce((sum, { metrics }) => sum + metrics.duplicates, 0),
      unit: 'texts',
      goal: { atMost: 0 },
      anchor: naive.reduce((sum, { duplicates }) => sum + duplicates, 0),
    },
    {
      metric: 'SimHash-64 least distance, space ≥ 10^7',
      value: Math.min(...roomy.map(({ metrics }) => metrics.simHashMin)),
      unit: 'bits',
      goal: { atLeast: 6 },
      anchor: Math.min(...naive.map(({ simHashMin }) => simHashMin)),
    },
    ...figures.map(({ figure, metric, goal }) => ({
      metric: `${metric}, median of posts`,
      value: quantile(
        rows.map(({ metrics }) => metrics[figure]),
        0.5,
      ),
      unit: '',
      goal,
      anchor: quantile(
        naive.map((m) => m[figure]),
        0.5,
      ),
    })),
    ...figures.map(({ figure, metric, goal }) => ({
      metric: `${metric}, posts that meet it`,
      value: percent(
        rows.filter(({ metrics }) =>
          'atLeast' in goal ? metrics[figure] >= goal.atLeast : metrics[figure] <= goal.atMost,
        ).length,
        rows.length,
      ),
      unit: '%',
    })),
  ]
}

export const deal: Part = {
  name: 'deal',
  run: async ({ say }) => {
    const measured = measureAll(say)
    say(`\n${tableOf(measured.rows)}`)
    for (const { post, why } of measured.refused) say(`${post.id} refused: ${why}`)
    return toMetrics(measured)
  },
}
