// Is the time of each section what she read, whatever the phone does?
import * as fc from 'fast-check'
import { type Beats, isBeatDue, isWorthLeaving, NO_BEATS } from '../../shared/domain/beat'
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

/** A text that gives time for any pause. */
const LONG: Record<SectionId, number> = { [a]: 9_000, [b]: 9_000 }

const follow = (events: StopwatchEvent[], lengths = LONG): Stopwatch =>
  events.reduce((watch, event) => advance(watch, event), startStopwatch(T0, lengths))
const see = (s: number, section: SectionId | null, picture: SectionId | null = null): StopwatchEvent => ({
  kind: 'look',
  section,
  picture,
  depth: 0,
  at: seconds(s),
})
const on = (kind: 'show' | 'hide' | 'touch' | 'tick', s: number): StopwatchEvent => ({ kind, at: seconds(s) })
const touches = (from: number, to: number, every: number): StopwatchEvent[] =>
  Array.from({ length: Math.floor((to - from) / every) }, (_, i) => on('touch', from + (i + 1) * every))
const open = [on('show', 0), see(0, a)]

describe('stopwatch', () => {
  const cases: [string, StopwatchEvent[], Record<string, number>][] = [
    ['nothing before the page is shown', [see(0, a), on('tick', 5), on('touch', 6)], {}],
    ['a short stay counts from the first tick', [...open, on('tick', 2)], { s1: 2000 }],
    ['a pause closed by a touch counts whole', [...open, on('tick', 20), on('touch', 40)], { s1: 40000 }],
    ['an open pause counts three seconds at first', [...open, on('tick', 20), on('tick', 40)], { s1: 3000 }],
    ['and a tenth of what she has read', [...open, on('touch', 15), on('tick', 60)], { s1: 19500 }],
    ['but never more than five seconds', [...open, ...touches(0, 200, 20), on('tick', 260)], { s1: 205000 }],
    ['a pause closed too late counts as if it were open', [...open, on('touch', 61)], { s1: 3000 }],
    ['a phone left lying likewise', [...open, on('hide', 300)], { s1: 3000 }],
    ['leaving soon after a touch closes the pause', [...open, on('hide', 29)], { s1: 29000 }],
    ['a screen lock does not', [...open, on('hide', 30)], { s1: 3000 }],
    [
      'nothing while hidden',
      [...open, on('touch', 5), on('hide', 6), on('tick', 60), on('show', 100), on('touch', 103)],
      { s1: 9000 },
    ],
    [
      'time goes to the section before her, one at a time',
      [...open, on('touch', 5), see(5, b), on('touch', 8), see(8, a), on('touch', 10)],
      { s1: 7000, s2: 3000 },
    ],
    ['moving on to another section is a touch', [...open, see(20, b), on('tick', 60)], { s1: 20000, s2: 5000 }],
    ['no section, no time', [on('show', 0), on('touch', 5), see(5, a), on('touch', 7)], { s1: 2000 }],
    ['a clock set back costs nothing', [...open, on('touch', 5), on('tick', -300), on('touch', -298)], { s1: 7000 }],
    ['an hour asleep is not time', [...open, on('touch', 5), on('touch', 5 + 3600)], { s1: 5000 }],
  ]
  test.each(cases)('%s', (_name, events, expected) => {
    expect(sectionsOf(follow(events))).toEqual(expected)
  })

  test.each<[string, StopwatchEvent[], number]>([
    ['who touches every two seconds is not gone for 40', touches(0, 60, 2), 40],
    ['who touches every five seconds may be', touches(0, 60, 5), 0],
  ])('her own pauses say what is too long: %s', (_name, before, lost) => {
    const start = sectionsOf(follow([...open, ...before]))[a] ?? 0
    const after = sectionsOf(follow([...open, ...before, on('touch', 100)]))[a] ?? 0
    expect(after - start).toBe(lost === 0 ? 40_000 : 5_000)
  })

  test.each<[string, number, number]>([
    ['a caption of 20 characters is not read for 40 s', 20, 3000],
    ['300 characters are', 300, 40000],
  ])('the text says what is too long: %s', (_name, length, ms) => {
    expect(sectionsOf(follow([...open, on('touch', 40)], { [a]: length }))).toEqual({ s1: ms })
  })

  test.each<[string, StopwatchEvent[], Record<string, number>]>([
    ['after a while elsewhere and staying', [see(5, b), see(16, a), on('touch', 20)], { s1: 1 }],
    ['not after a glance elsewhere', [see(5, b), see(10, a), on('touch', 20)], {}],
    ['not when she only passes', [see(5, b), see(16, a), see(18, b), on('touch', 20)], {}],
    ['not where she had only passed', [see(1, b), see(16, a), on('touch', 20)], {}],
    ['not by coming back to the page', [on('hide', 5), on('show', 100), on('touch', 110)], {}],
    ['each time', [see(5, b), see(16, a), see(20, b), see(31, a), on('touch', 36)], { s1: 2 }],
  ])('a section is come back to: %s', (_name, events, again) => {
    expect(follow([...open, ...events]).again).toEqual(again)
  })

  test.each<[string, StopwatchEvent[], Record<string, number>]>([
    ['while it holds the screen', [see(2, a, a), on('touch', 6), see(8, a), on('touch', 20)], { s1: 6000 }],
    ['not while the phone lies there', [see(0, a, a), on('touch', 90)], { s1: 3000 }],
    ['one at a time', [see(2, a, a), see(4, a, b), on('touch', 10)], { s1: 2000, s2: 6000 }],
  ])('a picture is dwelt on %s', (_name, events, images) => {
    expect(follow([...open, ...events]).images).toEqual(images)
  })

  test('a clock set back moves the opening with it, so the span stays what passed', () => {
    const watch = follow([...open, on('touch', 5), on('tick', -300), on('touch', -298)])
    expect(watch.at - watch.openedAt).toBe(7000)
  })

  test('depth is the furthest she came', () => {
    const depth = (to: number, s: number): StopwatchEvent => ({
      kind: 'look',
      section: a,
      picture: null,
      depth: to,
      at: seconds(s),
    })
    expect(follow([depth(0.4, 1), depth(0.2, 2), depth(0.7, 3)]).depth).toBe(0.7)
    expect(follow([depth(0.4, 1), depth(0.2, 2)]).depth).toBe(0.4)
  })
})

describe('whatever happens', () => {
  const step = fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: 0, max: 60_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: -300_000, max: 2 * CLOCK_STEP_MAX_MS }) },
  )
  const kinds = ['show', 'hide', 'touch', 'tick', 'a', 'b', 'a with its picture', 'none'] as const
  const make = (what: (typeof kinds)[number], at: number): StopwatchEvent => {
    const section = what === 'none' ? null : what === 'b' ? b : a
    const picture = what === 'a with its picture' ? a : null
    if (['a', 'b', 'a with its picture', 'none'].includes(what)) return { kind: 'look', section, picture, depth: 0, at }
    return { kind: what as 'show' | 'hide' | 'touch' | 'tick', at }
  }
  const inTime = (moves: [(typeof kinds)[number], number][]): StopwatchEvent[] => {
    let at = T0
    return moves.map(([what, ms]) => {
      at += ms
      return make(what, at)
    })
  }
  const events = fc.array(fc.tuple(fc.constantFrom(...kinds), step), { maxLength: 60 }).map(inTime)
  const lengths = fc
    .option(fc.integer({ min: 1, max: 2_000 }))
    .map((length): Record<SectionId, number> => (length === null ? LONG : { [a]: length }))

  test('totals never shrink, and together never pass the time in front of her', () => {
    fc.assert(
      fc.property(events, lengths, (moves, known) => {
        let watch = startStopwatch(T0, known)
        let inFrontMs = 0
        for (const event of moves) {
          const ms = event.at - watch.at
          if (watch.shown && ms > 0 && ms < CLOCK_STEP_MAX_MS) inFrontMs += ms
          const next = advance(watch, event)
          for (const totals of ['sections', 'images', 'again'] as const)
            for (const [id, before] of Object.entries(watch[totals]))
              expect(next[totals][id as SectionId]).toBeGreaterThanOrEqual(before)
          for (const totals of [next.sections, next.images]) {
            const sum = Object.values(totals).reduce((n, each) => n + each, 0)
            expect(sum).toBeLessThanOrEqual(inFrontMs)
            expect(sum).toBeLessThanOrEqual(next.at - next.openedAt)
          }
          watch = next
        }
      }),
    )
  })

  test('an event leaves the state it comes upon as it was', () => {
    fc.assert(
      fc.property(events, lengths, (moves, known) => {
        let watch = startStopwatch(T0, known)
        for (const event of moves) {
          const before = structuredClone(watch)
          const next = advance(watch, event)
          expect(watch).toEqual(before)
          watch = next
        }
      }),
    )
  })

  test('the same events give the same state, though it was written down and read again in between', () => {
    fc.assert(
      fc.property(events, lengths, fc.nat(), (moves, known, n) => {
        const cut = moves.length === 0 ? 0 : n % moves.length
        const before = follow(moves.slice(0, cut), known)
        const again = JSON.parse(JSON.stringify(before)) as Stopwatch
        expect(moves.slice(cut).reduce((watch, event) => advance(watch, event), again)).toEqual(follow(moves, known))
      }),
    )
  })

  test('a tick said twice changes nothing, and how often it ticks changes no total', () => {
    const onward = fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 0, max: 60_000 }))
    const forward = fc.array(onward, { maxLength: 40 }).map(inTime)
    fc.assert(
      fc.property(forward, lengths, (plain, known) => {
        const ticked = plain.flatMap((event, i): StopwatchEvent[] => {
          const from = plain[i - 1]?.at ?? T0
          const tick: StopwatchEvent = { kind: 'tick', at: Math.floor((from + event.at) / 2) }
          return [tick, tick, event]
        })
        expect(follow(ticked, known)).toEqual(follow(plain, known))
      }),
    )
  })
})

describe('a report is due', () => {
  const read = (s: number, id = a) => follow([on('show', 0), see(0, id), ...touches(0, s, 1)])
  const sent = (triedMs: number, takenMs: number | null = triedMs): Beats => ({ ...NO_BEATS, triedMs, takenMs })
  test.each<[string, Beats, Stopwatch, boolean]>([
    ['not in the first seconds', NO_BEATS, read(4), false],
    ['after five', NO_BEATS, read(5), true],
    ['after five seen, though most of them wait for a touch', NO_BEATS, follow([...open, on('tick', 5)]), true],
    ['not again soon', sent(5000), read(64), false],
    ['after another minute of reading', sent(5000), read(65), true],
    ['sooner on the last section', sent(5000), read(20, b), true],
    ['as seldom as the server says', { ...sent(5000), everyMs: 240_000 }, read(200), false],
    ['never again while nothing is read', sent(5000), follow([...open, on('touch', 5), on('tick', 3000)]), false],
  ])('%s', (_name, beats, watch, due) => {
    expect(isBeatDue(beats, watch, b)).toBe(due)
  })
  test.each<[string, Beats, Stopwatch, boolean]>([
    ['when nothing has arrived yet', sent(5000, null), read(1), true],
    ['not for two seconds', sent(5000), read(7), false],
    ['for three', sent(5000), read(8), true],
  ])('leaving is told %s', (_name, beats, watch, worth) => {
    expect(isWorthLeaving(beats, watch)).toBe(worth)
  })
})
