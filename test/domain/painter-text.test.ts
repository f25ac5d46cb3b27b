// Do lines break where a Chinese reader expects, and do long names end in an ellipsis?
import fc from 'fast-check'
import { ellipsise, splitCharacters, wrapText } from '../../shared/painter/text-layout'

/** Han 10 wide, ASCII 5. */
const measure = (text: string) => Array.from(text).reduce((sum, unit) => sum + (unit < '\u0080' ? 5 : 10), 0)
const wrap = (text: string, maxWidth: number, maxLines = 9) => wrapText(text, measure, { maxWidth, maxLines })

test.each([
  ['fits', '涟漪', 40, ['涟漪']],
  ['breaks anywhere between Han', '一二三四五六', 40, ['一二三四', '五六']],
  ['never begins a line with a mark', '一二三四，五六', 40, ['一二三', '四，五六']],
  ['nor with two of them', '一二三四？」五', 40, ['一二三', '四？」五']],
  ['never ends a line with an opening quote', '一二三「四五', 40, ['一二三', '「四五']],
  ['keeps numbers whole', '原价三399元起', 40, ['原价三', '399元起']],
  ['cuts a word wider than the line', 'abcdefghijkl', 40, ['abcdefgh', 'ijkl']],
  ['honours line breaks', '一\r\n二', 40, ['一', '二']],
  ['drops blanks at a line start', '一二三四 五', 40, ['一二三四', '五']],
])('%s', (_, text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines)
})

test('what does not fit ends in an ellipsis, without a mark before it', () => {
  expect(wrap('一二三四五，六七八九', 40, 2)).toEqual(['一二三四', '五，六…'])
  expect(ellipsise('欧阳慕容，上官', measure, 50)).toBe('欧阳慕容…')
  expect(ellipsise('李', measure, 50)).toBe('李')
  expect(ellipsise('李四', measure, 1)).toBe('…')
})

test('emoji stay whole', () => {
  expect(splitCharacters('好👨‍👩‍👧👍🏽❤️')).toEqual(['好', '👨‍👩‍👧', '👍🏽', '❤️'])
})

test('no line is too wide or begins with a mark, and no character is lost', () => {
  const text = fc.string({
    unit: fc.constantFrom('涟', '漪', '，', '。', '「', '」', 'a', '9'),
    minLength: 1,
    maxLength: 60,
  })
  fc.assert(
    fc.property(text, (source) => {
      const lines = wrap(source, 80, 99)
      expect(lines.join('')).toBe(source)
      lines.slice(1).forEach((line, i) => {
        const stuck = /^[，。」「]*$/.test((lines[i] ?? '').slice(1))
        expect(measure(line)).toBeLessThanOrEqual(stuck ? 1_000 : 160)
      })
    }),
  )
})
