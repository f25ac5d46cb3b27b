// Does the meter count lines the way a pasted text fills a phone?
import { FOLD_COLUMNS, FOLD_LINES, measureFold } from '../../shared/domain/fold'

const han = (count: number) => '涟'.repeat(count)

test.each([
  ['nothing', '', 0, 0, false],
  ['one character', '好', 1, 1, false],
  ['a full line', han(FOLD_COLUMNS), 1, 19, false],
  ['one more than a line', han(FOLD_COLUMNS + 1), 2, 20, false],
  ['ASCII takes half a place', 'a'.repeat(38), 1, 38, false],
  ['ASCII past the line', 'a'.repeat(39), 2, 39, false],
  ['six lines', han(FOLD_COLUMNS * FOLD_LINES), 6, 114, false],
  ['six lines and one character', han(FOLD_COLUMNS * FOLD_LINES + 1), 7, 115, true],
  ['line breaks count', '一\n二\n三\n四\n五\n六\n七', 7, 7, true],
  ['CRLF is one break', '一\r\n二', 2, 2, false],
  ['an empty line is a line', '一\n\n二', 3, 2, false],
  ['an emoji with its selector is one', '好❤️', 1, 2, false],
])('%s', (_, text, lines, characters, folds) => {
  expect(measureFold(text)).toEqual({ lines, characters, folds })
})
