// Is what the editor wrote understood, and is what is broken pointed at?
import { renderBranch } from '../../shared/domain/variant/pieces'
import { MAX_BRANCHES, MAX_CHOICE_POINTS, parseSpintax } from '../../shared/domain/variant/spintax'

const all = (source: string, count: number) => {
  const result = parseSpintax(source)
  return result.ok ? Array.from({ length: count }, (_, i) => renderBranch(result.pieces, i)) : [result.reason]
}

test.each([
  ['plain text', '你好', ['你好']],
  ['one choice', '{早|晚}好', ['早好', '晚好']],
  ['nested', '{早|{中|晚}上}好', ['早好', '中上好', '晚上好']],
  ['escapes', '\\{早\\|晚\\}\\\\', ['{早|晚}\\']],
  ['a bar outside a choice is a bar', '早|晚', ['早|晚']],
  ['a backslash before other characters stays', 'C:\\好', ['C:\\好']],
  ['an escaped bar in a branch', '{a\\|b|c}', ['a|b', 'c']],
])('%s', (_, source, texts) => {
  expect(all(source, texts.length)).toEqual(texts)
})

const manyBranches = `{${Array.from({ length: MAX_BRANCHES + 1 }, () => 'x').join('|')}}`

test.each([
  ['unclosed', '你好{早|晚', 2],
  ['unclosed', '{早|{中|晚}', 0],
  ['unclosed', '{早\\}', 0],
  ['unopened', '早|晚}好', 3],
  ['unopened', '{早|晚}}', 5],
  ['empty-choice', '好{}', 2],
  ['empty-choice', '{|}', 1],
  ['empty-choice', '{早|}', 3],
  ['empty-choice', '{早||晚}', 3],
  ['empty-choice', '{早}', 2],
  ['too-deep', '{a|{a|{a|{a|{a|{a|b}}}}}}', 15],
  ['too-many', manyBranches, 40],
  ['too-many', '{a|b}'.repeat(MAX_CHOICE_POINTS + 1), MAX_CHOICE_POINTS * 5],
])('%s at its place: %s', (reason, source, at) => {
  expect(parseSpintax(source)).toEqual({ ok: false, reason, at })
})

test('a bomb is refused before it grows', () => {
  expect(parseSpintax('{'.repeat(2_000))).toEqual({ ok: false, reason: 'too-deep', at: 5 })
})
