// Do titles break where the sentence pauses, stay whole words and numbers whole, and whom does a medallion name?
import { createCanvas } from '@napi-rs/canvas'
import { initialOf } from '../../shared/painter/poster-rep'
import { layLead, layText, layTitle, type TextStyle, type TitleStyles } from '../../shared/painter/poster-text'
import { phrasesOf, splitCharacters, wrapText } from '../../shared/painter/text-layout'
import { registerFonts } from '../support/posters'

beforeAll(registerFonts)

const ctx = createCanvas(10, 10).getContext('2d')
const TITLE: TitleStyles = [
  { size: 60, leading: 84, lines: 2, weight: 600 },
  { size: 50, leading: 70, lines: 3, weight: 600 },
  { size: 40, leading: 56, lines: 4, weight: 600 },
]
const titled = (title: string) => {
  const { lines, style } = layTitle(ctx, title, TITLE, 900)
  return [style.size, ...lines]
}

test.each<[string, string, (string | number)[]]>([
  ['a short one stays large', '星光耳钉，通勤也能戴', [60, '星光耳钉，通勤也能戴']],
  ['breaks at its pause', '换季不用慌，三步把皮肤里的水留住', [60, '换季不用慌，', '三步把皮肤里的水留住']],
  [
    'a little smaller, if it then breaks at its pauses',
    '换季皮肤干到起皮？三步把水留住，第二步最容易被忽略',
    [50, '换季皮肤干到起皮？三步把水留住，', '第二步最容易被忽略'],
  ],
  [
    'without a pause, in even lines',
    '周末带孩子去公园野餐要准备哪些东西才不慌',
    [60, '周末带孩子去公园野餐', '要准备哪些东西才不慌'],
  ],
  [
    'long, small enough to break at its pauses',
    '防晒霜怎么选？今年夏天门店同事实测十二款新品之后，只留下这三款适合通勤路上用的，油皮干皮都能找到属于自己的那一支',
    [
      40,
      '防晒霜怎么选？',
      '今年夏天门店同事实测十二款新品之后，',
      '只留下这三款适合通勤路上用的，',
      '油皮干皮都能找到属于自己的那一支',
    ],
  ],
  ['no words at all', '', [60]],
])('a title %s', (_, title, expected) => {
  expect(titled(title)).toEqual(expected)
})

test('a title that is too long for four small lines ends in an ellipsis', () => {
  const lines = titled('防晒霜怎么选才不踩坑'.repeat(11))
  expect(lines.slice(1)).toHaveLength(4)
  expect(lines[4]).toMatch(/…$/)
})

const BODY: TextStyle = { size: 30, leading: 48, lines: 2, weight: 400 }

test('no forgotten character is left on a last line', () => {
  expect(layText(ctx, '锅底选对，菜少也热闹。', BODY, 300).lines).toEqual(['锅底选对，', '菜少也热闹。'])
  expect(layText(ctx, '锅底选对菜少也会很热闹', BODY, 310).lines).toEqual(['锅底选对菜少', '也会很热闹'])
})

test('a lead is whole sentences when they fit one line', () => {
  expect(layLead(ctx, '先用温水。再轻轻按压，别急着上面霜，等一等更好。', BODY, 300).lines).toEqual(['先用温水。'])
  expect(layLead(ctx, '先用温水再轻轻按压别急着上面霜等一等更好', BODY, 330).lines).toHaveLength(2)
})

test.each([
  ['一二三，四五。「六？」七', ['一二三，', '四五。', '「六？」', '七']],
  ['原价 1,299.00 元，现价 9.5 折', ['原价 1,299.00 元，', '现价 9.5 折']],
  ['Slow down, breathe: it works', ['Slow down, ', 'breathe: ', 'it works']],
  ['……', ['……']],
])('%s has its phrases', (text, phrases) => {
  expect(phrasesOf(text)).toEqual(phrases)
})

const measure = (text: string) => Array.from(text).reduce((sum, unit) => sum + (unit < '\u0080' ? 5 : 10), 0)

test.each([
  ['一二三四1,299.00元', 50, ['一二三四', '1,299.00元']],
  ['一二三四100 ml', 50, ['一二三四', '100 ml']],
  ['一二三SPF50+', 50, ['一二三', 'SPF50+']],
  ['一二三四12款', 50, ['一二三四', '12款']],
  ['一二三四36.5℃', 60, ['一二三四', '36.5℃']],
  ['一二三¥399', 45, ['一二三', '¥399']],
  ['一二三四……五', 50, ['一二三', '四……五']],
  ['say café now', 45, ['say café', 'now']],
  ['Konstantin-Wang', 60, ['Konstantin-', 'Wang']],
  ['一二三SPF-50', 50, ['一二三', 'SPF-50']],
  ["一二三don't", 45, ['一二三', "don't"]],
])('%s keeps together what belongs together', (text, maxWidth, lines) => {
  expect(wrapText(text, measure, { maxWidth, maxLines: 9 })).toEqual(lines)
})

test.each([
  ['🇨🇳🇫🇷', ['🇨🇳', '🇫🇷']],
  ['1️⃣2', ['1️⃣', '2']],
  ['e\u0301a', ['e\u0301', 'a']],
  ['𠮷\u{e0100}田', ['𠮷\u{e0100}', '田']],
  ['👩🏽‍⚕️好', ['👩🏽‍⚕️', '好']],
])('%s is not cut inside a character', (text, characters) => {
  expect(splitCharacters(text)).toEqual(characters)
})

test.each([
  ['林小满', '林'],
  [' 林小满', '林'],
  ['anna li', 'A'],
  ['Éloïse', 'É'],
  ['👨‍👩‍👧小满妈妈', '小'],
  ['☆·阿May', '阿'],
  ['㛃月', '月'],
  ['𠮷', '𠮷'],
  ['👨‍👩‍👧', '👨‍👩‍👧'],
  ['7号导购', '7'],
  ['さくら', 'さ'],
  ['', ''],
])('the medallion of "%s" says "%s"', (name, initial) => {
  expect(initialOf(name)).toBe(initial)
})
