// Does every entry of the advertising list catch what it should, leave its exceptions alone, and say what it must?
import { checkAdvert } from '../../shared/domain/advert/check'
import { foldText } from '../../shared/domain/advert/fold'
import { AD_WORDS, WORDS_VERSION } from '../../shared/domain/advert/words.data'
import { AD_EXAMPLES } from './advert-examples.data'

const idsIn = (text: string) => checkAdvert(text).map(({ id }) => id)

test('the list is dated, and ids are unique kebab words', () => {
  expect(WORDS_VERSION).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(AD_WORDS.length).toBeGreaterThanOrEqual(150)
  expect(AD_WORDS.map(({ id }) => id).filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([])
  expect(new Set(AD_WORDS.map(({ id }) => id)).size).toBe(AD_WORDS.length)
})

test('every entry has its row of examples, in the same order', () => {
  expect(AD_EXAMPLES.map(([id]) => id)).toEqual(AD_WORDS.map(({ id }) => id))
})

describe.each(AD_EXAMPLES)('%s', (id, flagged, fine) => {
  const word = AD_WORDS.find((each) => each.id === id)
  test('catches its examples', () => {
    expect(flagged.length).toBeGreaterThan(0)
    expect(flagged.filter((text) => !idsIn(text).includes(id))).toEqual([])
  })
  test('leaves the fine ones alone', () => {
    expect(fine.filter((text) => idsIn(text).includes(id))).toEqual([])
  })
  test('each exception frees one of them', () => {
    const unshown = (word?.exceptions ?? []).filter(
      (source) => !fine.some((text) => covered(word?.pattern, source, text)),
    )
    expect(unshown).toEqual([])
  })
  test('each condition frees one of them', () => {
    const { pattern = '', when, unless } = word ?? {}
    const held = fine.map((text) => foldText(text).text).filter((text) => new RegExp(pattern).test(text))
    if (when !== undefined) expect(held.filter((text) => !new RegExp(when).test(text))).not.toEqual([])
    if (unless !== undefined) expect(held.filter((text) => new RegExp(unless).test(text))).not.toEqual([])
  })
})

function covered(pattern: string | undefined, exception: string, text: string): boolean {
  const folded = foldText(text).text
  const spans = (source: string) =>
    [...folded.matchAll(new RegExp(source, 'g'))].map((m) => [m.index, m.index + m[0].length])
  const hits = spans(pattern ?? '$')
  return spans(exception).some(([from = 0, to = 0]) => hits.some(([start = 0, end = 0]) => from <= start && end <= to))
}

test('patterns compile on iOS 12 and match no empty text', () => {
  const sources = AD_WORDS.flatMap(({ pattern, exceptions, when, unless }) =>
    [pattern, ...exceptions, when, unless].filter((source) => source !== undefined),
  )
  expect(sources.filter((source) => /\(\?<|\\p|\(\?[a-z-]+:/.test(source))).toEqual([])
  expect(sources.filter((source) => new RegExp(source).test(''))).toEqual([])
})

test('patterns are written in folded characters, or they could never match', () => {
  const written = ({ pattern }: { pattern: string }) => pattern.replace(/\\[a-z]|[\x20-\x40\x5b-\x60\x7b-\x7e]/g, '')
  expect(AD_WORDS.filter((word) => foldText(written(word)).text !== written(word)).map(({ id }) => id)).toEqual([])
})

test('every entry names its law and says why in both languages', () => {
  const mute = AD_WORDS.filter(
    ({ article, why }) => article === '' || !/[\u4e00-\u9fa5]/.test(why.zh) || !/[a-z]/.test(why.en),
  )
  expect(mute).toEqual([])
})

test('a wording offered instead needs no signature itself', () => {
  const stern = AD_WORDS.flatMap(({ instead }) => instead).filter((text) =>
    checkAdvert(text).some(({ severity }) => severity !== 'hint'),
  )
  expect(stern).toEqual([])
})
