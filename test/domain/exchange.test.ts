// Is what leaves in tables harmless, and is what a rep brings along only names?
import fc from 'fast-check'
import { mayUseToken, minuteOf, secondsToNextMinute } from '../../shared/domain/api-token'
import {
  checkRows,
  findLongNumber,
  IMPORT_ROWS_MAX,
  nameKey,
  namesOfLines,
  namesOfTable,
} from '../../shared/domain/contact-import'
import { mayGoOn, ROSTER_TEMPLATE, tellMany } from '../../shared/domain/export'
import { findHead, guessColumns } from '../../shared/domain/roster-columns'
import { safeCell, safeRow } from '../../shared/domain/table-cell'

describe('cells', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-3', "'-3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['  =1', "'  =1"],
    ['\ufeff=1', "'\ufeff=1"],
    ['＝1', "'＝1"],
    ['=HYPERLINK("http://x","看")', '\'=HYPERLINK("http://x","看")'],
    ['林小满', '林小满'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('%j becomes %j', (cell, safe) => {
    expect(safeCell(cell)).toBe(safe)
  })

  it('numbers and nothing stay; no text is left that a spreadsheet runs', () => {
    expect(safeRow([-3, null, 0.5])).toEqual([-3, null, 0.5])
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(String(safeCell(text)).replace(/^[\s\ufeff\u200b]*/, '')).not.toMatch(/^[=+\-@]/)
      }),
    )
  })
})

describe('sums and exports', () => {
  it.each([
    [0, 0],
    [1, 'few'],
    [4, 'few'],
    [5, 5],
  ])('%s customers are told as %s', (count, told) => expect(tellMany(count)).toBe(told))

  it('a roster template names every column an import knows, in words it knows', () => {
    const table = [ROSTER_TEMPLATE.head.map(String), ROSTER_TEMPLATE.row.map(String)]
    expect(findHead(table)).toBe(0)
    expect(Object.values(guessColumns(ROSTER_TEMPLATE.head))).not.toContain(null)
    expect(ROSTER_TEMPLATE.row).toHaveLength(ROSTER_TEMPLATE.head.length)
  })

  it('go on for an hour, for whoever began them', () => {
    const stored = { byId: 'editor-1' as never, at: 0 }
    expect(mayGoOn(stored, 'editor-1' as never, 3_600_000)).toEqual({ ok: true })
    expect(mayGoOn(stored, 'editor-1' as never, 3_600_001)).toEqual({ ok: false, reason: 'export-over' })
    expect(mayGoOn(stored, 'editor-2' as never, 1)).toEqual({ ok: false, reason: 'no-such-export' })
    expect(mayGoOn(null, 'editor-1' as never, 1)).toEqual({ ok: false, reason: 'no-such-export' })
  })
})

describe('tokens', () => {
  const token = { scopes: ['posts:read' as const], expiresAt: 100, revokedAt: null }
  it.each([
    ['in force', token, 'posts:read', { ok: true }],
    ['for something else', token, 'work:read', { ok: false, reason: 'scope-missing' }],
    ['over', { ...token, expiresAt: 50 }, 'posts:read', { ok: false, reason: 'token-expired' }],
    ['taken back', { ...token, revokedAt: 1 }, 'posts:read', { ok: false, reason: 'token-revoked' }],
    ['none', null, 'posts:read', { ok: false, reason: 'bad-token' }],
  ] as const)('%s', (_, one, scope, decision) => expect(mayUseToken(one as never, scope, 50)).toEqual(decision))

  it('are counted by the minute, and told how long to wait', () => {
    expect([minuteOf(59_999), minuteOf(60_000)]).toEqual([0, 1])
    expect([secondsToNextMinute(0), secondsToNextMinute(59_999), secondsToNextMinute(60_000)]).toEqual([60, 1, 60])
  })
})

describe('names a rep brings along', () => {
  const one = (remark: string, tags: string[] = []) => ({ line: 1, remark, tags })
  it.each([
    [one('小美'), null],
    [one(''), 'empty'],
    [one('一'.repeat(21)), 'too-long'],
    [one('小美', ['一'.repeat(13)]), 'tag-too-long'],
    [one('小美', ['a', 'b', 'c', 'd', 'e', 'f']), 'too-many-tags'],
    [one('小美13800138000'), 'phone'],
    [one('小美138 0013 8000'), 'phone'],
    [one('小美', ['１３８００１３８０００']), 'phone'],
    [one('QQ 1234567'), 'phone'],
    [one('小美 3岁'), 'child-facts'],
    [one('小美', ['儿子叫乐乐']), 'child-facts'],
    [one('2栋1203小美'), null],
  ])('%j: %s', (row, fault) => expect(checkRows([row])[0]?.fault ?? null).toBe(fault))

  it('the second of two same names is told, however it is spaced, and what is beyond a list', () => {
    expect(nameKey(' 小 美A')).toBe(nameKey('小美ａ'))
    expect(checkRows([one('小美'), one('小 美')]).map((fault) => fault?.fault ?? null)).toEqual([null, 'twice'])
    const many = Array.from({ length: IMPORT_ROWS_MAX + 1 }, (_, n) => one(`客户${n}`))
    expect(checkRows(many).filter(Boolean)).toEqual([{ fault: 'list-full', found: '' }])
  })

  it('a long number is found in any spelling, a short one is let be', () => {
    expect(findLongNumber('138-0013-8000')).toBe('138-0013-8000')
    expect(findLongNumber('(010) 6552 9988')).not.toBeNull()
    expect(findLongNumber('买过 3 次，上次 2026-11')).toBeNull()
  })

  it('a table with a head gives the columns it names, and leaves numbers where they are', () => {
    const table = [
      ['手机', '备注名', '标签'],
      ['13800138000', '小美', '爱问、老客'],
      ['', '', ''],
      ['13900139000', '阿华', ''],
    ]
    expect(namesOfTable(table)).toEqual([
      { line: 2, remark: '小美', tags: ['爱问', '老客'] },
      { line: 4, remark: '阿华', tags: [] },
    ])
  })

  it('a table without one gives names and tags by place; lines as pasted do too', () => {
    expect(namesOfTable([['小美', '爱问'], ['阿华']])).toEqual([
      { line: 1, remark: '小美', tags: ['爱问'] },
      { line: 2, remark: '阿华', tags: [] },
    ])
    expect(namesOfLines('小美，爱问、老客\r\n\n阿华\t常来')).toEqual([
      { line: 1, remark: '小美', tags: ['爱问', '老客'] },
      { line: 3, remark: '阿华', tags: ['常来'] },
    ])
    expect(namesOfLines('')).toEqual([])
  })
})
