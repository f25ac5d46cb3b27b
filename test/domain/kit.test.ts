// What remains of the marks a rep sets?
import fc from 'fast-check'
import { type KitMark, type KitMarks, type KitWords, markKit } from '../../shared/domain/kit'

const none: KitMarks = { savedAt: null, savedImages: 0, postedAt: null }

test.each<[string, KitMarks, KitMark, KitMarks]>([
  ['saved first', none, { mark: 'saved', images: 4 }, { savedAt: 9, savedImages: 4, postedAt: null }],
  [
    'saved again with fewer',
    { savedAt: 1, savedImages: 4, postedAt: null },
    { mark: 'saved', images: 2 },
    { savedAt: 1, savedImages: 4, postedAt: null },
  ],
  [
    'saved again with more',
    { savedAt: 1, savedImages: 4, postedAt: 2 },
    { mark: 'saved', images: 9 },
    { savedAt: 1, savedImages: 9, postedAt: 2 },
  ],
  ['posted', none, { mark: 'posted' }, { savedAt: null, savedImages: 0, postedAt: 9 }],
  ['posted twice', { ...none, postedAt: 3 }, { mark: 'posted' }, { ...none, postedAt: 3 }],
  ['taken back', { ...none, postedAt: 3 }, { mark: 'unposted' }, none],
])('%s', (_, before, mark, after) => {
  expect(markKit(before, mark, 9)).toMatchObject(after)
})

test('of several phones the last word holds, in whatever order they come', () => {
  const words: [KitMark, number][] = [
    [{ mark: 'posted' }, 10],
    [{ mark: 'unposted' }, 20],
    [{ mark: 'posted' }, 30],
    [{ mark: 'saved', images: 3 }, 15],
  ]
  const ends = new Set<string>()
  fc.assert(
    fc.property(fc.shuffledSubarray(words, { minLength: 4 }), fc.boolean(), (order, twice) => {
      const said = twice ? [...order, ...order] : order
      const { savedAt, savedImages, postedAt } = said.reduce<KitWords>(
        (kit, [mark, at]) => markKit(kit, mark, at),
        none,
      )
      ends.add(JSON.stringify({ savedAt, savedImages, postedAt }))
    }),
  )
  expect([...ends]).toEqual([JSON.stringify({ savedAt: 15, savedImages: 3, postedAt: 30 })])
})
