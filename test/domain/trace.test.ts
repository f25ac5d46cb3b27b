// Is what a phone sends along as a code taken for one only where it is one?
import { givenTrace, TRACE_LENGTH } from '../../shared/domain/trace'

it('takes ten letters and digits', () => {
  expect(givenTrace('aZ09bcDEfg')).toBe('aZ09bcDEfg')
  expect('aZ09bcDEfg').toHaveLength(TRACE_LENGTH)
})

it.each([
  ['nothing', undefined],
  ['null', null],
  ['an empty text', ''],
  ['one too short', 'aZ09bcDEf'],
  ['one too long', 'aZ09bcDEfgh'],
  ['a phone number', '13800138000'],
  ['a line of a log of its own', 'aaaa\n{"co"'],
  ['a line end at its end', 'aZ09bcDEf\n'],
  ['other letters', '查询号aaaaaaa'],
  ['full-width digits', '１２３４５６７８９０'],
  ['a number', 1234567890],
  ['a list', ['aZ09bcDEfg']],
  ['what looks like a text', { length: 10, toString: () => 'aZ09bcDEfg' }],
])('takes no %s', (_, given) => {
  expect(givenTrace(given)).toBeNull()
})
