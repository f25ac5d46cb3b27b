// How does typing become a draft, and what is told before it is sent?

import { dayOf, instantOf, timeOf } from '../../shared/domain/day'
import {
  checkPicked,
  findOverlong,
  joinParagraphs,
  missingLockedWords,
  moveItem,
  placeOf,
  splitParagraphs,
} from '../../shared/domain/draft'
import { FIRST_COMMENT_MAX, IMAGE_BYTES_MAX, POST_TEXT_MAX } from '../../shared/domain/limits'

test('blank lines divide paragraphs, a single break stays inside one', () => {
  expect(splitParagraphs('一\n二\n\n 三 \r\n\r\n\r\n\n四\n')).toEqual(['一\n二', '三', '四'])
  expect(splitParagraphs(' \n\n \n')).toEqual([])
})

test('joined paragraphs divide into the same again', () => {
  const paragraphs = ['第一段\n还是第一段', '第二段', '第三段']
  expect(splitParagraphs(joinParagraphs(paragraphs))).toEqual(paragraphs)
})

test('a locked word that the text does not hold is missing', () => {
  expect(missingLockedWords('现价¥269，{来吧|来看}', ['¥269', '399元', ''])).toEqual(['399元'])
})

test.each([
  [0, 2, ['b', 'c', 'a']],
  [2, 0, ['c', 'a', 'b']],
  [1, 1, ['a', 'b', 'c']],
  [0, -1, ['a', 'b', 'c']],
  [2, 3, ['a', 'b', 'c']],
])('moving %i to %i', (from, to, moved) => {
  expect(moveItem(['a', 'b', 'c'], from, to)).toEqual(moved)
})

test('too long is named with how much is over', () => {
  const fits = { text: 'x'.repeat(POST_TEXT_MAX), firstComment: 'x'.repeat(FIRST_COMMENT_MAX) }
  expect(findOverlong(fits)).toBeNull()
  expect(findOverlong({ ...fits, text: `${fits.text}xy` })).toEqual({ field: 'text', over: 2, max: POST_TEXT_MAX })
  expect(findOverlong({ ...fits, firstComment: `${fits.firstComment}x` })?.field).toBe('firstComment')
})

test.each([
  ['image/jpeg', 1, { ok: true }],
  ['image/webp', IMAGE_BYTES_MAX, { ok: true }],
  ['image/png', IMAGE_BYTES_MAX + 1, { ok: false, reason: 'too-big' }],
  ['image/png', 0, { ok: false, reason: 'empty' }],
  ['image/heic', 1, { ok: false, reason: 'heic' }],
  ['image/gif', 1, { ok: false, reason: 'not-a-picture' }],
  ['', 1, { ok: false, reason: 'not-a-picture' }],
])('a file that says it is %s of %i bytes', (type, bytes, verdict) => {
  expect(checkPicked({ type, bytes })).toEqual(verdict)
})

test('a place in a text is a line and a character, both from 1', () => {
  expect(placeOf('abc', 0)).toEqual({ line: 1, place: 1 })
  expect(placeOf('第一行\n第{二', 5)).toEqual({ line: 2, place: 2 })
})

test('a day and a time in Shanghai are one instant, and back', () => {
  const at = instantOf('2026-11-22', '08:05')
  expect(new Date(at).toISOString()).toBe('2026-11-22T00:05:00.000Z')
  expect([dayOf(at), timeOf(at)]).toEqual(['2026-11-22', '08:05'])
})
