// Do reports of one reading join however they arrive? Commutative, associative, idempotent, and nothing newer is lost.
import fc from 'fast-check'
import type { MemberId, PersonId, PostId, ReadingId, SectionId, ShareToken } from '../../shared/domain/ids'
import { isNews, joinReadings, type ReadBy, type Reading, type SectionMs } from '../../shared/domain/reading'

const times = (minKeys: number): fc.Arbitrary<SectionMs> =>
  fc.dictionary(fc.constantFrom('s1', 's2', 's3') as fc.Arbitrary<SectionId>, fc.nat(600_000), { minKeys })
const by = fc.constantFrom<ReadBy>('reader', 'sharer', 'staff', 'crawler')

const reading = (_id = 'r'): fc.Arbitrary<Reading> =>
  fc.record(
    {
      _id: fc.constant(_id as ReadingId),
      postId: fc.constant('p' as PostId),
      version: fc.constant(1),
      token: fc.constant('t' as ShareToken),
      repId: fc.constant('rep' as MemberId),
      scene: fc.constant(1007),
      by,
      seq: fc.integer({ min: 1, max: 9 }),
      openedAt: fc.nat(1_000),
      lastAt: fc.integer({ min: 1_000, max: 900_000 }),
      sections: times(0),
      images: times(1), // an empty one is never stored: placeReport leaves it out
      again: times(1),
      depth: fc.constantFrom(0, 0.25, 0.5, 1),
      known: fc.constant(false),
      personId: fc.constant(null),
      counted: fc.constant(null),
    },
    {
      requiredKeys: [
        ...(['_id', 'postId', 'version', 'token', 'repId', 'scene', 'by', 'seq', 'openedAt', 'lastAt'] as const),
        ...(['sections', 'depth', 'known', 'personId', 'counted'] as const),
      ],
    },
  )

test('joining is commutative, associative and idempotent', () => {
  fc.assert(
    fc.property(reading(), reading(), reading(), (a, b, c) => {
      expect(joinReadings(a, b)).toEqual(joinReadings(b, a))
      expect(joinReadings(joinReadings(a, b), c)).toEqual(joinReadings(a, joinReadings(b, c)))
      expect(joinReadings(joinReadings(a, b), b)).toEqual(joinReadings(a, b))
    }),
  )
})

/** Reports of one reading: of the same number, the same report. */
const reports = fc.uniqueArray(reading(), { selector: ({ seq }) => seq, minLength: 1, maxLength: 6 })

const store = (arriving: readonly Reading[]): Reading | undefined =>
  arriving.reduce<Reading | undefined>((stored, report) => {
    if (!stored) return report
    return isNews(stored, report, null) ? joinReadings(stored, report) : stored
  }, undefined)

test('any order, with any of them twice, ends in the same reading', () => {
  const arrivals = reports.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.array(fc.constantFrom(...all), { maxLength: 6 }).chain((twice) => {
        const sent = [...all, ...twice]
        return fc.shuffledSubarray(sent, { minLength: sent.length })
      }),
    ),
  )
  fc.assert(
    fc.property(arrivals, ([all, arriving]) => {
      expect(store(arriving)).toEqual(store(all))
    }),
  )
})

test('an older report is news exactly if it adds something', () => {
  fc.assert(
    fc.property(reading(), reading(), (stored, report) => {
      const newest = { ...joinReadings(stored, report), seq: 10 }
      expect(isNews(newest, report, null)).toBe(false)
      const adds =
        JSON.stringify(joinReadings({ ...stored, seq: 10 }, report)) !== JSON.stringify({ ...stored, seq: 10 })
      expect(isNews({ ...stored, seq: 10 }, report, null)).toBe(adds)
    }),
  )
})

const one: Reading = {
  ...{ _id: 'r' as ReadingId, postId: 'p' as PostId, version: 1, token: 't' as ShareToken, repId: 'rep' as MemberId },
  ...{ scene: 1007, by: 'reader', seq: 2, openedAt: 0, lastAt: 60_000, depth: 0.5, known: false, counted: null },
  ...{ sections: { s1: 40_000 } as SectionMs, personId: null },
}
const mei = 'mei' as PersonId
const newer = { ...one, seq: 3, sections: { s1: 50_000 } as SectionMs }

test.each<[string, Partial<Reading>, Partial<Reading>, PersonId | null, boolean]>([
  ['a newer report', {}, {}, null, true],
  ['the same report', {}, { seq: 2 }, null, false],
  ['an older report that knows more', {}, { seq: 1 }, null, true],
  ['an older report that knows no more', {}, { seq: 1, sections: one.sections }, null, false],
  ['a report by another share', {}, { token: 'u' as ShareToken }, null, false],
  ['a report of another post', {}, { postId: 'q' as PostId }, null, false],
  ['a report to a reading that is erased', { by: 'erased' }, {}, null, false],
  ['a report by nobody to a named reading', { personId: mei }, {}, null, false],
  ['a report by another to a named reading', { personId: mei }, {}, 'hua' as PersonId, false],
  ['her own report to her named reading', { personId: mei }, {}, mei, true],
  ['a report by someone to a nameless reading', {}, {}, mei, true],
  ['an older report that says it was the sharer', {}, { seq: 1, sections: one.sections, by: 'sharer' }, null, true],
])('%s: news?', (_, stored, report, personId, expected) => {
  expect(isNews({ ...one, ...stored }, { ...newer, ...report }, personId)).toBe(expected)
})

test('who set herself apart once stays apart; one that is named stays a reader', () => {
  expect(joinReadings(one, { ...newer, by: 'sharer' }).by).toBe('sharer')
  expect(joinReadings({ ...one, by: 'staff' }, newer).by).toBe('staff')
  expect(joinReadings({ ...one, personId: mei }, { ...newer, by: 'sharer' }).by).toBe('reader')
})
