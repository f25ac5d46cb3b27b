// What remains of the marks a rep sets?
import { type KitMark, type KitMarks, markKit } from '../../shared/domain/kit'

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
  expect(markKit(before, mark, 9)).toEqual(after)
})
