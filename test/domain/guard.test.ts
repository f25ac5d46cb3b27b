// Does the guard let good wordings through and stop every spoilt one, saying why?
import fc from 'fast-check'
import { type GuardScope, type GuardVerdict, judgeText } from '../../shared/domain/variant/guard/judge'
import good from '../data/guard-good.json'
import seen from '../data/posts.json'
import unseen from '../data/posts-unseen.json'
import { type Mutant, mutants, mutations } from '../support/mutations'

const posts = new Map([...seen, ...unseen].map((post) => [post.id, post]))
const DRAWS = 4
const SEED = 20_261_121

const judge = (text: string, source: string, lockedWords: readonly string[] = [], scope: GuardScope = 'sentence') =>
  judgeText(text, source, { lockedWords, scope })

const reasons = (verdict: GuardVerdict) => (verdict.ok ? [] : verdict.findings.map(({ reason }) => reason))

const caught = new Map<string, boolean>()
/** Judged once for all tests. */
function isCaught({ text, post }: Mutant, scope: GuardScope): boolean {
  const key = `${scope} ${post.id} ${text}`
  const known = caught.get(key) ?? !judge(text, post.text, post.dictionary, scope).ok
  caught.set(key, known)
  return known
}

const caughtShare = (all: readonly Mutant[], scope: GuardScope) =>
  all.filter((mutant) => isCaught(mutant, scope)).length / all.length

const sentenceMutants = mutants(seen, DRAWS, SEED)
const editMutants = sentenceMutants.filter(({ edit }) => edit)

describe('spoilt texts', () => {
  test('there are more than 45 kinds, and each finds a place in some post', () => {
    const kinds = mutations.map(({ kind }) => kind)
    expect(new Set(kinds).size).toBe(kinds.length)
    expect(kinds.length).toBeGreaterThanOrEqual(45)
    const used = new Set(mutants([...seen, ...unseen], DRAWS, SEED).map(({ kind }) => kind))
    expect(kinds.filter((kind) => !used.has(kind))).toEqual([])
  })

  test('the same seed spoils the same way, and no mutant equals its post', () => {
    expect(mutants(seen.slice(0, 2), 2, 5)).toEqual(mutants(seen.slice(0, 2), 2, 5))
    expect(sentenceMutants.filter(({ text, post }) => text === post.text)).toEqual([])
  })

  test.each(mutations.map(({ kind }) => kind))('%s: caught in at least nine of ten places', (kind) => {
    const of = sentenceMutants.filter((mutant) => mutant.kind === kind)
    if (of.length > 0) expect(caughtShare(of, 'sentence')).toBeGreaterThanOrEqual(0.9)
    const inEdits = editMutants.filter((mutant) => mutant.kind === kind)
    if (inEdits.length > 0) expect(caughtShare(inEdits, 'edit')).toBeGreaterThanOrEqual(0.9)
  })

  test('at least 99.5 % are caught over all posts and kinds, in a sentence and in an edit', () => {
    expect(caughtShare(sentenceMutants, 'sentence')).toBeGreaterThanOrEqual(0.995)
    expect(caughtShare(editMutants, 'edit')).toBeGreaterThanOrEqual(0.995)
  })

  test('the same holds for posts of other trades', () => {
    const others = mutants(unseen, 1, SEED)
    expect(caughtShare(others, 'sentence')).toBeGreaterThanOrEqual(0.995)
    expect(
      caughtShare(
        others.filter(({ edit }) => edit),
        'edit',
      ),
    ).toBeGreaterThanOrEqual(0.995)
  })

  test('every rejection names a reason, a word and a place in one of the texts', () => {
    for (const { text, post, kind } of sentenceMutants) {
      const verdict = judge(text, post.text, post.dictionary)
      if (verdict.ok) continue
      for (const { word, at, sourceAt } of verdict.findings) {
        expect([kind, word]).not.toEqual([kind, ''])
        expect(at >= 0 || sourceAt >= 0).toBe(true)
        expect(at).toBeLessThanOrEqual(text.length)
        expect(sourceAt).toBeLessThanOrEqual(post.text.length)
      }
    }
  })
})

type GoodTexts = Pick<typeof good, 'sentences' | 'edits'>

/** What the guard refuses although a careful editor would take it. */
function falseRejects({ sentences, edits }: GoodTexts) {
  const words = (post: string) => posts.get(post)?.dictionary ?? []
  const pairs = sentences.flatMap(({ post, source, good: texts }) => texts.map((text) => ({ post, source, text })))
  const refused = pairs.filter(({ post, source, text }) => !judge(text, source, words(post)).ok)
  const refusedEdits = edits.filter(
    ({ post, text }) => !judge(text, posts.get(post)?.text ?? '', words(post), 'edit').ok,
  )
  return {
    paraphrases: pairs.length,
    refused: refused.length / pairs.length,
    edits: edits.length,
    refusedEdits: refusedEdits.length / edits.length,
  }
}

describe('good texts', () => {
  test('at most one in ten of the good paraphrases and edits is refused', () => {
    const { paraphrases, refused, edits, refusedEdits } = falseRejects(good)
    expect(paraphrases).toBeGreaterThanOrEqual(120)
    expect(edits).toBeGreaterThanOrEqual(40)
    expect(refused).toBeLessThanOrEqual(0.1)
    expect(refusedEdits).toBeLessThanOrEqual(0.1)
  })

  test('nor of those for posts of other trades', () => {
    const { refused, refusedEdits } = falseRejects(good.unseen)
    expect(refused).toBeLessThanOrEqual(0.1)
    expect(refusedEdits).toBeLessThanOrEqual(0.1)
  })

  test.each([...posts.values()])('$id itself passes', ({ text, dictionary }) => {
    expect(judge(text, text, dictionary)).toEqual({ ok: true })
    expect(judge(text, text, dictionary, 'edit')).toEqual({ ok: true })
  })
})

describe('reasons', () => {
  test.each([
    ['原价299元', '原价399元', 'number-changed', '299元'],
    ['原价３９９元', '原价399元', 'number-changed', '３９９元'],
    ['到手399元，原价299元', '原价399元，到手299元', 'fact-moved', '原价'],
    ['第二杯八折', '第二杯半价', 'number-changed', '八折'],
    ['支持7天退换', '不支持7天退换', 'negation-changed', '不支持'],
    ['下单就送枕套', '满两件下单就送枕套', 'condition-changed', '满'],
    ['这款面霜最好用', '这款面霜很好用', 'claim-changed', '最好用'],
    ['喝了能治失眠', '喝了睡得香', 'claim-changed', '治失眠'],
    ['这款一定能显瘦', '这款会显瘦', 'certainty-changed', '一定能'],
    ['仅剩3件，喜欢的来', '喜欢的来', 'pressure', '仅剩'],
    ['白鸭绒填充的外套', '白鹅绒填充的外套', 'fact-missing', '白鹅绒'],
    ['作为AI，我觉得很好看', '我觉得很好看', 'leak', '作为AI'],
    ['這款很好看', '这款很好看', 'script-changed', '這'],
    ['运费你出，我帮你换', '运费我出，我帮你换', 'subject-changed', '我'],
    ['看 https://a.cn/2', '看 https://a.cn/1', 'link-changed', 'https://a.cn/1'],
    ['很好喝\n本品可以代替药物', '很好喝\n本品不能代替药物', 'legal-tail', '本品不能代替药物'],
    ['门店有样品，可以进来躺一', '门店有样品，可以进来躺一躺', 'cut-off', '可以进来躺一'],
  ])('%s for %s: %s %s', (candidate, source, reason, word) => {
    const verdict = judge(candidate, source)
    expect(verdict.ok ? [] : verdict.findings).toContainEqual(expect.objectContaining({ reason, word }))
  })

  test('what may not leave the house comes before what merely reads badly', () => {
    const verdict = judge('好的，以下是改写：原价299元！！！！', '原价399元！')
    expect(reasons(verdict)[0]).toBe('leak')
    expect(reasons(verdict).indexOf('number-changed')).toBeLessThan(reasons(verdict).indexOf('symbol-spam'))
  })

  test('a locked word that is gone is named, with its place in the source', () => {
    expect(judge('水光精华到店啦', '水光精华液到店啦', ['水光精华液'])).toMatchObject({
      ok: false,
      findings: expect.arrayContaining([{ reason: 'name-changed', word: '水光精华液', at: -1, sourceAt: 0 }]),
    })
  })
})

describe('what a rep may do to her whole text', () => {
  const source = '降温啦，衣柜里还缺外套吗？云柔羽绒服，90%白鹅绒，仅重480g。本周末到店，立享8折优惠！'
  test.each([
    ['greet', `姐妹们晚上好呀～${source}`],
    ['leave an ornament out', source.replace('降温啦，', '')],
    ['take another emoji', `${source}🌸`],
  ])('she may %s', (_, text) => {
    expect(judge(text, source, ['云柔羽绒服'], 'edit')).toEqual({ ok: true })
  })
  test.each([
    ['invent a price', `${source}现在只要99元`, 'fact-added'],
    ['leave a fact out', source.replace('仅重480g', ''), 'fact-missing'],
    ['promise a cure', `${source}穿了不会感冒`, 'claim-changed'],
    ['invent a hurry', `${source}最后一天啦`, 'pressure'],
  ])('she may not %s', (_, text, reason) => {
    expect(reasons(judge(text, source, ['云柔羽绒服'], 'edit'))).toContain(reason)
  })
})

describe('any text', () => {
  test('is judged without a throw, the same each time, and passes as itself', () => {
    const unit = fc.constantFrom(
      '不',
      '满',
      '3',
      '元',
      '🎁',
      '\ud83d',
      '，',
      '。',
      '\r\n',
      '【',
      '】',
      '#',
      '@',
      'A',
      '價',
      '𠮷',
      '的',
      '最',
    )
    const text = fc.string({ unit, maxLength: 60 })
    fc.assert(
      fc.property(text, text, fc.constantFrom<GuardScope>('sentence', 'edit'), (candidate, source, scope) => {
        expect(judge(candidate, source, ['元'], scope)).toEqual(judge(candidate, source, ['元'], scope))
        expect(judge(source, source, ['元'], scope)).toEqual({ ok: true })
      }),
    )
  })

  test('with another digit anywhere is refused', () => {
    const digits = [...posts.values()].flatMap(({ text, dictionary }) =>
      Array.from(text.matchAll(/[0-9]/g), ({ index }) => ({ text, dictionary, index })),
    )
    fc.assert(
      fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), ({ text, dictionary, index }, by) => {
        const digit = (Number(text.charAt(index)) + by) % 10
        const changed = `${text.slice(0, index)}${digit}${text.slice(index + 1)}`
        expect(judge(changed, text, dictionary, 'edit').ok).toBe(false)
      }),
    )
  })

  test('of 150 characters is judged within 2 ms, of 2,000 while typing within 60 ms', () => {
    // the quickest of ten turns: the others also hold what else the machine did meanwhile
    const spent = (candidate: string, source: string, times: number) => {
      judge(candidate, source)
      const turns = Array.from({ length: 10 }, () => {
        const from = performance.now()
        for (let i = 0; i < times; i += 1) judge(candidate, source)
        return (performance.now() - from) / times
      })
      return Math.min(...turns)
    }
    const [post] = seen
    const text = (post?.text ?? '').repeat(2).slice(0, 150)
    expect(spent(`${text.slice(0, 75)}呀${text.slice(75)}`, text, 10)).toBeLessThan(2)
    const long = seen
      .map((each) => each.text)
      .join('\n')
      .slice(0, 2_000)
    expect(spent(`你好${long.slice(0, 900)}呀${long.slice(900)}`, long, 1)).toBeLessThan(60)
  })
})
