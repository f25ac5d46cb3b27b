// Does the built mini program ask for anything that WeChat on iOS 12 does not have?
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { builtDist } from './harness/compile'
import { filesOf } from './harness/dist-files'

/** The syntax is ES2019 (validate:weapp); these are calls and patterns that parse and fail when they run. */
const LACKING: [what: string, found: RegExp][] = [
  ['methods of texts', /\.(replaceAll|matchAll|isWellFormed|toWellFormed)\b/g],
  ['methods of lists', /\.(at\(|(findLast|findLastIndex|toSorted|toReversed|toSpliced)\b)/g],
  ['Object', /\bObject\.(fromEntries|hasOwn|groupBy)\b/g],
  ['Promise', /\bPromise\.(allSettled|any|withResolvers|try)\b/g],
  ['globals', /(?<![.\w'"$])(structuredClone|queueMicrotask|BigInt|WeakRef|FinalizationRegistry)\s*\(/g],
  ['lookbehind', /\(\?<[=!]/g],
  ['classes of letters', /\\p\{/g],
  ['Intl of iOS 13 and later', /\bIntl\.(ListFormat|RelativeTimeFormat|DisplayNames|Locale|Segmenter)\b/g],
]

const lackingIn = (code: string, pattern: RegExp): string[] =>
  Array.from(
    code.matchAll(pattern),
    ({ 0: word, index }) => `${word} … ${code.slice(Math.max(0, index - 60), index + 60)}`,
  )

const dist = builtDist()
const scripts = filesOf(dist, '.js').map((file) => ({ file, code: readFileSync(path.join(dist, file), 'utf8') }))

test.each(LACKING)('no script has %s that are not there', (_, pattern) => {
  expect(scripts.length).toBeGreaterThan(10)
  const found = scripts.flatMap(({ file, code }) => lackingIn(code, pattern).map((words) => `${file}: ${words}`))
  expect(found).toEqual([])
})

test.each([
  ["a.replaceAll('x','')", 1],
  ['e.at(-1)', 1],
  ['c.at-o.at', 0],
  ['Object.fromEntries(e)', 1],
  ['Promise.allSettled(n)', 1],
  ['structuredClone(e)', 1],
  ['/(?<=a)b/', 1],
  ['/(?<year>a)/', 0],
])('%s is found %s times', (code, times) => {
  expect(LACKING.flatMap(([, pattern]) => lackingIn(code, pattern))).toHaveLength(times)
})
