// How else could this draft be worded? A model proposes, the guard judges, HQ ticks; without a model the draft is as good.
import { pickSuggestions, SUGGESTIONS_MAX } from '@shared/domain/variant/suggest-judge'
import { readSentences } from '@shared/domain/variant/suggest-sentences'
import { ensure } from '../_kit/errors'
import { proposeWordings } from '../_kit/planner'
import type { Handler } from '../_kit/serve'

export const suggestWordings: Handler<'hq', 'wording.suggest'> = async ({ text, lockedWords }) => {
  const read = readSentences(text, lockedWords)
  ensure(read, 'text')
  const asked = read.sentences.map(({ masked }, id) => ({ id: id + 1, text: masked }))
  const { wordings, left, why } = await proposeWordings(asked, SUGGESTIONS_MAX)
  const sentences = read.sentences.flatMap((sentence, id) => {
    const { suggestions } = pickSuggestions(wordings.get(id + 1) ?? [], { sentence, lockedWords })
    const { at, to, source } = sentence
    return suggestions.length ? [{ at, to, source, suggestions: [...suggestions] }] : []
  })
  if (sentences.length) return { sentences, left, from: 'ai' }
  return { sentences, left, from: 'none', reason: why ?? 'ai-unusable' }
}
