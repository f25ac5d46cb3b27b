// Does a list of people say, row by row, everything that is wrong with it; and what becomes of those rows that are right?
import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import type { MemberId, RegionId, RosterId, StoreId, TeamId } from '../../shared/domain/ids'
import {
  type OnRoster,
  ROSTER_FAULTS,
  ROSTER_FIELDS,
  type RosterFacts,
  type RosterRow,
} from '../../shared/domain/roster'
import { readDay, readLabels } from '../../shared/domain/roster-cells'
import { findHead, guessColumns, missingColumns, toRosterRows } from '../../shared/domain/roster-columns'
import { planRoster } from '../../shared/domain/roster-plan'

const east = 'east' as StoreId
const store = (id: string, name: string, regionId: string | null, company = '东方') => ({
  ...{ _id: id as StoreId, name, company, brand: '东方', regionId: regionId as RegionId | null },
})
const person = (id: string, code: string | null, change: Partial<OnRoster> = {}): OnRoster => ({
  ...{ _id: id as MemberId, name: id, role: 'rep', storeId: east, tone: 'warm', ...(code && { code }) },
  ...change,
})
const facts: RosterFacts = {
  rosterId: 'r1' as RosterId,
  members: [
    person('lin', 'A001', { name: '林小满', account: 'lin.account', labels: ['新手'], kind: 'teacher' }),
    person('gone', 'L001', { leftAt: 5 }),
    ...['W001', 'W002', 'W003', 'W004', 'W005', 'W006', 'W007'].map((code) => person(`p-${code}`, code)),
    person('taker', 'T001'),
    person('z', 'Z001', { storeId: 'west' as StoreId }),
    person('hq', 'M001', { role: 'manager' }),
    person('codeless', null, { account: 'old.account' }),
  ],
  regions: [
    { _id: 'e' as RegionId, name: '华东', parentId: null },
    { _id: 'w' as RegionId, name: '华西', parentId: null },
  ],
  stores: [store('east', '东街店', 'e'), store('north', '北街店', 'e'), store('west', '西街店', 'w', '西城')],
  teams: [
    { _id: 't1' as TeamId, name: '一组', storeId: east },
    { _id: 't2' as TeamId, name: '西一组', storeId: 'west' as StoreId },
  ],
  following: new Set(['taker' as MemberId]),
  today: '2026-11-22',
}
const BLANK = Object.fromEntries(ROSTER_FIELDS.map((field) => [field, ''])) as Omit<RosterRow, 'line'>
let line = 1
const row = (change: Partial<RosterRow>): RosterRow => ({ line: ++line, ...BLANK, store: '东街店', ...change })
const plan = (...rows: Partial<RosterRow>[]) => planRoster(rows.map(row), facts)

const readTable = (name: string): string[][] =>
  Papa.parse<string[]>(readFileSync(path.resolve(__dirname, '../data', name), 'utf8')).data

const FAULTY: Record<number, string[]> = {
  4: ['name-missing'],
  5: ['too-long'],
  6: ['control-characters'],
  7: ['formula'],
  8: ['nothing-to-know-her-by'],
  10: ['code-twice'],
  12: ['account-twice'],
  13: ['account-of-another'],
  14: ['already-left'],
  15: ['unknown-kind'],
  16: ['unknown-role'],
  17: ['role-not-allowed'],
  18: ['unknown-tone'],
  19: ['too-many-labels'],
  20: ['store-missing'],
  21: ['unknown-region'],
  22: ['unknown-store'],
  23: ['store-of-another-region'],
  24: ['unknown-team'],
  25: ['team-of-another-store'],
  26: ['moves-to-another-firm'],
  27: ['moved-during-handover'],
  28: ['bad-day', 'successor-leaving'],
  29: ['day-to-come', 'successor-leaving'],
  30: ['leaver-unknown'],
  31: ['successor-missing'],
  32: ['successor-unknown'],
  33: ['successor-leaving'],
  34: ['successor-of-another-firm'],
  35: ['role-not-allowed'],
  36: ['account-twice'],
  37: ['person-twice'],
}

test('every bad row of a file is named with what is wrong, and no good one is', () => {
  const table = readTable('roster-faults.csv')
  const head = findHead(table)
  if (head === null) throw new Error('no head')
  const columns = guessColumns(table[head] ?? [])
  expect(missingColumns(columns)).toEqual([])
  const { faults, entries } = planRoster(toRosterRows(table, head, columns), facts)
  const told: Record<number, string[]> = {}
  for (const { line: at, fault } of faults) told[at] = [...(told[at] ?? []), fault]
  expect(told).toEqual(FAULTY)
  expect(entries).toEqual([])
  expect(new Set(faults.map(({ fault }) => fault)).size).toBe(ROSTER_FAULTS.length)
})

test('a new person comes with what the row says, and is ordinary where it says nothing', () => {
  const { entries, faults } = plan({ code: 'N1', name: '新人', team: '一组', labels: '新手, 宝妈；新手' })
  expect(faults).toEqual([])
  expect(entries).toMatchObject([
    {
      act: 'new',
      after: {
        ...{ name: '新人', role: 'rep', storeId: 'east', teamId: 't1', kind: 'guide', tone: 'warm' },
        ...{ labels: ['新手', '宝妈'], code: 'N1', account: null, rev: 1 },
      },
    },
  ])
})

test('who is known by her code changes only where the row says something else', () => {
  expect(plan({ code: 'A001', name: '林小满' })).toEqual({ entries: [], faults: [], same: 1 })
  expect(plan({ code: 'A001', name: '林小满', tone: '专业' }).entries).toMatchObject([
    { act: 'change', memberId: 'lin', before: { tone: 'warm' }, after: { tone: 'expert', rev: 1 } },
  ])
})

test('a dash empties, and what was never written is not said to have been there', () => {
  const [entry] = plan({ code: 'A001', name: '林小满', labels: '-', team: '一组' }).entries
  expect(entry).toMatchObject({ before: { labels: ['新手'] }, after: { labels: [], teamId: 't1' } })
  expect(entry?.act === 'change' && Object.keys(entry.before)).toEqual(['labels'])
})

test('who is known by her account alone is given her code, and moves with her team left behind', () => {
  const [entry] = plan({ code: 'N2', account: 'old.account', name: 'codeless', store: '北街店' }).entries
  expect(entry).toMatchObject({ act: 'change', memberId: 'codeless', after: { code: 'N2', storeId: 'north' } })
})

test('who leaves is handed over to her successor, and who had left before is no news', () => {
  const { entries, same } = plan(
    { code: 'W001', name: '走', left: '2026/11/1', successor: 'A001' },
    { code: 'L001', name: '早走', left: '2026年1月5日' },
  )
  expect(entries).toMatchObject([{ act: 'leave', memberId: 'p-W001', toId: 'lin' }])
  expect(same).toBe(1)
})

test('whatever stands in the cells, a plan changes nothing or is without fault, and never makes anyone of HQ', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '',
      '-',
      'A001',
      'W001',
      '东街店',
      '西街店',
      '一组',
      '导购',
      '店长',
      '2026-01-01',
      '=1',
      'lin.account',
    ),
  )
  const drawn = fc.array(fc.record(Object.fromEntries(ROSTER_FIELDS.map((field) => [field, cell]))), { maxLength: 6 })
  fc.assert(
    fc.property(drawn, (rows) => {
      const { entries, faults, same } = planRoster(
        rows.map((one, i) => ({ ...BLANK, ...one, line: i + 2 })),
        facts,
      )
      if (faults.length > 0) expect(entries).toEqual([])
      else expect(entries.length + same).toBe(rows.length)
      for (const entry of entries) if (entry.act !== 'leave') expect(entry.after.role ?? 'rep').toBe('rep')
      expect(new Set(entries.map(({ memberId }) => memberId)).size).toBe(entries.length)
    }),
  )
})

test.each<[string, string | null]>([
  ['2026-01-05', '2026-01-05'],
  ['2026/1/5', '2026-01-05'],
  ['2026.1.05', '2026-01-05'],
  ['2026年1月5日', '2026-01-05'],
  ['2026-02-30', null],
  ['5/1/2026', null],
  ['45000', null],
])('%s is the day %s', (cell, day) => {
  expect(readDay(cell)).toBe(day)
})

test('labels are parted by whatever people part them by', () => {
  expect(readLabels('新手、宝妈;老师|新手 夜班')).toEqual(['新手', '宝妈', '老师', '夜班'])
})

test('columns are found under titles, by any of their names, and phone numbers are not among them', () => {
  const table = [
    ['2026 年名单'],
    [],
    ['员工姓名 *', '手机号', '员工编号（必填）', '所属门店'],
    ['小美', '13800000000', 'X1', '东街店'],
  ]
  expect(findHead(table)).toBe(2)
  const columns = guessColumns(table[2] ?? [])
  expect(columns).toMatchObject({ name: 0, code: 2, store: 3, account: null })
  expect(JSON.stringify(toRosterRows(table, 2, columns))).not.toContain('138')
  expect(
    findHead([
      ['货号', '数量'],
      ['1', '2'],
    ]),
  ).toBeNull()
})
