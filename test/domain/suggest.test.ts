// Of what a model proposes, how much that is wrong gets through, and how much that is good is lost?
import { factsKept } from '../../shared/domain/variant/facts'
import { pickSuggestions } from '../../shared/domain/variant/suggest-judge'
import { type MaskedSentence, readSentences, unmask } from '../../shared/domain/variant/suggest-sentences'
import good from '../data/guard-good.json'
import posts from '../data/posts.json'
import seen from '../data/posts-seen.json'
import unseen from '../data/posts-unseen.json'
import { framed } from '../support/fake-llm'
import { type MutationPost, mutations, seededRandom } from '../support/mutations'

const SEED = 7
/** Emoji stand outside of sentences. */
const ORNAMENTS = /\p{Extended_Pictographic}|\ufe0f/gu

type Case = { post: MutationPost; sentence: MaskedSentence }

const all: readonly MutationPost[] = [...posts, ...seen, ...unseen]
const casesOf = (post: MutationPost): Case[] => {
  const read = readSentences(post.text, post.dictionary)
  return read.ok ? read.sentences.map((sentence) => ({ post, sentence })) : []
}
const judgingOf = ({ post, sentence }: Case) => ({ sentence, lockedWords: post.dictionary })
const seenByHq = (candidate: string, one: Case): readonly string[] =>
  pickSuggestions([candidate], judgingOf(one)).suggestions

const asked = all.flatMap(casesOf)
/** Only what holds unspoilt says something when it is spoilt. */
const cases = asked.filter((one) => seenByHq(framed(one.sentence.masked), one).length === 1)

/** Masked by a model that has guessed what the masks stand for; a span that is not there any more stays away. */
const maskedAgain = (text: string, spans: readonly string[]): string => {
  let done = ''
  let rest = text
  spans.forEach((span, i) => {
    const at = rest.indexOf(span)
    if (at < 0) return
    done += `${rest.slice(0, at)}⟦${i + 1}⟧`
    rest = rest.slice(at + span.length)
  })
  return done + rest
}

/** The fault put into the masked sentence, and into the plain one. */
const spoilt = ({ post, sentence }: Case, { mutate }: (typeof mutations)[number], seed: number): string[] => {
  const onMasked = mutate(framed(sentence.masked), post, seededRandom(seed))
  const onPlain = mutate(framed(sentence.source), post, seededRandom(seed))
  const texts = [onMasked, onPlain === null ? null : maskedAgain(onPlain, sentence.spans)]
  return texts.filter((text) => text !== null && text !== framed(sentence.masked)) as string[]
}

test('every real post has sentences worth asking about, and a harmless wording of most is seen', () => {
  expect(all.filter((post) => casesOf(post).length === 0)).toEqual([])
  expect(cases.length / asked.length).toBeGreaterThan(0.75)
})

describe('a model that spoils what it says, in every way on every sentence', () => {
  const tried = mutations.flatMap((mutation) =>
    cases.flatMap((one) =>
      spoilt(one, mutation, SEED).map((candidate) => {
        const [wording] = seenByHq(candidate, one)
        return { kind: mutation.kind, one, candidate, wording }
      }),
    ),
  )
  const escaped = tried.filter(({ wording }) => wording !== undefined)
  const caughtOf = (of: typeof tried) => of.filter(({ wording }) => wording === undefined).length / of.length

  test('99.5 % is caught, of no kind less than 90 %', () => {
    const kinds = [...new Set(tried.map(({ kind }) => kind))]
    expect(kinds.length).toBeGreaterThan(75)
    expect(caughtOf(tried)).toBeGreaterThanOrEqual(0.995)
    const weak = kinds.filter((kind) => caughtOf(tried.filter((one) => one.kind === kind)) < 0.9)
    expect(weak).toEqual([])
  })

  test('what gets through still holds every frozen span in order', () => {
    for (const { one, wording = '' } of escaped) expect(factsKept(wording, one.sentence.spans)).toEqual({ ok: true })
  })

  test('then HQ is shown none, and writes on: 99 % of drafts and kinds', () => {
    const drafts = new Map<string, boolean>()
    for (const { kind, one, wording } of tried) {
      const draft = `${kind} ${one.post.id}`
      drafts.set(draft, (drafts.get(draft) ?? true) && wording === undefined)
    }
    const fallback = [...drafts.values()].filter(Boolean).length / drafts.size
    expect(fallback).toBeGreaterThanOrEqual(0.99)
  })
})

test('of good wordings that keep their masks, at most one in five is refused by mistake', () => {
  const drops = good.sentences.flatMap(({ post: id, source, good: wordings }) => {
    const one = asked.find(({ post, sentence }) => post.id === id && source.startsWith(sentence.source))
    if (!one) return []
    return wordings
      .map((wording) => maskedAgain(wording.replace(ORNAMENTS, ''), one.sentence.spans))
      .filter((candidate) => unmask(candidate, one.sentence.spans) !== null)
      .map((candidate) => pickSuggestions([candidate], judgingOf(one)).drops[0])
  })
  const wrong = drops.filter((drop) => drop !== undefined && drop !== 'alike')
  expect(drops.length).toBeGreaterThan(40)
  expect(wrong.length / drops.length).toBeLessThanOrEqual(0.2)
})
