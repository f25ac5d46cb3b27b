// Does the score find who really brings readers, and is it moved by nothing that only looks like it?
import fc from 'fast-check'
import { byDescendants, byShares, precision } from '../../../bench/spread/rankings'
import { NOW as WORLD_NOW, World } from '../../../bench/spread/world'
import type { MemberId, PostId, ReadingId } from '../../../shared/domain/ids'
import { Forest } from '../../../shared/domain/spread/forest'
import { NONE, type ReadingFact } from '../../../shared/domain/spread/rows'
import { SCORE_HALF_LIFE_MS, Scoring } from '../../../shared/domain/spread/score'
import { DAY_MS, spreadOfChance, tell, tokenAt } from './facts'

const NOW = 300 * DAY_MS
const scored = (forest: Forest, isStaff?: (key: string) => boolean): Scoring =>
  new Scoring(forest, { now: NOW, ...(isStaff && { isStaff }) }).run()

const shuffledSpread = spreadOfChance({ shares: 25, readings: 60, people: 6 }).chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }), fc.nat(9)),
)

describe('scores', () => {
  it('are the same however the forest was told, and in whatever steps they are worked out', () =>
    fc.assert(
      fc.property(shuffledSpread, ([all, mixed, rows]) => {
        const once = scored(tell(new Forest(), all))
        const forest = tell(tell(new Forest(), mixed), all)
        const stepped = new Scoring(forest, { now: NOW })
        while (!stepped.step(rows + 1));
        for (const key of forest.people.keys)
          expect(stepped.explain(key)?.score ?? 0).toBeCloseTo(once.explain(key)?.score ?? 0, 9)
      }),
      { seed: 8, numRuns: 80 },
    ))

  it('find the planted ones among staff, rings, self-clickers and strokes of luck; simpler counts do not', () => {
    const forest = new Forest()
    const { planted } = new World(
      { shares: 6_000, people: 2_000, reps: 40, weeks: 6, seed: 4, crowd: 0.4 },
      forest,
    ).grow()
    const staff = new Set(planted.staff)
    const scoring = new Scoring(forest, { now: WORLD_NOW, isStaff: (key) => staff.has(key) }).run()
    const found = scoring.top(20).map(({ key }) => key)
    expect(precision(found, planted.koc)).toBeGreaterThanOrEqual(0.9)
    expect(precision(byShares(forest, 20), planted.koc)).toBeLessThan(0.5)
    expect(precision(byDescendants(forest, 20), planted.koc)).toBeLessThan(0.5)
  })
})

/** Posts in weeks: `passes` shares of anna's, one a week, and who reads each. */
class Story {
  readonly forest = new Forest()
  private shares = 0
  private readings = 0

  constructor(...people: string[]) {
    for (const key of people) this.forest.agree(key, true)
  }

  share(person: string | null, { post, at = NOW, under }: { post: number; at?: number; under?: number }): number {
    const n = this.shares++
    this.forest.putShare({
      ...{ token: tokenAt(n), parent: under === undefined ? null : tokenAt(under), person, at },
      ...{ postId: `post${post}` as PostId, repId: 'rep-0' as MemberId },
    })
    return n
  }

  /** Who reads agreed to be seen in chains, unless told otherwise afterwards. */
  read(share: number, person: string | null, more: Partial<ReadingFact> = {}): this {
    if (person !== null && this.forest.people.find(person) === NONE) this.forest.agree(person, true)
    this.forest.putReading({
      ...{ id: `reading${this.readings++}` as ReadingId, token: tokenAt(share), by: 'reader' as const, person },
      ...{ deep: true, scene: 'chat' as const, at: NOW, ...more },
    })
    return this
  }

  terms(key = 'anna') {
    const terms = scored(this.forest).explain(key)
    if (!terms) throw new Error(`${key} is not scored`)
    return terms
  }
}

describe('a score', () => {
  const readBy = (...readers: (string | null)[]): Story => {
    const story = new Story('anna')
    const share = story.share('anna', { post: 1 })
    for (const reader of readers) story.read(share, reader)
    return story
  }

  it('is nothing for her own reading, for staff and for a bounce', () => {
    const story = readBy('anna')
    story.read(0, 'staff-reader', { by: 'staff' }).read(0, 'bea', { deep: false }).read(0, 'cleo', { by: 'sharer' })
    expect(story.terms()).toMatchObject({ readers: 0, near: 0, far: 0, score: 0 })
  })

  it('counts a reader once a week, and says what it took off', () => {
    const twice = readBy('bea', 'bea').terms()
    expect([twice.near, twice.lost.repeats]).toEqual([1, 1])
  })

  it('counts half after its half-life', () => {
    const story = readBy()
    story.read(0, 'bea', { at: NOW - SCORE_HALF_LIFE_MS })
    expect(story.terms()).toMatchObject({ near: 0.5, lost: { time: 0.5 } })
  })

  it('counts a step further down half', () => {
    const story = readBy()
    const below = story.share(null, { post: 1, under: 0 })
    story.read(below, 'bea')
    expect(story.terms()).toMatchObject({ near: 0, far: 0.5 })
  })

  it('lets unknown readings count no more than the known ones of the same post', () => {
    expect(readBy(...Array(200).fill(null)).terms().score).toBe(0)
    const mixed = readBy('bea', ...Array(200).fill(null)).terms()
    expect(mixed.unknown).toBeLessThanOrEqual(mixed.near)
  })

  it('says nothing of one who agreed to be known, not to be seen in chains, but what it says of a stranger', () => {
    const [told, stranger] = [readBy('bea', 'cleo', 'dora', 'ella'), readBy('bea', 'cleo', 'dora', null)]
    told.forest.agree('ella', false)
    expect(told.terms()).toEqual(stranger.terms())
    expect(told.terms()).toMatchObject({ readers: 3, near: 3 })
  })

  it('weighs many posts in many weeks above one stroke of luck with as many readers', () => {
    const steady = new Story('anna')
    for (let n = 0; n < 12; n++) {
      const at = NOW - (n % 6) * 7 * DAY_MS
      steady.read(steady.share('anna', { post: n, at }), `reader${n}`, { at })
    }
    const lucky = readBy(...Array.from({ length: 12 }, (_, n) => `reader${n}`))
    expect(steady.terms().score).toBeGreaterThan(1.5 * lucky.terms().score)
  })

  it('shrinks where a few only open each other', () => {
    const members = ['anna', 'bea', 'cleo', 'dora']
    const ring = new Story(...members)
    const open = new Story(...members)
    for (let post = 0; post < 8; post++)
      for (const [i, sharer] of members.entries()) {
        const at = NOW - post * 7 * DAY_MS
        const [a, b] = [ring.share(sharer, { post, at }), open.share(sharer, { post, at })]
        for (const reader of members) if (reader !== sharer) ring.read(a, reader, { at })
        for (let n = 0; n < 3; n++) open.read(b, `outside${post}.${i}.${n}`, { at })
      }
    expect(ring.terms().score).toBeLessThan(0.1 * open.terms().score)
    expect(ring.terms().lost.rings).toBeGreaterThan(ring.terms().near)
  })

  it('is not given to who does not agree, nor to staff', () => {
    const story = readBy('bea')
    expect(scored(story.forest, (key) => key === 'anna').explain('anna')).toBeNull()
    story.forest.agree('anna', false)
    expect(scored(story.forest).top(5)).toEqual([])
  })
})
