// Do our own wordings, in the posts they are put into, say nothing that may not be published?
import { checkPlanWords } from '../../shared/domain/advert/plan-words'
import { compilePlan } from '../../shared/domain/variant/plan'
import type { Tone } from '../../shared/domain/variant/tone'
import posts from '../data/posts.json'
import seen from '../data/posts-seen.json'

const planOf = (text: string, lockedWords: readonly string[], tone: Tone) => {
  const result = compilePlan({ text, lockedWords, tone })
  if (!result.ok) throw new Error(result.reason)
  return result.plan
}

test.each([...posts, ...seen])('$id', ({ text, dictionary }) => {
  const plans = {
    warm: planOf(text, dictionary, 'warm'),
    expert: planOf(text, dictionary, 'expert'),
    lively: planOf(text, dictionary, 'lively'),
  }
  const findings = checkPlanWords(plans).filter(({ severity }) => severity === 'block')
  expect(findings.map(({ id, word }) => `${id}: ${word}`)).toEqual([])
})
