// Does the short form fit, and is nothing lost between it and the comment?
import fc from 'fast-check'
import { measureFold } from '../../shared/domain/fold'
import { shortForm } from '../../shared/domain/variant/short-form'
import posts from '../data/posts.json'
import seen from '../data/posts-seen.json'
import unseen from '../data/posts-unseen.json'

const bare = (text: string): string => text.replace(/\s/g, '')
const cut = (text: string) => {
  const form = shortForm(text)
  if (!form.ok) throw new Error(form.reason)
  return form
}

test.each([...posts, ...seen, ...unseen])('$id fits in six lines, and no fact is cut', ({ text, facts }) => {
  const { short, rest } = cut(text)
  expect(measureFold(short).folds).toBe(false)
  for (const fact of facts) expect(`${short}\n\n${rest}`.replace(/\r/g, '')).toContain(fact.replace(/\r/g, ''))
})

test.each([
  ['a text that fits stays as it is', '新品到店啦！欢迎来看。', '新品到店啦！欢迎来看。', ''],
  [
    'whole sentences go to the comment',
    `${'今天店里来了新款式。'.repeat(11)}想看的来找我～`,
    '今天店里来了新款式。'.repeat(11),
    '想看的来找我～',
  ],
  [
    'a legal line stays in sight',
    `${'今天店里来了新款式。'.repeat(12)}\n本品不能代替药物`,
    `${'今天店里来了新款式。'.repeat(9)}\n本品不能代替药物`,
    '今天店里来了新款式。'.repeat(3),
  ],
  [
    'one endless sentence is cut behind a comma',
    `${'今天店里来了新款式，'.repeat(13)}来看看`,
    '今天店里来了新款式，'.repeat(11),
    `${'今天店里来了新款式，'.repeat(2)}来看看`,
  ],
])('%s', (_, text, short, rest) => {
  expect(shortForm(text)).toEqual({ ok: true, short, rest })
})

test.each([
  ['a range of days', '今天店里来了新款式。'.repeat(10), '3月8日～3月12日都在，来看看吧，欢迎大家', '3月8日～3月12日'],
  [
    'a link',
    '今天店里来了新款式。'.repeat(9),
    '看https://m.axy.cn/p/8821?a=1!x~y&from=shop，来看看吧。',
    'https://m.axy.cn/p/8821?a=1!x~y&from=shop',
  ],
  ['a phone number', '今天店里来了新款式，'.repeat(10), '订位请打021-5588 6677，来看看', '021-5588 6677'],
  ['an enumeration', '今天店里来了白、蓝、红的款式，'.repeat(12), '来看看', '白、蓝、红'],
  ['a rare character', '今天店里来了新款式。'.repeat(11), '㛃姐和𠮷姐在', '㛃姐和𠮷姐在'],
])('%s is never cut in two', (_, before, after, whole) => {
  const form = shortForm(before + after)
  if (!form.ok) throw new Error(form.reason)
  expect(form.short + form.rest).toBe(before + after)
  expect(`${form.short}|${form.rest}`).toContain(whole)
  expect(measureFold(form.short).folds).toBe(false)
})

test('a text without a place to cut says so', () => {
  expect(shortForm('啊'.repeat(200))).toEqual({ ok: false, reason: 'nothing-fits' })
})

test('whatever the text, nothing is lost and the short form fits', () => {
  const unit = fc.constantFrom(
    '好',
    '来看',
    '。',
    '，',
    '！',
    '\n',
    '～',
    '🎁',
    ' ',
    '399元',
    'a',
    '、',
    '：',
    '𠮷',
    '㛃',
  )
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 250 }), (text) => {
      const form = shortForm(text)
      if (!form.ok) return
      expect(measureFold(form.short).folds).toBe(false)
      expect(bare(form.short + form.rest)).toBe(bare(text))
    }),
  )
})
