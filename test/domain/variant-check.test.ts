// Which posts are turned back at publishing, and are texts compared and checked soundly?
import fc from 'fast-check'
import { POST_TEXT_MAX } from '../../shared/domain/limits'
import { factsKept } from '../../shared/domain/variant/facts'
import { editDistance, jaccard, normalisedEditDistance, trigramsOf } from '../../shared/domain/variant/similarity'
import { checkPostText, spaceNeeded } from '../../shared/domain/variant/text-check'
import posts from '../data/posts.json'

test.each(posts)('$id may be published to 5,000 reps', ({ text, dictionary }) => {
  expect(checkPostText({ text, lockedWords: dictionary }, 5_000)).toEqual({ ok: true })
})

test('too long is counted in characters', () => {
  const text = '🎁'.repeat(POST_TEXT_MAX + 1)
  expect(checkPostText({ text, lockedWords: [] }, 10)).toEqual({
    ok: false,
    reason: 'too-long',
    characters: 2_001,
    limit: 2_000,
  })
})

test('broken writing is named with its place', () => {
  expect(checkPostText({ text: '你好{早|晚', lockedWords: [] }, 10)).toEqual({ ok: false, reason: 'unclosed', at: 2 })
})

test('too little room says how many choices are missing, and adding them is enough', () => {
  const verdict = checkPostText({ text: '好', lockedWords: [] }, 5_000)
  if (verdict.ok || verdict.reason !== 'space-too-small') throw new Error('expected too little room')
  expect(verdict.needed).toBe(spaceNeeded(5_000))
  expect(verdict.morePoints).toBe(Math.ceil(Math.log2(verdict.needed / verdict.space)))
  expect(checkPostText({ text: `好${'{呀|呢}'.repeat(verdict.morePoints)}`, lockedWords: [] }, 5_000)).toEqual({
    ok: true,
  })
})

test('facts: missing, moved, overlapping', () => {
  const source = '原价399元，送99元面膜'
  expect(factsKept(source, ['399元', '99元'], source)).toEqual({ ok: true })
  expect(factsKept('送99元面膜', ['399元'])).toEqual({ ok: false, reason: 'missing-fact', fact: '399元' })
  const moved = factsKept('面膜送99元，原价399元', ['面膜', '399元'], source)
  expect(moved).toEqual({ ok: false, reason: 'fact-moved', fact: '面膜' })
})

test.each([
  ['', '', 0],
  ['涟漪', '', 2],
  ['', '涟漪', 2],
  ['kitten', 'sitting', 3],
  ['❤👀好', '❤好', 1],
])('editDistance(%s, %s) = %i', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance)
})

test('bit-parallel edit distance equals the textbook table, also beyond one word of bits', () => {
  const table = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j)
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i]
      for (let j = 1; j <= b.length; j += 1) {
        const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
        next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
      }
      row = next
    }
    return row[b.length] ?? 0
  }
  const word = fc.string({ unit: fc.constantFrom('涟', '漪', 'a', 'b'), maxLength: 150 })
  fc.assert(fc.property(word, word, (a, b) => expect(editDistance(a, b)).toBe(table(a, b))))
})

test.each([
  ['abcd', 'abcd', 1],
  ['abcd', 'efgh', 0],
  ['abcd', 'abce', 1 / 3],
  ['ab', 'cd', 1],
])('trigrams shared by %s and %s: %d', (a, b, share) => {
  expect(jaccard(trigramsOf(a), trigramsOf(b))).toBeCloseTo(share)
})

test('edit distance is symmetric, zero only for equals, and within 0–1 when normalised', () => {
  const word = fc.string({ unit: fc.constantFrom('涟', '漪', 'a'), maxLength: 12 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = normalisedEditDistance(a, b)
      expect(distance).toBe(normalisedEditDistance(b, a))
      expect(distance === 0).toBe(a === b)
      expect(distance).toBeLessThanOrEqual(1)
    }),
  )
})
