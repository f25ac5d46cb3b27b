// Is the time of each section what she read, whatever the phone does?
import * as fc from 'fast-check'
import type { SectionId } from '../../shared/domain/ids'
import {
  advance,
  CLOCK_STEP_MAX_MS,
  type Stopwatch,
  type StopwatchEvent,
  sectionsOf,
  startStopwatch,
} from '../../shared/domain/stopwatch'

const T0 = 1_790_000_000_000
const a = 's1' as SectionId
const b = 's2' as SectionId
const seconds = (s: number) => T0 + s * 1000

const follow = (events: StopwatchEvent[]): Stopwatch => events.reduce(advance, startStopwatch(T0))
const see = (s: number, id: SectionId, visible = true): StopwatchEvent => ({
  kind: 'section',
  id,
  visible,
  at: seconds(s),
})
const on = (kind: 'show' | 'hide' | 'touch' | 'tick', s: number): StopwatchEvent => ({ kind, at: seconds(s) })

describe('stopwatch', () => {
  const cases: [string, StopwatchEvent[], Record<string, number>][] = [
    ['nothing before the page is shown', [see(0, a), on('tick', 5), on('touch', 6)], {}],
    ['a short stay counts from the first tick', [on('show', 0), see(0, a), on('tick', 3)], { s1: 3000 }],
    [
      'a pause closed by a touch counts whole',
      [on('show', 0), see(0, a), on('tick', 20), on('touch', 40)],
      { s1: 40000 },
    ],
    ['an open pause counts eight seconds', [on('show', 0), see(0, a), on('tick', 20), on('tick', 40)], { s1: 8000 }],
    ['a pause closed too late counts eight seconds', [on('show', 0), see(0, a), on('touch', 46)], { s1: 8000 }],
    ['a phone left lying counts eight seconds', [on('show', 0), see(0, a), on('hide', 300)], { s1: 8000 }],
    ['leaving soon after a touch closes the pause', [on('show', 0), see(0, a), on('hide', 20)], { s1: 20000 }],
    ['a screen lock does not', [on('show', 0), see(0, a), on('hide', 30)], { s1: 8000 }],
    [
      'nothing while hidden',
      [on('show', 0), see(0, a), on('touch', 5), on('hide', 6), on('tick', 60), on('show', 100), on('touch', 103)],
      { s1: 9000 },
    ],
    [
      'time goes to the section called visible last, and back when it leaves',
      [on('show', 0), see(0, a), on('touch', 5), see(5, b), on('touch', 8), see(8, b, false), on('touch', 10)],
      { s1: 7000, s2: 3000 },
    ],
    [
      'a pause over two sections is credited to each its part',
      [on('show', 0), see(0, a), see(10, b), on('touch', 30)],
      { s1: 10000, s2: 20000 },
    ],
    ['no section, no time', [on('show', 0), on('touch', 5), see(5, a), on('touch', 7)], { s1: 2000 }],
    [
      'a clock set back costs nothing',
      [on('show', 0), see(0, a), on('touch', 5), on('tick', -300), on('touch', -298)],
      { s1: 7000 },
    ],
    ['an hour asleep is not time', [on('show', 0), see(0, a), on('touch', 5), on('touch', 5 + 3600)], { s1: 5000 }],
  ]
  test.each(cases)('%s', (_name, events, expected) => {
    expect(sectionsOf(follow(events))).toEqual(expected)
  })

  test('a clock set back moves the opening with it, so the span stays what passed', () => {
    const watch = follow([on('show', 0), see(0, a), on('touch', 5), on('tick', -300), on('touch', -298)])
    expect(watch.at - watch.openedAt).toBe(7000)
  })

  test('depth is the furthest she came', () => {
    const depth = (to: number, s: number): StopwatchEvent => ({ kind: 'depth', depth: to, at: seconds(s) })
    expect(follow([depth(0.4, 1), depth(0.2, 2), depth(1.7, 3)]).depth).toBe(1)
    expect(follow([depth(0.4, 1), depth(0.2, 2)]).depth).toBe(0.4)
  })

  const step = fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: 0, max: 60_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: -300_000, max: 2 * CLOCK_STEP_MAX_MS }) },
  )
  const kind = fc.constantFrom('show', 'hide', 'touch', 'tick', 'see a', 'see b', 'lose a', 'lose b')
  const make = (what: string, at: number): StopwatchEvent => {
    const id = what.endsWith('b') ? b : a
    if (what.startsWith('see') || what.startsWith('lose'))
      return { kind: 'section', id, visible: what.startsWith('see'), at }
    return { kind: what as 'show' | 'hide' | 'touch' | 'tick', at }
  }

  test('whatever happens: totals never shrink, and together never pass the time in front of her', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, step), { maxLength: 60 }), (moves) => {
        let watch = startStopwatch(T0)
        let inFrontMs = 0
        let at = T0
        for (const [what, ms] of moves) {
          at += ms
          if (watch.shown && ms > 0 && ms < CLOCK_STEP_MAX_MS) inFrontMs += ms
          const next = advance(watch, make(what, at))
          for (const [id, before] of Object.entries(sectionsOf(watch)))
            expect(sectionsOf(next)[id as SectionId]).toBeGreaterThanOrEqual(before)
          const sum = Object.values(sectionsOf(next)).reduce((n, each) => n + each, 0)
          expect(sum).toBeLessThanOrEqual(inFrontMs)
          expect(sum).toBeLessThanOrEqual(next.at - next.openedAt)
          watch = next
        }
      }),
    )
  })
})
