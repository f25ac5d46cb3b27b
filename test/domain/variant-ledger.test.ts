// Does the ledger keep colleagues apart, in every space, and is what it dealt the same for ever?

import { changesOf } from '../../shared/domain/variant/changes'
import { dealOrder, digitsFor, renderDigits } from '../../shared/domain/variant/deal'
import { type Entry, Ledger, type Plans, SIMHASH_APART } from '../../shared/domain/variant/ledger'
import { compilePlan, planSpace } from '../../shared/domain/variant/plan'
import { simHashDistance } from '../../shared/domain/variant/simhash'
import { editDistance } from '../../shared/domain/variant/similarity'
import { slotsOf } from '../../shared/domain/variant/slots'
import { TONES, type Tone } from '../../shared/domain/variant/tone'
import posts from '../data/posts.json'

const planOf = (text: string, tone: Tone, lockedWords: readonly string[] = []) => {
  const result = compilePlan({ text, lockedWords, tone })
  if (!result.ok) throw new Error(result.reason)
  return result.plan
}
const plansOf = (text: string, lockedWords: readonly string[] = []): Plans => ({
  warm: planOf(text, 'warm', lockedWords),
  expert: planOf(text, 'expert', lockedWords),
  lively: planOf(text, 'lively', lockedWords),
})
const key = { postId: 'p', version: 1 }
const toneOf = (n: number): Tone => TONES[n % 3] ?? 'warm'
const dealTo = (plans: Plans, reps: number) => {
  const ledger = new Ledger(plans, key)
  return Array.from({ length: reps }, (_, n) => ledger.deal(`r${n}`, toneOf(n)))
}
const [post] = posts
const plans = plansOf(post?.text ?? '', post?.dictionary)

test('600 reps: no text twice, and no two within six bits of each other', () => {
  const dealt = dealTo(plans, 600).flatMap((each) => each ?? [])
  expect(dealt).toHaveLength(600)
  expect(new Set(dealt.map(({ text }) => text)).size).toBe(600)
  let least = 64
  dealt.forEach((a, i) => {
    for (const b of dealt.slice(i + 1)) least = Math.min(least, simHashDistance(a.hash, b.hash))
  })
  expect(least).toBeGreaterThanOrEqual(SIMHASH_APART)
})

test('the ledger chooses: its nearest colleagues are farther apart than those of first draws', () => {
  const nearest = (texts: readonly string[]): number => {
    const each = texts.map((text) =>
      Math.min(...texts.filter((other) => other !== text).map((b) => editDistance(text, b))),
    )
    return each.reduce((sum, n) => sum + n, 0) / each.length
  }
  const chosen = dealTo(plans, 150).map((each) => each?.text ?? '')
  const first = Array.from({ length: 150 }, (_, n) => {
    const plan = plans[toneOf(n)]
    return renderDigits(plan, digitsFor(dealOrder(plan, key), `r${n}`, 0))
  })
  expect(nearest(chosen)).toBeGreaterThan(nearest(first) * 1.05)
})

test('an entry is enough to render the text again, also from stored plans', () => {
  const stored = JSON.parse(JSON.stringify(plans)) as Plans
  for (const dealt of dealTo(plans, 60)) {
    if (!dealt) throw new Error('nothing dealt')
    const plan = stored[dealt.tone]
    expect(renderDigits(plan, digitsFor(dealOrder(plan, key), dealt.repId, dealt.attempt))).toBe(dealt.text)
  }
})

test('who joins later is dealt one more; the others stay, and so does what a restored ledger deals', () => {
  const entries: Entry[] = dealTo(plans, 80).flatMap((each) => each ?? [])
  const late = new Ledger(plans, key, entries).deal('late', 'warm')
  const again = new Ledger(plans, key, entries).deal('late', 'warm')
  expect(late?.text).toBe(again?.text)
  expect(dealTo(plans, 81).slice(0, 80)).toEqual(dealTo(plans, 80))
})

test('a space too small for distance still gives everyone a text of her own, and then says it is used up', () => {
  const tiny = plansOf('{早|晚}')
  const space = new Set<string>()
  const ledger = new Ledger(tiny, key)
  for (let n = 0; n < 5_000; n += 1) {
    const dealt = ledger.deal(`r${n}`, 'expert')
    if (dealt) space.add(dealt.text)
  }
  expect(space.size).toBeGreaterThan(Math.min(4_000, planSpace(tiny.expert) / 2))
})

test('distances looked up slot by slot are about what the texts really differ by', () => {
  const slots = slotsOf([plans.warm, plans.expert, plans.lively])
  const dealt = dealTo(plans, 40).flatMap((each) => each ?? [])
  const spots = dealt.map(({ tone, digits }) => slots.spotsOf(plans[tone], digits))
  dealt.forEach((a, i) => {
    dealt.slice(i + 1).forEach((b, j) => {
      let sum = 0
      for (let group = 0; group < slots.count; group += 1) {
        sum += slots.rowOf(group, spots[i]?.[group] ?? 0)[spots[i + 1 + j]?.[group] ?? 0] ?? 0
      }
      expect(sum).toBeGreaterThan(editDistance(a.text, b.text) - 4)
      expect(sum).toBeLessThan(editDistance(a.text, b.text) + 25)
    })
  })
})

test('growth tells how much longer a text is than its source', () => {
  const slots = slotsOf([plans.warm, plans.expert, plans.lively])
  for (const dealt of dealTo(plans, 30)) {
    if (!dealt) throw new Error('nothing dealt')
    const source = renderDigits(plans[dealt.tone], [])
    expect(slots.growthOf(plans[dealt.tone], dealt.digits)).toBe(dealt.text.length - source.length)
  }
})

test('what changed is told in the words of the text', () => {
  for (const dealt of dealTo(plans, 60)) {
    if (!dealt) throw new Error('nothing dealt')
    const { opener, asides, closer, words } = changesOf(plans[dealt.tone], dealt.digits)
    for (const line of [opener, closer, ...asides]) expect(dealt.text).toContain(line)
    for (const { from, to } of words) {
      expect(post?.text).toContain(from)
      expect(dealt.text).toContain(to)
    }
  }
})
