// Two phones of one rep wrote the same sheet: what holds, and what is told?
import fc from 'fast-check'
import type { ContactId, GroupId, MemberId } from '../../shared/domain/ids'
import { newSheet, type Sheet } from '../../shared/domain/sheet'
import { mergeSheet, type SheetSaid } from '../../shared/domain/sheet-merge'

const NOW = 1_790_000_000_000
const group = (id: string) => id as GroupId
const sheetOf = (change: Partial<Sheet> = {}): Sheet => ({ ...newSheet('c' as ContactId, 'r' as MemberId), ...change })

test.each<[string, Partial<Sheet>, SheetSaid, Partial<Sheet> | null, string[]]>([
  ['nothing said', {}, { from: {}, to: {} }, null, []],
  ['set', {}, { from: { relation: null }, to: { relation: 'expert' } }, { relation: 'expert' }, []],
  ['said twice', { relation: 'expert' }, { from: { relation: null }, to: { relation: 'expert' } }, null, []],
  [
    'another phone said otherwise',
    { relation: 'model' },
    { from: { relation: null }, to: { relation: 'expert' } },
    { relation: 'expert' },
    ['relation'],
  ],
  [
    'what was shown is not told',
    { relation: 'model' },
    { from: {}, to: { relation: null } },
    { relation: null },
    ['relation'],
  ],
  ['not shown, nothing there', {}, { from: {}, to: { value: 'benefit' } }, { value: 'benefit' }, []],
  [
    'the same in another order of keys',
    { source: { note: '她妹妹', kind: 'referral' } },
    { from: {}, to: { source: { kind: 'referral', note: '她妹妹' } } },
    null,
    [],
  ],
  [
    'left alone',
    {},
    { from: { quiet: null }, to: { quiet: { until: null } } },
    { quiet: { since: NOW, until: null } },
    [],
  ],
  [
    'longer, since the same day',
    { quiet: { since: 5, until: '2026-12-01' } },
    { from: { quiet: { until: '2026-12-01' } }, to: { quiet: { until: '2026-12-31' } } },
    { quiet: { since: 5, until: '2026-12-31' } },
    [],
  ],
  [
    'left alone, said twice',
    { quiet: { since: 5, until: null } },
    { from: { quiet: null }, to: { quiet: { until: null } } },
    null,
    [],
  ],
  [
    'an answer beside another phone’s',
    { answers: { stage: ['newborn'] } },
    { from: { answers: {} }, to: { answers: { decides: ['elders'] } } },
    { answers: { stage: ['newborn'], decides: ['elders'] } },
    [],
  ],
  [
    'an answer against another phone’s',
    { answers: { decides: ['partner'] } },
    { from: { answers: {} }, to: { answers: { decides: ['elders'] } } },
    { answers: { decides: ['elders'] } },
    ['answers'],
  ],
  [
    'an answer taken back',
    { answers: { decides: ['elders'], stage: ['school'] } },
    { from: { answers: { decides: ['elders'], stage: ['school'] } }, to: { answers: { stage: ['school'] } } },
    { answers: { stage: ['school'] } },
    [],
  ],
  [
    'into one group and out of another',
    { groupIds: [group('a'), group('b')] },
    { from: { groupIds: [group('a')] }, to: { groupIds: [group('c')] } },
    { groupIds: [group('b'), group('c')] },
    [],
  ],
])('%s', (_, stored, said, change, replaced) => {
  expect(mergeSheet(sheetOf(stored), said, NOW)).toEqual({ change, replaced })
})

const relation = fc.constantFrom('service', 'expert', 'model', null)
const value = fc.constantFrom('benefit', 'information', 'company', null)
const answers = fc.record(
  {
    stage: fc.constantFrom<string[]>(['newborn'], ['school']),
    decides: fc.constantFrom<string[]>(['elders'], ['partner']),
  },
  { requiredKeys: [] },
)
const fields = fc.record({ relation, value, answers }, { requiredKeys: [] })
const said = fc.record({ from: fields, to: fields })

test('what is said holds, and saying it again changes and tells nothing', () =>
  fc.assert(
    fc.property(fields, said, (stored, one) => {
      const { change } = mergeSheet(sheetOf(stored), one, NOW)
      const after = { ...sheetOf(stored), ...change }
      if (one.to.relation !== undefined) expect(after.relation).toBe(one.to.relation)
      expect(mergeSheet(after, one, NOW)).toEqual({ change: null, replaced: [] })
    }),
  ))

test('fields that are not said stay as they are', () =>
  fc.assert(
    fc.property(fields, said, (stored, one) => {
      const { change } = mergeSheet(sheetOf(stored), one, NOW)
      for (const field of Object.keys(change ?? {})) expect(Object.keys(one.to)).toContain(field)
    }),
  ))
