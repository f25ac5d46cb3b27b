// What may change in a post, and what stays frozen however strange the post is?
import { measureFold } from '../../shared/domain/fold'
import { dealText, sourceText } from '../../shared/domain/variant/deal'
import { type ChoicePlan, compilePlan, planSpace } from '../../shared/domain/variant/plan'
import { isFree, legalTailAt, protectedMask } from '../../shared/domain/variant/protect'
import { TONES, type Tone } from '../../shared/domain/variant/tone'

function planOf(text: string, tone: Tone, lockedWords: readonly string[] = []): ChoicePlan {
  const result = compilePlan({ text, lockedWords, tone })
  if (!result.ok) throw new Error(`${result.reason} at ${result.at}`)
  return result.plan
}
const dealt = (text: string, count = 30) =>
  TONES.flatMap((tone) => {
    const plan = planOf(text, tone)
    return Array.from({ length: count }, (_, i) => {
      return dealText(plan, { postId: 'p', version: 1, repId: `r${i}`, attempt: 0 }).text
    })
  })

const long = '今天门店上了新款，颜色有三种。'.repeat(133).slice(0, 2_000)

test.each([
  ['one character', '好'],
  ['emoji only', '🎁🎁✨'],
  ['an emoji family', '看👨‍👩‍👧❤️‍🔥一家人'],
  ['CRLF', '新品到店。\r\n欢迎来看看。\r\n*解释权归门店'],
  ['full-width digits', '原价３９９元，８月１日到店～'],
  ['2,000 characters', long],
  ['2,000 emoji', '🎁'.repeat(1_000)],
  ['a lone surrogate', '好\ud83d。好'],
  ['blank lines around', '\n\n好。\n\n'],
  ['legal lines only', '*活动解释权归门店所有'],
  ['a lexicon entry with a comma', '店里新到了裙子，另外，外套也挂出来了，颜色耐看，摸着舒服。'],
  ['traditional characters', '換季了，門店裡的外套都掛出來了，歡迎來看看，摸著舒服。'],
  ['rare Han', '㛃姐和阿𠮷在店里，欢迎来看看。找阿𠮷'],
])('%s: undone, it is the source; the plan stays small', (_, text) => {
  for (const tone of TONES) {
    const plan = planOf(text, tone)
    expect(sourceText(plan)).toBe(text)
    expect(JSON.stringify(plan).length).toBeLessThan(text.length + 9_000)
    dealText(plan, { postId: 'p', version: 1, repId: 'r', attempt: 0 })
  }
})

test.each([
  ['prices', '原价399元！到手¥269～', ['399元', '¥269']],
  ['ranges with a wave', '3月8日～3月12日有活动。', ['3月8日～3月12日']],
  ['full-width digits', '到手３９９元！', ['３９９元']],
  ['phones', '订位：021-5588 6677。欢迎来。', ['021-5588 6677']],
  ['links', '看这里 https://m.axy.cn/p/8821?a=1!x~y 哦。', ['https://m.axy.cn/p/8821?a=1!x~y']],
  ['hashtags', '来了！#夏日～续命！水# 好。', ['#夏日～续命！水#']],
  ['mentions', '找@小满！聊', ['@小满']],
  ['quotes', '叫「大家好！」。“最近！”【平时～】', ['「大家好！」', '“最近！”', '【平时～】']],
  ['a legal sentence in the line', '来咨询。本品不能代替药物！别看。', ['本品不能代替药物！别看。']],
  [
    'conditions',
    '满3人成团，不加一滴水，仅限本周，两盒起包邮。',
    ['满3人成团', '不加一滴水', '仅限本周', '两盒起包邮'],
  ],
])('%s are frozen', (_, text, kept) => {
  for (const variant of dealt(text)) for (const span of kept) expect(variant).toContain(span)
})

test('locked words are frozen even where a phrase could change', () => {
  const plan = planOf('路过的朋友来坐。平时也在。', 'warm', ['平时', '路过的朋友'])
  expect(JSON.stringify(plan)).not.toMatch(/平常|经过/)
  expect(isFree(protectedMask('平时也在', ['平时']), 0, 2)).toBe(false)
})

test('the legal tail stays last and a line of its own', () => {
  const tail = '\n*活动解释权归门店所有'
  for (const variant of dealt(`新品到店啦！欢迎来看看。${tail}`)) expect(variant.endsWith(tail)).toBe(true)
  expect(legalTailAt('甲\n*乙\n\n*丙\n')).toBe(2)
  expect(legalTailAt('甲')).toBe(1)
})

test('after a number or a link a closer takes a line of its own', () => {
  for (const variant of dealt('电话订位：021-5588 6677')) expect(variant).toMatch(/6677(\n|$)/)
})

test('a text that ends in a rare character is not over: what is added takes a line of its own', () => {
  for (const variant of dealt('好看的外套有三色 来找阿𠮷')) expect(variant).toMatch(/阿𠮷(\n|$)/)
})

test('a dropped emoji never lets words run on', () => {
  for (const variant of dealt('我给大家留着💕')) expect(variant).toMatch(/留着(💕|💗|💛|❤️|🧡|～|。)/)
})

test('spintax varies, and its branches are otherwise left alone', () => {
  const text = '{新品到店！|上新啦！}欢迎来看。'
  const variants = dealt(text)
  expect(variants.some((variant) => variant.includes('上新啦！'))).toBe(true)
  for (const variant of variants) expect(variant).toMatch(/新品到店！|上新啦！/)
})

test.each([
  ['missing from a branch', '来看{澜肌新品|新品}吧', ['澜肌'], 2],
  ['missing from a nested branch', '好。{澜肌{面霜|精华}|澜肌}', ['面霜'], 2],
  ['straddling the edge of a choice', '来看澜{肌|华}新品', ['澜肌'], 3],
])('a locked word %s is refused with its place', (_, text, lockedWords, at) => {
  const result = compilePlan({ text, lockedWords, tone: 'warm' })
  expect(result).toEqual({ ok: false, reason: 'locked-word-in-choice', at })
})

test('a locked word in every branch is fine', () => {
  expect(compilePlan({ text: '{澜肌新品|新品澜肌}', lockedWords: ['澜肌'], tone: 'warm' }).ok).toBe(true)
})

test('an empty post is refused', () => {
  expect(compilePlan({ text: ' \n', lockedWords: [], tone: 'warm' })).toEqual({ ok: false, reason: 'empty', at: 0 })
})

test('openers and closers never make a text fold that would not, when it has choices enough of its own', () => {
  const choices = '{看看|瞧瞧|来看}{新款|新品|上新}{颜色|款式|花色}{好看|耐看|顺眼}{的|呢|呀}'.repeat(3)
  const text = `${choices}，${'店里都有样品可以试'.repeat(4)}。`
  for (const tone of TONES) {
    const plan = planOf(text, tone)
    expect(measureFold(sourceText(plan)).folds).toBe(false)
    for (let i = 0; i < 40; i += 1) {
      const variant = dealText(plan, { postId: 'p', version: 1, repId: `r${i}`, attempt: 0 }).text
      expect(measureFold(variant).folds).toBe(false)
    }
    expect(planSpace(plan)).toBeGreaterThan(100_000)
  }
})

test('what is remembered is asked for by all that a plan depends on, and compiles to the same once forgotten', () => {
  const asked = { text: '新款到店了，颜色有三种，欢迎来看看。', lockedWords: [] }
  const first = compilePlan({ ...asked, tone: 'warm' })
  expect(compilePlan({ ...asked, tone: 'warm' })).toBe(first)
  expect(compilePlan({ ...asked, tone: 'warm', vetoes: ['欢迎'] })).not.toEqual(first)
  expect(compilePlan({ ...asked, tone: 'warm', lockedWords: ['颜色'] })).not.toBe(first)
  for (let n = 0; n < 5; n++)
    for (const tone of TONES) compilePlan({ text: `第 ${n} 款到店了。`, lockedWords: [], tone })
  const again = compilePlan({ ...asked, tone: 'warm' })
  expect(again).not.toBe(first)
  expect(again).toEqual(first)
})
