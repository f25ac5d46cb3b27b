// Is a list read whatever letters it was saved in, and whichever sheet of a workbook it stands on?
import { TextDecoder, TextEncoder } from 'node:util'
import writeSheets from 'write-excel-file/node'
import { readSheetsOf } from '../../client/pkgs/desk/_parts/roster-file'
import { findHead, guessColumns, toRosterRows } from '../../shared/domain/roster-columns'

Object.assign(globalThis, { TextDecoder, TextEncoder })

/** jsdom's own files cannot be read as bytes. */
const fileOf = (bytes: Uint8Array, name = '名单.csv') =>
  ({ name, arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) }) as unknown as File
const TEXT = '工号,姓名\nN1,"王,琳"\n'
const EXPECTED = [['工号', '姓名'], ['N1', '王,琳'], ['']]
const GBK = [
  0xb9, 0xa4, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0x4e, 0x31, 0x2c, 0x22, 0xcd, 0xf5, 0x2c, 0xc1, 0xd5,
]

test.each<[string, Uint8Array]>([
  ['UTF-8', new TextEncoder().encode(TEXT)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${TEXT}`)],
  ['GBK', new Uint8Array([...GBK, 0x22, 0x0a])],
  ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${TEXT}`, 'utf16le'))],
])('a list in %s', async (_, bytes) => {
  expect((await readSheetsOf(fileOf(bytes)))[0]?.table).toEqual(EXPECTED)
})

test('in a workbook the sheet with people is found under its title, codes keep no point and days are days', async () => {
  const cell = (value: string) => ({ value })
  const day = { value: new Date(Date.UTC(2026, 0, 5)), type: Date, format: 'yyyy-mm-dd' }
  const bytes = await writeSheets([
    { sheet: '说明', data: [[cell('请看第二页')]] },
    {
      sheet: '人员',
      data: [
        [cell('2026 年名单')],
        [cell('工号'), cell('姓名'), cell('离职日期')],
        [{ value: 1001, type: Number }, cell('王琳'), day],
      ],
    },
  ]).toBuffer()
  // by what it is, not by what it is called
  const sheets = await readSheetsOf(fileOf(new Uint8Array(bytes), '名单.csv'))
  expect(sheets.map(({ name, table }) => [name, findHead(table)])).toEqual([
    ['说明', null],
    ['人员', 1],
  ])
  const table = sheets[1]?.table ?? []
  expect(toRosterRows(table, 1, guessColumns(table[1] ?? []))).toMatchObject([
    { line: 3, code: '1001', name: '王琳', left: '2026-01-05' },
  ])
})
