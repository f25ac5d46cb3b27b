// What shows a step of the coaching track done, and what does she tick off herself?
import {
  COACH_STEPS,
  type CoachCounts,
  coachTrack,
  EXERCISE_IDS,
  EXERCISES,
  FAVOURITES_MAX,
  favour,
  newCoaching,
  tick,
} from '../../shared/domain/coaching'
import type { MemberId, PlaybookId } from '../../shared/domain/ids'

const nothing: CoachCounts = {
  ...{ portrait: 0, 'posted-days': 0, named: 0, talks: 0, overdue: 0, brought: 0, thanked: 0 },
}
const all: CoachCounts = {
  ...{ portrait: 1, 'posted-days': 7, named: 10, talks: 15, overdue: 0, brought: 3, thanked: 1 },
}
const states = (counts: CoachCounts) => coachTrack(counts, []).map(({ state }) => state)

test('the steps come in their order', () => {
  expect(coachTrack(nothing, []).map(({ step }) => step)).toEqual([...COACH_STEPS])
})

test.each<[string, Partial<CoachCounts>, string[]]>([
  ['nothing yet', nothing, ['now', 'ahead', 'ahead', 'ahead', 'ahead']],
  ['everything', {}, ['done', 'done', 'done', 'done', 'done']],
  ['no portrait', { portrait: 0 }, ['now', 'done', 'done', 'done', 'done']],
  ['posted on six days', { 'posted-days': 6 }, ['done', 'now', 'done', 'done', 'done']],
  ['nine contacts named', { named: 9 }, ['done', 'done', 'now', 'done', 'done']],
  ['fourteen talks', { talks: 14 }, ['done', 'done', 'done', 'now', 'done']],
  ['a promise past its day', { overdue: 1 }, ['done', 'done', 'done', 'now', 'done']],
  ['two cards that were read', { brought: 2 }, ['done', 'done', 'done', 'done', 'now']],
  ['nobody thanked', { thanked: 0 }, ['done', 'done', 'done', 'done', 'now']],
  ['two things open', { named: 1, thanked: 0 }, ['done', 'done', 'now', 'done', 'ahead']],
])('%s', (_, counts, expected) => {
  expect(states({ ...all, ...counts })).toEqual(expected)
})

test('each measure tells how far it is', () => {
  const talking = coachTrack({ ...all, talks: 4, overdue: 2 }, [])[3]
  expect(talking?.measures).toEqual([
    { fact: 'talks', count: 4, need: 15, met: false },
    { fact: 'overdue', count: 2, need: 0, met: false },
  ])
})

test('exercises are ticked by herself and hold no step up', () => {
  const track = coachTrack(all, ['same-hour'])
  expect(track.flatMap(({ exercises }) => exercises).filter(({ ticked }) => ticked)).toEqual([
    { id: 'same-hour', ticked: true },
  ])
  expect(track.every(({ state }) => state === 'done')).toBe(true)
  expect(new Set(EXERCISE_IDS).size).toBe(COACH_STEPS.flatMap((step) => EXERCISES[step]).length)
})

test('a tick and a star said twice count once, and can be taken back', () => {
  const fresh = newCoaching('rep-lin' as MemberId)
  const once = tick(tick(fresh, 'same-hour', true, 5), 'same-hour', true, 9)
  expect(once.ticks).toEqual(['same-hour'])
  expect(once.tickedAt).toEqual({ 'same-hour': 5 })
  expect(tick(once, 'same-hour', false, 9)).toMatchObject({ ticks: [], tickedAt: {} })
  const starred = favour(favour(fresh, 'p1' as PlaybookId, true), 'p1' as PlaybookId, true)
  expect(starred.favourites).toEqual(['p1'])
  expect(favour(starred, 'p1' as PlaybookId, false).favourites).toEqual([])
})

test('of too many stars the oldest goes', () => {
  const many = Array.from({ length: FAVOURITES_MAX + 2 }, (_, i) => `p${i}` as PlaybookId)
  const kept = many.reduce((coaching, id) => favour(coaching, id, true), newCoaching('rep-lin' as MemberId)).favourites
  expect(kept).toHaveLength(FAVOURITES_MAX)
  expect(kept[0]).toBe('p2')
})
