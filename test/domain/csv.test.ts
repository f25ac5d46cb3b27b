// Are CSV files read as everybody else reads them?
import fc from 'fast-check'
import papa from 'papaparse'
import { readCsv } from '../../shared/domain/csv'

it.each([
  [
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['\ufeffa,b', [['a', 'b']]],
  [
    'a\tb\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a;b', [['a', 'b']]],
  ['小美，老客', [['小美', '老客']]],
  ['"a,1","说""好""","两\n行"', [['a,1', '说"好"', '两\n行']]],
  [
    'a,\n,b',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  ['a\rb', [['a'], ['b']]],
  ['', []],
])('%j', (text, rows) => expect(readCsv(text)).toEqual(rows))

it('reads back whatever a well-known writer writes', () => {
  const cell = fc.string({ maxLength: 8 }).filter((text) => !text.includes('\r') && !text.startsWith('\ufeff'))
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(table, (rows) => {
      expect(readCsv(papa.unparse(rows, { newline: '\r\n' }), ',')).toEqual(rows)
    }),
  )
})
