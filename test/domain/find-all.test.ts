// Is a pattern found as String.matchAll finds it, on phones that lack it?
import { findAll } from '@shared/domain/find-all'
import fc from 'fast-check'

const plain = (found: Iterable<RegExpMatchArray>) => Array.from(found, (one) => [one.index, ...one])

it.each([
  ['nothing', '今天到店', /宝宝/g],
  ['two', '看房，换房', /(看|换)房/g],
  ['either letter', 'Kid and kid', /kid/gi],
  ['an empty place', 'aab', /a*/g],
])('%s', (_, text, pattern) => {
  expect(plain(findAll(text, pattern))).toEqual(plain(text.matchAll(pattern)))
})

it('finds what matchAll finds, whatever was found before', () => {
  const pattern = /(a)?b*|[一二]/g
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '一', ' ') }), (text) => {
      pattern.lastIndex = 2
      expect(plain(findAll(text, pattern))).toEqual(plain(text.matchAll(/(a)?b*|[一二]/g)))
    }),
  )
})
