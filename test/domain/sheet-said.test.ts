// Words for a sheet that come late and in any order: does the last said hold, and is each phone told where hers does not?
import fc from 'fast-check'
import type { ContactId, GroupId, MemberId } from '../../shared/domain/ids'
import { newSheet, type Sheet } from '../../shared/domain/sheet'
import type { SheetSaid } from '../../shared/domain/sheet-merge'
import { sayToSheet } from '../../shared/domain/sheet-said'

const group = (id: string) => id as GroupId
const empty = newSheet('c' as ContactId, 'r' as MemberId)
type Word = { said: SheetSaid; at: number }
const say = (sheet: Sheet, { said, at }: Word): Sheet => ({ ...sheet, ...sayToSheet(sheet, said, at).change })

test('an older word does not undo a newer one, and the phone is told of which fields', () => {
  const newer = say(empty, { said: { from: { relation: null }, to: { relation: 'expert', value: 'benefit' } }, at: 20 })
  const said = { from: { relation: null, value: null }, to: { relation: 'model', value: 'benefit' } } as const
  const word = sayToSheet(newer, said, 10)
  expect(word).toEqual({ change: null, replaced: [], late: ['relation'] })
})

test('of what came late the rest is kept: each answer and each group by itself', () => {
  const newer = say(empty, { said: { from: {}, to: { answers: { stage: ['expecting'] }, groupIds: [] } }, at: 20 })
  const older: SheetSaid = {
    from: { answers: {}, groupIds: [] },
    to: { answers: { stage: ['newborn'], topics: ['sleep'] }, groupIds: [group('g1')] },
  }
  const { change, late } = sayToSheet(newer, older, 10)
  expect(change).toMatchObject({ answers: { stage: ['expecting'], topics: ['sleep'] }, groupIds: ['g1'] })
  expect(late).toEqual(['answers'])
})

test('said twice it is the same', () => {
  const word: Word = { said: { from: { relation: null }, to: { relation: 'expert' } }, at: 20 }
  const once = say(empty, word)
  expect(sayToSheet(once, word.said, word.at)).toEqual({ change: null, replaced: [], late: [] })
})

const fields = fc.record(
  {
    relation: fc.constantFrom('service', 'expert', 'model', null),
    cadenceDays: fc.constantFrom(7, 14, null),
    quiet: fc.constantFrom(null, { until: null }, { until: '2026-12-01' }),
    answers: fc.record(
      { stage: fc.constantFrom(['expecting'], ['newborn']), topics: fc.constantFrom(['sleep'], ['feeding']) },
      { requiredKeys: [] },
    ),
    groupIds: fc.subarray([group('g1'), group('g2')]),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<SheetSaid['to']>

/** Groups are a set: in which order they stand says nothing. When she asked to be left alone depends on who was heard first. */
const readable = ({ groupIds, quiet, rev, ...sheet }: Sheet) => ({
  ...sheet,
  groupIds: [...groupIds].sort(),
  quiet: quiet?.until,
})

test('words of many phones end the same in whatever order they come, and repeated', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({ said: fc.record({ from: fields, to: fields }), at: fc.integer({ min: 1, max: 99 }) }),
        {
          selector: ({ at }) => at,
          minLength: 2,
          maxLength: 5,
        },
      ),
      fc.infiniteStream(fc.nat()),
      (words, dice) => {
        const order = words
          .map((word) => ({ word, key: dice.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ word }) => word)
        const inTurn = [...words].sort((a, b) => a.at - b.at).reduce(say, empty)
        expect(readable([...order, ...order].reduce(say, empty))).toEqual(readable(inTurn))
      },
    ),
  )
})
