// How long is somebody of the staff known by a sign-in that she does not use, and how long does one last in a browser?
import { type Ended, isLapsed, isUseDue, whyEnded } from '../../shared/domain/sign-in'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = 1_795_000_000_000

test.each<[string, number | null | undefined, boolean, boolean]>([
  ['never counted yet', undefined, false, false],
  ['whose count was taken back by hand', null, false, false],
  ['used a moment ago', NOW - HOUR, false, false],
  ['used yesterday', NOW - DAY, false, true],
  ['used just under 90 days ago', NOW - 90 * DAY + 1, false, true],
  ['not used for 90 days', NOW - 90 * DAY, true, true],
  ['used by a clock that went ahead', NOW + HOUR, false, false],
])('a sign-in %s', (_, usedAt, lapsed, due) => {
  const use = usedAt === undefined ? {} : { usedAt }
  expect([isLapsed(use, NOW), isUseDue(use, NOW)]).toEqual([lapsed, due])
})

test.each<[string, number, number, Ended | null]>([
  ['just begun', 0, 0, null],
  ['left alone nearly half a day', 12 * HOUR, 12 * HOUR - 1, null],
  ['left alone half a day', 12 * HOUR, 12 * HOUR, 'idle'],
  ['in use for nearly a week', 7 * DAY - 1, 1, null],
  ['in use for a week', 7 * DAY, 1, 'long'],
  ['begun by a clock that was set back since', -HOUR, -HOUR, null],
])('one in a browser, %s', (_, ago, untouchedFor, expected) => {
  expect(whyEnded({ signedInAt: NOW - ago, touchedAt: NOW - untouchedFor }, NOW)).toBe(expected)
})
