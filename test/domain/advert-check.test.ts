// Does the check say the right thing about whole sentences, in order, without overlaps, and about what an edit adds?
import fc from 'fast-check'
import { addedFindings, checkAdvert, worstOf } from '../../shared/domain/advert/check'
import { checkChoices } from '../../shared/domain/advert/choices'
import type { Severity } from '../../shared/domain/advert/word'
import { AD_WORDS } from '../../shared/domain/advert/words.data'
import { SOURCES } from '../../shared/domain/variant/lexicon/all'
import { readLexicon } from '../../shared/domain/variant/lexicon/entry'
import { CLOSERS, OPENERS } from '../../shared/domain/variant/lines.data'
import { TONES } from '../../shared/domain/variant/tone'
import { demoPosts } from '../../tools/demo/posts.data'
import posts from '../data/posts.json'
import { AD_EXAMPLES } from './advert-examples.data'
import { AD_SENTENCES } from './advert-sentences.data'

const said = (text: string) => checkAdvert(text).map(({ severity, word }) => `${severity} ${word}`)
const postText = (id: string) => posts.find((post) => post.id === id)?.text ?? ''

test.each(AD_SENTENCES)('%s → %j', (text, expected) => {
  expect(said(text)).toEqual(expected)
})

test('the table holds both kinds, in number', () => {
  expect(AD_SENTENCES.length).toBeGreaterThanOrEqual(150)
  expect(AD_SENTENCES.filter(([, expected]) => expected.length === 0).length).toBeGreaterThanOrEqual(60)
})

describe('the demo posts', () => {
  test('a stance of service is shown, a claim about the body is signed for, a recommendation is free', () => {
    expect(said(postText('A03'))).toEqual(['hint 永远放在第一位'])
    expect(said(postText('A07'))).toEqual(['sign 肚子总是不舒服', 'hint 原价'])
    expect(said(postText('A11'))).toEqual(['hint 名额不多'])
    expect(said(postText('A12'))).toEqual(['sign 脖子不酸'])
  })
  test('none is blocked, spintax and articles included', () => {
    const blocked = demoPosts
      .flatMap(({ text, article }) => [text, ...article.sections.flatMap((each) => [each.heading, ...each.paragraphs])])
      .flatMap(checkAdvert)
      .filter(({ severity }) => severity === 'block')
    expect(blocked).toEqual([])
  })
})

describe('spellings', () => {
  test.each([
    ['極品頂級茶葉', ['極品', '頂級']],
    ['ＮＯ．１', ['ＮＯ．１']],
    ['最\u200b佳选择', ['最\u200b佳']],
    ['Top 1 口碑', ['Top 1']],
    ['１００％有效', ['１００％']],
    ['😀顶级😀', ['顶级']],
    ['好!顶级!', ['顶级']],
  ])('%s', (text, words) => {
    expect(checkAdvert(text).map(({ word }) => word)).toEqual(words)
  })
})

describe('an exception frees only what it covers', () => {
  test('not another place of the same word', () => {
    expect(checkAdvert('第一次来？我们销量第一').map(({ at }) => at)).toEqual([7])
  })
  test('not across the end of a sentence', () => {
    expect(said('我们不求。最便宜的就在这里')).toEqual(['block 最便宜'])
  })
})

describe('findings of any text', () => {
  const pieces = AD_EXAMPLES.flatMap(([, flagged, fine]) => [...flagged, ...fine])
  const piece = fc.oneof(
    fc.constantFrom(...pieces),
    fc.constantFrom('，', '。', '\n', ' ', '😀', '\u200b', '{', '|', '}'),
  )
  const anyText = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  )

  test('stand in reading order, do not overlap, and name what stands there', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0
        for (const { at, word } of checkAdvert(text)) {
          expect(at).toBeGreaterThanOrEqual(end)
          expect(word.length).toBeGreaterThan(0)
          expect(text.slice(at, at + word.length)).toBe(word)
          end = at + word.length
        }
      }),
      { numRuns: 500 },
    )
  })
  test('say the same twice', () => {
    fc.assert(fc.property(anyText, (text) => expect(checkAdvert(text)).toEqual(checkAdvert(text))))
  })
  test('move along with what stands before, a sentence away', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pieces), (text) => {
        const alone = checkAdvert(text).map((each) => ({ ...each, at: each.at + 5 }))
        expect(checkAdvert(`早上好呀。${text}`).filter(({ at }) => at >= 5)).toEqual(alone)
      }),
    )
  })
  test('a text adds nothing to itself', () => {
    fc.assert(fc.property(anyText, (text) => expect(addedFindings(text, text)).toEqual([])))
  })
  test('all are added to a text that says nothing', () => {
    fc.assert(fc.property(anyText, (text) => expect(addedFindings(text, '早上好')).toEqual(checkAdvert(text))))
  })
})

describe('what an edit adds', () => {
  const added = (text: string, source: string) => addedFindings(text, source).map(({ word }) => word)
  test('a word the source already carries is not new', () => {
    expect(added('顶级羊绒，全网最低价', '顶级羊绒')).toEqual(['全网最低价'])
  })
  test('neither is it in another spelling', () => {
    expect(added('頂級羊絨', '顶级羊绒')).toEqual([])
  })
  test('the same word made worse is', () => {
    const plain = '肚子不舒服的时候多休息'
    expect(checkAdvert(plain)).toEqual([])
    expect(added(`${plain}，喝点益生菌`, plain)).toEqual(['肚子不舒服'])
  })
  test('removing a word adds nothing', () => {
    expect(added('羊绒', '顶级羊绒')).toEqual([])
  })
})

test.each<[Severity[], Severity | null]>([
  [[], null],
  [['hint'], 'hint'],
  [['hint', 'sign', 'hint'], 'sign'],
  [['sign', 'block', 'hint'], 'block'],
])('the worst of %j is %s', (severities, worst) => {
  expect(worstOf(severities.map((severity) => ({ severity })))).toBe(worst)
})

test('of overlapping words the most severe stays', () => {
  const both = AD_WORDS.filter(({ id }) => id === 'forever' || id === 'state-exempt').map(({ severity }) => severity)
  expect(both).toEqual(['sign', 'block'])
  expect(said('质量第一品牌')).toEqual(['block 第一品牌'])
})

describe('what the plans bring in themselves', () => {
  test('no opener and no closer says anything to object to', () => {
    const lines: readonly string[] = TONES.flatMap((tone) => [...OPENERS[tone], ...CLOSERS[tone]])
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter((line) => checkAdvert(line).length > 0)).toEqual([])
  })
  test('no wording of the lexicon adds anything to its example', () => {
    const worse = Object.keys(SOURCES).flatMap((source) =>
      readLexicon(SOURCES[source] ?? '').entries.flatMap(({ from, to, example }) =>
        to
          .map(({ text }) => ({ source, from, text, added: addedFindings(example.replace(from, text), example) }))
          .filter(({ added }) => added.length > 0),
      ),
    )
    expect(worse).toEqual([])
  })
})

test('an odd text does not take long: 20,000 characters of one flagged word', () => {
  expect(checkAdvert('最佳'.repeat(10_000)).length).toBe(10_000)
})

test.each([
  ['cut by a choice', '全网最{低|便宜}价', '全网最低价', 3],
  ['made of two choices', '{本店|全网}{实惠|最低}价', '全网最低价', 0],
  ['in a nested choice', '看看{好|{国|顶}家级}', '国家级', 2],
  ['said in one voice only', '好{[专业]国|[活泼]大}家级', '国家级', 1],
  ['with a label in between', '国{[专业]家级|家}', '国家级', 1],
])('a word is found where it is %s', (_, text, word, at) => {
  expect(checkAdvert(text).map((each) => each.word)).not.toContain(word)
  expect(checkChoices(text)).toContainEqual(expect.objectContaining({ word, at, severity: 'block' }))
})

test.each([
  ['no choice', '全网最低价'],
  ['harmless choices', '{看看|瞧瞧}{新款|新品}吧'],
  ['broken writing', '全网最{低|便宜价'],
])('%s: nothing beyond what stands there', (_, text) => {
  expect(checkChoices(text)).toEqual([])
})

test('choices without end do not take long', () => {
  const choice = `{${Array.from({ length: 16 }, (_, i) => String.fromCharCode(0x4e00 + 17 * i)).join('|')}}`
  const at = performance.now()
  checkChoices(choice.repeat(60))
  expect(performance.now() - at).toBeLessThan(8_000)
})
