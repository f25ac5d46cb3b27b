// Which playbook leads a talk, and what can be said: the most specific one, in her voice, facts letter for letter.
import fc from 'fast-check'
import type { PlaybookId } from '../../shared/domain/ids'
import { REP_KINDS } from '../../shared/domain/member'
import {
  builtInId,
  factsIn,
  holdFacts,
  lineOf,
  PLAY_FACTS,
  type PlayAsked,
  type PlayFacts,
  playFor,
  speakLine,
} from '../../shared/domain/play'
import { checkLine, findPlayFaults, findPlayWords } from '../../shared/domain/play-check'
import type { Playbook } from '../../shared/domain/playbook'
import { PLAYBOOKS } from '../../shared/domain/playbooks.data'
import { RELATIONS, VALUES } from '../../shared/domain/sheet'
import { TONES } from '../../shared/domain/variant/tone'

const [first] = PLAYBOOKS
if (!first) throw new Error('there are playbooks')
const book = (id: string, change: Partial<Playbook> = {}): Playbook => ({
  ...first,
  ...{ _id: id as PlaybookId, scene: 'thanks', kinds: [], relation: null, value: null, state: 'live' },
  ...change,
})
const saying = (say: string[], lockedWords: string[] = []): Playbook =>
  book('said', { steps: [{ name: '开口', say, minutes: null }], lockedWords })
const asked: PlayAsked = { kind: 'teacher', scene: 'thanks', relation: 'expert', value: 'company' }

const books = {
  any: book('any'),
  kind: book('b-kind', { kinds: ['guide', 'teacher'] }),
  relation: book('a-relation', { relation: 'expert' }),
  both: book('both', { relation: 'expert', value: 'company' }),
  all: book('all', { relation: 'expert', value: 'company', kinds: ['teacher'] }),
  builtIn: book(builtInId('x'), { relation: 'expert', value: 'company', kinds: ['teacher'] }),
  otherKind: book('0-kind', { kinds: ['service'] }),
  otherRelation: book('0-relation', { relation: 'model' }),
  otherScene: book('0-scene', { scene: 'signal' }),
  draft: book('0-draft', { state: 'draft', relation: 'expert' }),
  retired: book('0-retired', { state: 'retired', relation: 'expert' }),
}
const { any, kind, relation, both, all, builtIn, otherKind, otherRelation, otherScene, draft, retired } = books

test.each([
  ['none at all', [], null],
  ['none that suits', [otherKind, otherRelation, otherScene], null],
  ['one for anybody', [otherKind, any], 'any'],
  ['the one that says for whom before the one for anybody', [any, kind], 'b-kind'],
  ['of two that say as much, the first by id', [kind, any, relation], 'a-relation'],
  ['the one that says more', [kind, relation, both], 'both'],
  ['the one that says most', [both, all, any], 'all'],
  ['no draft and nothing retired', [draft, retired, any], 'any'],
  ["HQ's own before the one that came with the product", [builtIn, any], 'any'],
  ['the one that came with the product where HQ has none', [builtIn, otherScene, draft], 'ripple-x'],
])('%s', (_, playbooks: Playbook[], id) => {
  expect(playFor(playbooks, asked)?._id ?? null).toBe(id)
  expect(playFor([...playbooks].reverse(), asked)?._id ?? null).toBe(id)
})

test('a contact of whom nothing is known gets what is for anybody', () => {
  expect(playFor([relation, any], { ...asked, relation: null, value: null })?._id).toBe('any')
})

describe('a line', () => {
  test.each<[string, string, PlayFacts, string | null]>([
    ['says its facts', '在看{topic}，{rep}', { topic: '防晒', rep: '小周' }, '在看防晒，小周'],
    ['is not said where a fact is missing', '在看{topic}，{rep}', { topic: '防晒' }, null],
    ['is not said where a fact is empty', '在看{topic}', { topic: '' }, null],
    ['keeps a fact that looks like spintax', '在看{topic}', { topic: '{A|B}\\[3]' }, '在看{A|B}\\[3]'],
    ['keeps a fact that names another', '在看{topic}{rep}', { topic: '{rep}$&', rep: '周' }, '在看{rep}$&周'],
    ['keeps an escaped brace', '在看\\{topic\\}', {}, '在看{topic}'],
    ['says facts side by side', '{rep}{rep}', { rep: '周' }, '周周'],
    ['is not said when broken', '在看{topic', { topic: '防晒' }, null],
    ['is not said with a fact nobody knows', '在看{price}', { topic: '防晒' }, null],
    ['is not said where this voice has no branch', '{[专业]您|[活泼]你}好', {}, null],
    ['says the branch of its voice', '{[亲切]您好呀|[专业]您好}，{rep}', { rep: '周' }, '您好呀，周'],
  ])('%s', (_, written, facts, said) => {
    expect(speakLine(written, facts, 'seed', 'warm')).toBe(said)
    expect(lineOf(saying([written]), facts, 'seed', 'warm')).toBe(said)
  })

  test('is one of those that can be said', () => {
    const playbook = saying(['说{topic}', '说{product}', '好久不见'])
    const lines = Array.from({ length: 60 }, (_, i) => lineOf(playbook, { product: '面霜' }, `${i}`, 'warm'))
    expect([...new Set(lines)].sort()).toEqual(['好久不见', '说面霜'])
  })

  test('deals a heavier branch more often', () => {
    const playbook = saying(['{[9]多|少}'])
    const lines = Array.from({ length: 400 }, (_, i) => lineOf(playbook, {}, `rep${i}`, 'warm'))
    const often = lines.filter((line) => line === '多').length
    expect(often).toBeGreaterThan(320)
    expect(often).toBeLessThan(400)
  })

  test('is none for a playbook without steps', () => {
    expect(lineOf(book('empty', { steps: [] }), {}, 'seed', 'warm')).toBeNull()
  })
})

const fact = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
const facts: fc.Arbitrary<PlayFacts> = fc.record(
  Object.fromEntries(PLAY_FACTS.map((name) => [name, fact])) as Record<string, typeof fact>,
  { requiredKeys: [] },
)

test('of the playbooks of the product, every dealt line holds the facts of some line of it verbatim, and the same again', () => {
  const which = fc.record({
    kind: fc.constantFrom(...REP_KINDS),
    scene: fc.constantFrom(...PLAYBOOKS.map(({ scene }) => scene)),
    relation: fc.constantFrom(null, ...RELATIONS),
    value: fc.constantFrom(null, ...VALUES),
  })
  fc.assert(
    fc.property(which, facts, fc.string(), fc.constantFrom(...TONES), (who, known, seed, tone) => {
      const playbook = playFor(PLAYBOOKS, who)
      const line = playbook && lineOf(playbook, known, seed, tone)
      expect(playbook && lineOf(playbook, { ...known }, seed, tone)).toBe(line)
      if (line === null) return
      const sources = (playbook?.steps[0]?.say ?? []).filter(
        (written) => speakLine(written, known, seed, tone) === line,
      )
      expect(sources.length).toBeGreaterThan(0)
      for (const named of factsIn(holdFacts(sources[0] ?? ''))) expect(line).toContain(known[named])
    }),
  )
})

test('facts outside choices survive whatever choices stand around them', () => {
  const words = fc.stringMatching(/^[一-龥]{1,4}$/)
  fc.assert(
    fc.property(words, words, words, fact, fact, fc.string(), (a, b, c, topic, rep, seed) => {
      const line = speakLine(`{${a}|{[3]${b}|${c}}}{topic}{${c}|${b}}{rep}`, { topic, rep }, seed, 'lively') ?? ''
      const [before, after] = [line.indexOf(topic), line.lastIndexOf(rep)]
      expect(before).toBeGreaterThanOrEqual(0)
      expect(after + rep.length).toBe(line.length)
    }),
  )
})

describe('what is wrong with a line', () => {
  test.each([
    [
      'an unknown fact, and where',
      ['您好', '在看{price}的'],
      [{ step: 0, line: 1, reason: 'unknown-fact', at: 2, fact: 'price' }],
    ],
    ['an unclosed choice, past a fact', ['{topic}{a|b'], [{ step: 0, line: 0, reason: 'unclosed', at: 7 }]],
    ['a voice without a branch', ['{[专业]a|[活泼]b}'], [{ step: 0, line: 0, reason: 'no-branch-for-tone', at: 0 }]],
    [
      'a locked word that a branch loses',
      ['{送到家|自己来}'],
      [{ step: 0, line: 0, reason: 'locked-word-in-choice', at: 0 }],
    ],
    ['nothing where the locked word is in each', ['{今天|明天}送到家'], []],
    ['nothing where a choice has facts in it', ['{说{topic}|说说}'], []],
  ])('%s', (_, say, faults) => {
    expect(findPlayFaults(saying(say, ['送到家']))).toEqual(faults)
  })

  test.each([
    ['看到您昨晚读了防晒那篇', '看到您昨晚读'],
    ['我发现您点开了好几次', '发现您点开'],
    ['您刚才看的那篇不错', '您刚才看'],
    ['您停留了 13 分钟', '停留了 13 分钟'],
    ['{看到|知道}您读过了', '知道您读'],
    ['帮我一键发朋友圈', '一键发朋友圈'],
    ['全网第一的面霜', '全网第一'],
  ])('%s', (line, word) => {
    expect(checkLine(line).map((found) => [found.severity, found.word])).toContainEqual(['block', word])
  })

  test('a fact is not read as words of hers, and places stay those of the line as written', () => {
    const found = findPlayWords(saying(['{topic}里的国家级好物']))
    expect(found).toMatchObject([{ step: 0, line: 0, word: '国家级', at: 9, severity: 'block' }])
  })

  test('what lies within another finding is told once', () => {
    expect(checkLine('看到您昨晚读了两篇').map(({ word }) => word)).toEqual(['看到您昨晚读'])
  })

  test('nothing in what is fine', () => {
    expect(checkLine('最近在看{topic}的内容，整理了三条要点，要不要发您？')).toEqual([])
    expect(checkLine('我最近看到一篇好文章')).toEqual([])
  })
})
