// Do fifty reps get fifty texts with every fact in place, the same ones every time?
import { dealOrder, dealText, digitsAt, renderDigits, sourceText } from '../../shared/domain/variant/deal'
import { factsKept } from '../../shared/domain/variant/facts'
import { type ChoicePlan, compilePlan, planSpace } from '../../shared/domain/variant/plan'
import { normalisedEditDistance } from '../../shared/domain/variant/similarity'
import { TONES, type Tone } from '../../shared/domain/variant/tone'
import demo from '../data/posts.json'
import seen from '../data/posts-seen.json'

// S17 is written in traditional characters: it gets none of our wordings, and holds few texts
const posts = [...demo, ...seen.filter(({ id }) => id !== 'S17')]
type Post = Pick<(typeof posts)[number], 'id' | 'text' | 'dictionary' | 'facts'>
const REPS = Array.from({ length: 50 }, (_, i) => `rep-${i}`)

function planOf(text: string, tone: Tone, lockedWords: readonly string[] = []): ChoicePlan {
  const result = compilePlan({ text, lockedWords, tone })
  if (!result.ok) throw new Error(`${result.reason} at ${result.at}`)
  return result.plan
}
const plansOf = (post: Post) => TONES.map((tone) => planOf(post.text, tone, post.dictionary))
const textsOf = (plan: ChoicePlan, postId: string) =>
  REPS.map((repId) => dealText(plan, { postId, version: 1, repId, attempt: 0 }).text)

describe.each(posts)('post $id', (post) => {
  const plans = plansOf(post)
  const texts = plans.map((plan) => textsOf(plan, post.id))

  test('every fact survives, verbatim and in order', () => {
    for (const text of texts.flat()) expect(factsKept(text, post.facts, post.text)).toEqual({ ok: true })
  })
  test('the trace undone is the source, byte for byte', () => {
    for (const plan of plans) expect(sourceText(plan)).toBe(post.text)
  })
  test('the plan is small JSON, holds enough texts, and deals the same after storage', () => {
    for (const plan of plans) {
      const stored = JSON.stringify(plan)
      expect(Buffer.byteLength(stored)).toBeLessThan(6_000)
      expect(planSpace(plan)).toBeGreaterThanOrEqual(100_000)
      expect(textsOf(JSON.parse(stored) as ChoicePlan, post.id)).toEqual(textsOf(plan, post.id))
    }
  })
  test('two texts differ visibly, not by a comma', () => {
    for (const group of texts) {
      const some = group.slice(0, 20)
      const distances = some.flatMap((a, i) => some.slice(i + 1).map((b) => normalisedEditDistance(a, b)))
      distances.sort((a, b) => a - b)
      expect(distances[Math.floor(distances.length / 2)] ?? 0).toBeGreaterThan(0.07)
    }
  })
})

const [first] = posts
const text = first?.text ?? ''

test('digits render to the text they came with; another version deals another order', () => {
  const plan = planOf(text, 'warm')
  const key = { postId: 'p', version: 1, repId: 'r', attempt: 0 }
  const dealt = dealText(plan, key)
  expect(renderDigits(plan, dealt.digits)).toBe(dealt.text)
  expect(dealText(plan, { ...key, version: 2 }).text).not.toBe(dealt.text)
})

test('another attempt is never one already seen', () => {
  const plan = planOf(text, 'lively')
  const seen = REPS.map((_, attempt) => dealText(plan, { postId: 'p', version: 1, repId: 'r', attempt }).text)
  expect(new Set(seen).size).toBe(seen.length)
})

test('5,000 ordinals are 5,000 paths, and hardly two of them read the same', () => {
  const plan = planOf(text, 'expert')
  const order = dealOrder(plan, { postId: 'p', version: 1 })
  const paths = Array.from({ length: 5_000 }, (_, i) => digitsAt(order, i))
  expect(new Set(paths.map((digits) => digits.join())).size).toBe(5_000)
  expect(new Set(paths.map((digits) => renderDigits(plan, digits))).size).toBeGreaterThan(4_900)
})

test('digits that are missing or too large still render', () => {
  const plan = planOf('{早|晚}好', 'warm')
  expect(renderDigits(plan, [])).toBe('早好')
  expect(typeof renderDigits(plan, [1e9, 1e9, 1e9, 1e9])).toBe('string')
})
