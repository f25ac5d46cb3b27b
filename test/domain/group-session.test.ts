// Is a session by the clock where it should be, whenever she looks?
import { isRunning, moveTo, plannedMs, remainingMs, startSession, wordClock } from '../../shared/domain/group-session'

const steps = [{ minutes: 5 }, { minutes: null }, { minutes: 10 }]
const of = { groupId: 'g', playbookId: 'p' }
const MINUTE = 60_000
const run = startSession(of, 0)

test.each([
  [0, 5 * MINUTE],
  [2 * MINUTE, 3 * MINUTE],
  [7 * MINUTE, -2 * MINUTE],
])('after %d ms of a step of five minutes %d ms are left', (now, left) => {
  expect(remainingMs(run, steps, now)).toBe(left)
})

test('the next step has its whole time however late it begins; one without a time counts nothing', () => {
  const second = moveTo(run, 1, steps, 9 * MINUTE)
  expect(second && remainingMs(second, steps, 20 * MINUTE)).toBeNull()
  const third = second && moveTo(second, 2, steps, 20 * MINUTE)
  expect(third && remainingMs(third, steps, 21 * MINUTE)).toBe(9 * MINUTE)
  expect(third && moveTo(third, 3, steps, 30 * MINUTE)).toBeNull()
  expect(moveTo(run, -1, steps, MINUTE)).toMatchObject({ step: 0, startedAt: 0 })
})

test.each([
  ['right after', of, MINUTE, true],
  ['in another group', { ...of, groupId: 'x' }, MINUTE, false],
  ['by another playbook', { ...of, playbookId: 'x' }, MINUTE, false],
  ['left for four hours', of, 240 * MINUTE, false],
])('%s it runs: %j', (_, asked, now, runs) => {
  expect(isRunning(run, asked, now)).toBe(runs)
})

test('nothing runs where nothing was begun', () => expect(isRunning(null, of, 0)).toBe(false))
test('it is planned for what its steps take', () => expect(plannedMs(steps)).toBe(15 * MINUTE))
test.each([
  [300_000, '5:00'],
  [59_999, '0:59'],
  [-61_000, '1:01'],
  [3_600_000, '60:00'],
])('%d ms are %s', (ms, words) => expect(wordClock(ms)).toBe(words))
