// When is a column due, and how does one say it?
import { dueTimes, nextDue, wordRhythm } from '../../shared/domain/column'
import { instantOf } from '../../shared/domain/day'

const every = [1, 2, 3, 4, 5, 6, 7]

test.each<[number[], string, string, string]>([
  [every, '08:00', '每天早八点', 'Every day at 08:00'],
  [[1, 2, 3, 4, 5], '20:30', '工作日晚八点半', 'Weekdays at 20:30'],
  [[7, 6], '12:00', '周末中午十二点', 'Weekends at 12:00'],
  [[3, 1], '07:45', '每周一、三早 7:45', 'Mon, Wed at 07:45'],
  [[2], '14:00', '每周二下午两点', 'Tue at 14:00'],
  [[5], '10:00', '每周五上午十点', 'Fri at 10:00'],
  [[7], '00:00', '每周日凌晨零点', 'Sun at 00:00'],
])('%p at %s → %s', (weekdays, time, zh, en) => {
  expect(wordRhythm({ weekdays, time }, 'zh')).toBe(zh)
  expect(wordRhythm({ weekdays, time }, 'en')).toBe(en)
})

test('it is due on its days, both ends included', () => {
  // 2026-11-23 is a Monday
  const times = dueTimes({ weekdays: [1, 3], time: '08:00' }, '2026-11-23', '2026-11-30')
  expect(times).toEqual(['2026-11-23', '2026-11-25', '2026-11-30'].map((day) => instantOf(day, '08:00')))
  expect(dueTimes({ weekdays: [], time: '08:00' }, '2026-11-23', '2026-11-30')).toEqual([])
})

test('next is later than now, today if there is time', () => {
  const rhythm = { weekdays: [1], time: '08:00' }
  expect(nextDue(rhythm, instantOf('2026-11-23', '07:59'))).toBe(instantOf('2026-11-23', '08:00'))
  expect(nextDue(rhythm, instantOf('2026-11-23', '08:00'))).toBe(instantOf('2026-11-30', '08:00'))
  expect(nextDue({ weekdays: [], time: '08:00' }, 0)).toBeNull()
})
