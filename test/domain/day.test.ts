// What day is it in the shops, and how do we say when?
import { dayOf, wordDay, wordInstant, wordMonth, wordSpan } from '../../shared/domain/day'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-11-21T10:30:00')

test('a day begins at midnight in Shanghai, whatever the machine thinks', () => {
  expect(dayOf(at('2026-11-21T00:00:00'))).toBe('2026-11-21')
  expect(dayOf(at('2026-11-20T23:59:59'))).toBe('2026-11-20')
  expect(dayOf(Date.parse('2026-11-20T16:00:00Z'))).toBe('2026-11-21')
})

test.each([
  ['2026-11-21T10:29:30', '刚刚', 'just now'],
  ['2026-11-21T10:18:00', '12 分钟前', '12 min ago'],
  ['2026-11-21T09:12:00', '今天 09:12', 'today 09:12'],
  ['2026-11-20T21:04:00', '昨晚 21:04', 'yesterday 21:04'],
  ['2026-11-20T08:04:00', '昨天 08:04', 'yesterday 08:04'],
  ['2026-11-02T09:12:00', '11月2日 09:12', 'Nov 2, 09:12'],
])('%s', (text, zh, en) => {
  expect(wordInstant(at(text), now, 'zh')).toBe(zh)
  expect(wordInstant(at(text), now, 'en')).toBe(en)
})

test.each([
  ['2026-11-21T00:00:00', '今天', 'Today'],
  ['2026-11-20T23:59:59', '昨天', 'Yesterday'],
  ['2026-11-19T23:59:59', '11月19日', 'Nov 19'],
])('the day of %s', (text, zh, en) => {
  expect(wordDay(at(text), now, 'zh')).toBe(zh)
  expect(wordDay(at(text), now, 'en')).toBe(en)
})

test.each([
  ['2026-11', '11月', 'Nov'],
  ['2026-01', '1月', 'Jan'],
  ['2025-12', '2025年12月', 'Dec 2025'],
])('the month %s', (month, zh, en) => {
  expect(wordMonth(month, now, 'zh')).toBe(zh)
  expect(wordMonth(month, now, 'en')).toBe(en)
})

test.each([
  [8_000, '8 秒', '8 s'],
  [60_000, '1 分钟', '1 min'],
  [800_000, '13 分 20 秒', '13 min 20 s'],
  [3_600_000, '1 小时', '1 h'],
  [3_720_000, '1 小时 2 分', '1 h 2 min'],
])('%d ms', (ms, zh, en) => {
  expect(wordSpan(ms, 'zh')).toBe(zh)
  expect(wordSpan(ms, 'en')).toBe(en)
})
