// Is what the editor wrote understood, and is what is broken pointed at?
import { countBranch, radixOf, renderBranch } from '../../shared/domain/variant/pieces'
import { MAX_BRANCHES, MAX_CHOICE_POINTS, parseSpintax, speakAs } from '../../shared/domain/variant/spintax'
import type { Tone } from '../../shared/domain/variant/tone'

const spoken = (source: string, tone: Tone = 'warm') => {
  const result = parseSpintax(source)
  return result.ok ? speakAs(result.pieces, tone) : result
}
const all = (source: string, count: number, tone: Tone = 'warm') => {
  const result = spoken(source, tone)
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

test.each<[string, string, Tone, string[]]>([
  ['a branch for one voice', '{[专业]各位|宝子们}好', 'expert', ['各位好', '宝子们好']],
  ['is not said in another', '{[专业]各位|宝子们|大家}好', 'warm', ['宝子们好', '大家好']],
  ['a single branch left is plain text', '{[专业]各位|宝子们}好', 'lively', ['宝子们好']],
  ['two voices', '{[亲切、活泼]宝子们|各位}好', 'lively', ['宝子们好', '各位好']],
  ['nested in a voice', '{[活泼]{嗨|哈喽}|你好}呀', 'warm', ['你好呀']],
  ['WeChat emoji are text', '{[玫瑰]好|[爱心]好}', 'warm', ['[玫瑰]好', '[爱心]好']],
  ['an escaped bracket is text', '{\\[专业]好|坏}', 'warm', ['[专业]好', '坏']],
  ['outside a choice a label is text', '[专业]好', 'warm', ['[专业]好']],
])('%s', (_, source, tone, texts) => {
  expect(all(source, texts.length, tone)).toEqual(texts)
})

test('a weight deals a branch more often, and counts as one text', () => {
  const result = spoken('{[3]早|晚}好')
  if (!result.ok) throw new Error(result.reason)
  const [choice] = result.pieces
  if (choice === undefined || typeof choice === 'string') throw new Error('no choice')
  expect(all('{[3]早|晚}好', 4)).toEqual(['早好', '早好', '早好', '晚好'])
  expect([radixOf(choice), countBranch(result.pieces)]).toEqual([4, 2])
})

test('a voice without a wording is refused with the place of the choice', () => {
  expect(spoken('好{[专业]各位|[专业 2]诸位}', 'warm')).toEqual({ ok: false, reason: 'no-branch-for-tone', at: 1 })
})

test('a wording written twice makes no more texts', () => {
  const result = spoken('{好|好|呀}{看|看}')
  if (!result.ok) throw new Error(result.reason)
  expect(countBranch(result.pieces)).toBe(2)
})
