// Do the characters read off a pattern hold all that its matches begin with?
import { foldText } from '../../shared/domain/advert/fold'
import { startsOf } from '../../shared/domain/advert/starts'
import { AD_WORDS } from '../../shared/domain/advert/words.data'
import posts from '../data/posts.json'
import seen from '../data/posts-seen.json'
import { AD_EXAMPLES } from './advert-examples.data'
import { AD_SENTENCES } from './advert-sentences.data'

test.each<[string, string | null]>([
  ['国家级|全国级', '国全'],
  ['(?:一|二)?段', '一二段'],
  ['(?:a|b?)c|[1-3x]{2}y', 'abc123x'],
  ['x{0,2}y', 'xy'],
  ['x{2}y', 'x'],
  ['(?!好)最', '最'],
  ['no\\.?1', 'n'],
  ['\\.?1|\\u4e00|\\n', '.1一\n'],
  ['[^好]最', null],
  ['[\\u4e00-\\u9fa5]最', null],
  ['\\s最', null],
  ['.最', null],
  ['最?', null],
])('%s', (source, chars) => {
  expect(startsOf(source)).toEqual(chars && new Set(chars))
})

test('every word of the list begins with few characters but one, which ends in 之最 after any', () => {
  const sizes = AD_WORDS.map(({ id, pattern }) => [id, startsOf(pattern)?.size ?? 0] as const)
  expect(sizes.filter(([, size]) => size === 0).map(([id]) => id)).toEqual(['largest'])
  expect(Math.max(...sizes.map(([, size]) => size))).toBeLessThan(50)
})

test('no match in any example or post begins with another', () => {
  const texts = [
    ...AD_EXAMPLES.flatMap(([, flagged, fine]) => [...flagged, ...fine]),
    ...AD_SENTENCES.map(([text]) => text),
    ...[...posts, ...seen].map(({ text }) => text),
  ].map((text) => foldText(text).text)
  const all = texts.join('\n')
  let matches = 0
  for (const { pattern, id } of AD_WORDS) {
    const starts = startsOf(pattern)
    for (const { index } of all.matchAll(new RegExp(pattern, 'g'))) {
      matches += 1
      expect({ id, start: all.charAt(index), isKnown: starts?.has(all.charAt(index)) ?? true }).toMatchObject({
        isKnown: true,
      })
    }
  }
  expect(matches).toBeGreaterThan(500)
})
