// Which sentences of a draft may be worded otherwise, and what of them never reaches a model?
import fc from 'fast-check'
import { sourceText } from '../../shared/domain/variant/deal'
import { compilePlan } from '../../shared/domain/variant/plan'
import { parseSpintax } from '../../shared/domain/variant/spintax'
import { asSpintax, keepWordings } from '../../shared/domain/variant/suggest'
import { readSentences, unmask, withoutEscapes } from '../../shared/domain/variant/suggest-sentences'
import posts from '../data/posts.json'

const sentencesOf = (text: string, lockedWords: readonly string[] = []) => {
  const read = readSentences(text, lockedWords)
  if (!read.ok) throw new Error(`${read.reason} at ${read.at}`)
  return read.sentences
}
const sourcesOf = (text: string, lockedWords?: readonly string[]) =>
  sentencesOf(text, lockedWords).map(({ source }) => source)

test.each<[string, string, string[]]>([
  ['sentences, without their end marks', '周末来店里坐坐。喝杯茶聊聊天～', ['周末来店里坐坐', '喝杯茶聊聊天']],
  ['a question keeps its mark', '周末有空来坐坐吗？来喝杯茶聊聊天。', ['周末有空来坐坐吗？', '来喝杯茶聊聊天']],
  ['emoji part sentences', '姐妹们快看过来👀 周末来店里坐坐💕', ['姐妹们快看过来', '周末来店里坐坐']],
  ['lines', '周末来店里坐坐\r\n\n 喝杯茶聊聊天 ', ['周末来店里坐坐', '喝杯茶聊聊天']],
  ['what has a choice is left alone', '周末来{店里|这边}坐坐。喝杯茶聊聊天。', ['喝杯茶聊聊天']],
  ['nested choices, too', '{周末{来|到}店|明天来}坐坐吧。喝杯茶聊聊天。', ['喝杯茶聊聊天']],
  ['written braces are no choice', '周末来\\{店里\\}坐坐。', ['周末来{店里}坐坐']],
  ['too little to say otherwise', '好呀。来了。喝杯茶聊聊天', ['喝杯茶聊聊天']],
  ['legal tails stay as written', '喝杯茶聊聊天。\n*活动解释权归门店所有', ['喝杯茶聊聊天']],
  ['a mark inside a quotation parts nothing', '周末来聊聊“为什么。会这样”的故事', ['周末来聊聊“为什么。会这样”的故事']],
  ['nothing', '', []],
  ['blanks', ' \n ', []],
  ['emoji only', '🎁🎁✨', []],
])('%s', (_, text, expected) => {
  expect(sourcesOf(text)).toEqual(expected)
})

test.each<[string, string]>([
  ['unclosed', '周末{来|去'],
  ['unopened', '周末来}坐坐'],
  ['empty-choice', '周末{来|}坐坐'],
])('a broken choice is refused: %s', (reason, text) => {
  expect(readSentences(text, [])).toMatchObject({ ok: false, reason })
})

test('a sentence that is frozen throughout is not asked about', () => {
  expect(sourcesOf('水光精华液到店。喝杯茶聊聊天。', ['水光精华液到店'])).toEqual(['喝杯茶聊聊天'])
})

test('facts leave as numbers in order, and come back letter for letter', () => {
  const [sentence] = sentencesOf('姐妹们一定来看看，原价399元，本店到手¥269还有好多惊喜', [])
  expect(sentence?.masked).not.toMatch(/\d{2,}|¥/)
  expect(sentence?.spans.join('')).toMatch(/399元.*¥269/)
  expect(unmask(sentence?.masked ?? '', sentence?.spans ?? [])).toBe(sentence?.source)
})

test.each<[string, string, string | null]>([
  ['whole and in order', '喜欢⟦1⟧，更喜欢⟦2⟧', '喜欢甲，更喜欢乙'],
  ['one is missing', '喜欢⟦1⟧', null],
  ['one comes twice', '喜欢⟦1⟧和⟦2⟧和⟦2⟧', null],
  ['another order', '更喜欢⟦2⟧，喜欢⟦1⟧', null],
  ['one too many', '⟦1⟧⟦2⟧⟦3⟧', null],
  ['a number that is none', '⟦1⟧⟦2⟧⟦x⟧', null],
  ['half a mask', '⟦1⟧⟦2⟧⟦', null],
  ['other brackets', '[1][2]', null],
])('masks: %s', (_, candidate, expected) => {
  expect(unmask(candidate, ['甲', '乙'])).toBe(expected)
})

test.each(posts.map(({ id, text, dictionary }) => [id, text, dictionary] as const))(
  'post %s: every sentence stands where it says, and unmasks to itself',
  (_, text, dictionary) => {
    const sentences = sentencesOf(text, dictionary)
    expect(sentences.length).toBeGreaterThan(0)
    for (const { at, to, source, masked, spans } of sentences) {
      expect(text.slice(at, to)).toBe(source)
      expect(unmask(masked, spans)).toBe(source)
      expect(masked.replace(/⟦\d+⟧/g, '')).not.toMatch(/[0-9０-９A-Za-z]/)
      for (const word of dictionary) expect(masked).not.toContain(word)
    }
  },
)

const written = fc.array(
  fc.constantFrom(
    '周',
    '末',
    '好',
    '。',
    '？',
    '！',
    '\n',
    ' ',
    '{',
    '}',
    '|',
    '\\',
    '[',
    ']',
    '2',
    '¥',
    '👀',
    '⟦1⟧',
    '专业',
  ),
  { maxLength: 40 },
)

test('whatever is written, sentences do not overlap and mean what stands there', () => {
  fc.assert(
    fc.property(written, (units) => {
      const text = units.join('')
      const read = readSentences(text, ['好'])
      expect(read.ok).toBe(parseSpintax(text).ok)
      if (!read.ok) return
      let done = 0
      for (const { at, to, source } of read.sentences) {
        expect(at).toBeGreaterThanOrEqual(done)
        expect(withoutEscapes(text.slice(at, to))).toBe(source)
        done = to
      }
    }),
    { numRuns: 2_000 },
  )
})

describe('kept wordings become a choice', () => {
  const text = '周末来店里坐坐。喝杯茶聊聊天～'
  const [first, second] = sentencesOf(text) as [ReturnType<typeof sentencesOf>[0], ReturnType<typeof sentencesOf>[0]]

  test('its own wording first', () => {
    expect(asSpintax(text, first, ['周末到店里歇歇', '周末来这边坐坐'])).toBe(
      '{周末来店里坐坐|周末到店里歇歇|周末来这边坐坐}。喝杯茶聊聊天～',
    )
  })

  test('several at once, whatever the order they were ticked in', () => {
    const all = [
      { sentence: first, kept: ['周末到店里歇歇'] },
      { sentence: second, kept: ['来喝口茶'] },
    ]
    const expected = '{周末来店里坐坐|周末到店里歇歇}。{喝杯茶聊聊天|来喝口茶}～'
    expect(keepWordings(text, all)).toBe(expected)
    expect(keepWordings(text, all.reverse())).toBe(expected)
  })

  test.each<[string, string, readonly string[], string | null]>([
    ['none', text, [], text],
    ['the source itself', text, [first.source], text],
    ['the same twice', text, ['来坐坐', '来坐坐'], '{周末来店里坐坐|来坐坐}。喝杯茶聊聊天～'],
    ['the draft has changed since', `新的一句。${text}`, ['来坐坐'], null],
    ['choice marks are written out', text, ['来{坐|坐}\\'], '{周末来店里坐坐|来\\{坐\\|坐\\}\\\\}。喝杯茶聊聊天～'],
    [
      'what looks like a voice is written out',
      text,
      ['[专业]来坐坐'],
      '{周末来店里坐坐|\\[专业]来坐坐}。喝杯茶聊聊天～',
    ],
    ['the draft is broken elsewhere', `${text}{`, ['来坐坐'], null],
  ])('%s', (_, draft, kept, expected) => {
    expect(asSpintax(draft, first, kept)).toBe(expected)
  })

  test('whatever is kept, the draft stays well written and undoes to itself', () => {
    fc.assert(
      fc.property(written, fc.array(written, { maxLength: 3 }), (units, others) => {
        const draft = units.join('')
        const read = readSentences(draft, [])
        if (!read.ok) return
        for (const sentence of read.sentences) {
          const changed = asSpintax(
            draft,
            sentence,
            others.map((other) => other.join('')),
          )
          if (changed === null || changed === draft) continue
          expect(firstText(changed)).toBe(firstText(draft))
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** Every choice at its first branch. */
const firstText = (draft: string): string => {
  const compiled = compilePlan({ text: draft, lockedWords: [], tone: 'expert' })
  if (!compiled.ok) throw new Error(`${compiled.reason} at ${compiled.at}`)
  return sourceText(compiled.plan)
}
