// Does a pasted text hit what a rule listens for, and not its contrary?
import fc from 'fast-check'
import type { SignalRuleId } from '../../shared/domain/ids'
import { findSignals } from '../../shared/domain/signal'

const rule = (id: string, words: string[], except: string[] = []) => ({
  _id: id as SignalRuleId,
  name: id,
  words,
  except,
})
const house = rule('换房', ['看房', '换房', '二手房', '换房贷'], ['看房东'])
const skin = rule('换季', ['换季', '起皮', 'SPA'])

const wordsIn = (text: string, rules = [house]) => findSignals(text, rules).map(({ word }) => word)

test.each([
  ['周末去看房', ['看房']],
  ['最近想换房，先看房再说', ['换房', '看房']],
  ['看房看房看房', ['看房']],
  ['在办换房贷', ['换房贷']],
  ['换房贷之前先换房', ['换房贷', '换房']],
  ['想換房', ['換房']],
  ['看了二手房', ['二手房']],
  ['帮我看房东的电话', []],
  ['看房东，顺便看房', ['看房']],
  ['今天天气好', []],
  ['', []],
])('%s hits %j', (text, words) => {
  expect(wordsIn(text)).toEqual(words)
})

test.each([
  '不换房',
  '不想换房',
  '不打算换房',
  '不用换房',
  '我们没想换房',
  '还没换房',
  '别换房',
  '没有换房',
  '这几年不会换房',
  '不要换房',
])('%s is denied', (text) => {
  expect(wordsIn(text)).toEqual([])
})

test.each([
  '不如换房',
  '要不要换房',
  '要不换房',
  '是不是想换房',
  '想不想换房',
  '有没有换房',
  '特别想换房',
  '别人换房',
  '不得不换房',
  '说不定换房',
  '没准换房',
  '没想到换房',
  '不好意思换房',
  '不知道换房贵不贵',
  '没事看房',
  '他不在，换房',
  '不便宜 换房',
  '不是不想换房',
  '现在租的房子不够大所以换房',
])('%s is not denied', (text) => {
  expect(wordsIn(text)).toHaveLength(1)
})

test('a denied word does not hide the same word said later', () => {
  expect(findSignals('去年不想换房，今年想换房', [house])).toMatchObject([{ word: '换房', at: 10 }])
})

test('full-width and capital letters read alike, and a word of letters stands by itself', () => {
  expect(wordsIn('周六ＳＰＡ', [skin])).toEqual(['ＳＰＡ'])
  expect(wordsIn('Spa day', [skin])).toEqual(['Spa'])
  expect(wordsIn('space', [skin])).toEqual([])
})

test('each rule hits for itself, in the order of the text', () => {
  expect(findSignals('换季起皮，还要换房', [house, skin]).map(({ ruleId, at }) => [ruleId, at])).toEqual([
    ['换季', 0],
    ['换季', 2],
    ['换房', 7],
  ])
})

test('what is found stands in the text where it says', () => {
  const part = fc.constantFrom(
    '看房',
    '换房',
    '換房',
    '换房贷',
    '不',
    '没',
    '想',
    '，',
    ' ',
    '\u200b',
    'Ｓpa',
    '😀',
    '看房东',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      const hits = findSignals(text, [house, skin])
      for (const { word, at } of hits) expect(text.slice(at, at + word.length)).toBe(word)
      expect(new Set(hits.map(({ ruleId, word }) => `${ruleId}${word}`)).size).toBe(hits.length)
    }),
  )
})

test('an empty word is met nowhere', () => {
  expect(findSignals('什么都有', [rule('空', ['', ' '])])).toEqual([])
})
