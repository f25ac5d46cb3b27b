// Does any pattern of the rules take ever longer, or for ever, over some text that a person may send?
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createContext, Script } from 'node:vm'
import ts from 'typescript'
import { checkAdvert } from '../../shared/domain/advert/check'
import { AD_WORDS } from '../../shared/domain/advert/words.data'
import { ARTICLE_MAX, PASTE_MAX, POST_TEXT_MAX } from '../../shared/domain/limits'
import { findChildFacts } from '../../shared/domain/minor'
import { findSelling } from '../../shared/domain/sells'
import { judgeText } from '../../shared/domain/variant/guard/judge'
import { type Pump, pumpsFor, textsOf } from './rule-pumps'

type Found = { where: string; pattern: RegExp }

const files = ['shared', 'cloudfunctions'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(root, file))
    .filter((file) => file.endsWith('.ts')),
)

/** Written out: /…/. */
function writtenIn(file: string): Found[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Found[] = []
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit)
    if (!ts.isRegularExpressionLiteral(node)) return
    const end = node.text.lastIndexOf('/')
    const { line } = source.getLineAndCharacterOfPosition(node.getStart())
    const pattern = new RegExp(node.text.slice(1, end), node.text.slice(end + 1))
    found.push({ where: `${file}:${line + 1}`, pattern })
  }
  visit(source)
  return found
}

/** Put together of strings: what `run` asks the RegExp constructor for. */
function builtBy(where: string, run: () => void): Found[] {
  const found: Found[] = []
  const own = globalThis.RegExp
  globalThis.RegExp = new Proxy(own, {
    construct(target, given: [string, string?]) {
      const pattern = new target(...given)
      found.push({ where, pattern })
      return pattern
    },
  })
  try {
    run()
  } finally {
    globalThis.RegExp = own
  }
  return found
}

const written = files.flatMap(writtenIn)
const built = files
  .filter((file) => file.startsWith('shared/domain/') && readFileSync(file, 'utf8').includes('new RegExp('))
  .flatMap((file) => builtBy(file, () => jest.isolateModules(() => jest.requireActual(path.resolve(file)))))
const guard = builtBy('shared/domain/variant/guard', () =>
  judgeText('到店价99元，明天来', '到店价99元，今天来', { lockedWords: [], scope: 'edit' }),
)
const advert = AD_WORDS.flatMap(({ id, pattern, exceptions, when, unless }): Found[] =>
  [
    new RegExp(pattern, 'y'),
    ...exceptions.map((source) => new RegExp(source, 'g')),
    ...[when, unless].flatMap((source) => (source === undefined ? [] : new RegExp(source))),
  ].map((each) => ({ where: `advert ${id}`, pattern: each })),
)

const context: { run?: () => unknown } = createContext({})
const script = new Script('run()')
const TRIES = 3 // a machine may stand still for a moment; what never ends does so every time

/** What does not end in time is cut short: patterns, too, can be interrupted. */
function isDone(run: () => unknown, withinMs: number): boolean {
  context.run = run
  for (let tried = 0; tried < TRIES; tried += 1) {
    try {
      script.runInContext(context, { timeout: withinMs })
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    }
  }
  return false
}

/** Tried as the product tries it: a sticky one at every place, any other wherever it is found. */
function findEach({ source, flags, sticky }: RegExp, text: string): void {
  const pattern = new RegExp(source, sticky ? flags : `${flags.replace('g', '')}g`)
  for (let at = 0; at <= text.length; at += 1) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (sticky) continue
    if (!found) return
    at = Math.max(at, pattern.lastIndex - 1)
  }
}

const isSlow = (pattern: RegExp, pump: Pump, length: number, withinMs: number): boolean =>
  textsOf(pump, length).some((text) => !isDone(() => findEach(pattern, text), withinMs))

/** The first pump that a pattern does not get through in time, and the pattern. */
const slowOf = (all: readonly Found[], length: number, withinMs: number): string[] =>
  all.flatMap(({ where, pattern }) => {
    const slow = pumpsFor(pattern).find((pump) => isSlow(pattern, pump, length, withinMs))
    return slow ? [`${where}: ${slow.before}(${slow.again})… of /${pattern.source.slice(0, 80)}/`] : []
  })

/** What grows with the text takes a few of them at most, over the longer one too. */
const MOMENT_MS = 250
/** Far longer than anything that is taken: what begins anew at each character of a run takes seconds over it. */
const LONG = 100_000

test.each([
  ['a word of two others', /宝宝(?:刚刚|刚|才)*满月/],
  ['a word that begins with one and ends with another', /宝宝(?:快|要|快要)*满月/],
  ['words that end where others begin', /(?:ab|a|bc|c)*d/],
  ['a run of runs', /(?:\s*[a-z]+)+:/],
  ['what may be left out, behind what stands ahead', /x(?=(?:[a-z]?[a-z])*1)/],
])('%s, repeated, never ends', (_, pattern) => {
  expect(slowOf([{ where: 'here', pattern }], POST_TEXT_MAX, MOMENT_MS)).toHaveLength(1)
})

test.each([
  ['a run that may begin anywhere', /[0-9一二三]+天/],
  ['blanks at the end', /\s+$/],
  ['a bracket that is never closed', /《[^》\n]*》/],
  ['one run after the other', /a[a-z]*[a-c]+\d/],
])('%s takes too long over a long text', (_, pattern) => {
  expect(slowOf([{ where: 'here', pattern }], LONG, MOMENT_MS)).toHaveLength(1)
})

test('the patterns are there: of the advert rules, of the other rules, of the functions', () => {
  const places = [...written, ...built, ...guard].map(({ where }) => where)
  for (const place of ['shared/domain/minor.ts', 'shared/domain/sells.ts', 'shared/domain/variant/guard'])
    expect(places).toContain(place)
  expect(places.filter((where) => where.startsWith('cloudfunctions/')).length).toBeGreaterThan(20)
  expect([...advert, ...written].filter(({ pattern }) => pumpsFor(pattern).length > 0).length).toBeGreaterThan(100)
})

test('no pattern takes more than a moment over a text of 2,000 characters', () => {
  expect(slowOf([...written, ...built, ...guard, ...advert], POST_TEXT_MAX, MOMENT_MS)).toEqual([])
}, 120_000)

const ofRules = /^shared\/domain\/(?:minor|sells|safety|signal|play-check)/
test('no pattern of the word rules takes more than a moment over a text of 100,000 characters', () => {
  const rules = [...written, ...built].filter(({ where }) => ofRules.test(where))
  expect(slowOf([...rules, ...advert], LONG, MOMENT_MS)).toEqual([])
}, 120_000)

test.each<[string, (text: string) => unknown, number]>([
  ['children', findChildFacts, PASTE_MAX],
  ['adverts', checkAdvert, ARTICLE_MAX],
  ['selling', findSelling, ARTICLE_MAX],
])(
  'what is looked for of %s is found in time in the longest text that is one word over and over',
  (_, find, length) => {
    const words = [
      '刚',
      '刚刚',
      '快要',
      '量超',
      '量破',
      '一',
      '0',
      '3岁',
      '满月',
      'Aa ',
      '到店',
      '99元',
      '最',
      '啊',
      '（',
      ' ',
    ]
    const slow = words.flatMap((word) =>
      ['', '宝宝', '累计销']
        .map((before) => before + word.repeat(length / word.length))
        .filter((text) => !isDone(() => find(text), 4 * MOMENT_MS))
        .map((text) => text.slice(0, 8)),
    )
    expect(slow).toEqual([])
  },
)
