// What does a second run of failed test files count for?
import { countTwice, filesToRepeat, type Report } from '../../tools/run-tests'

const file = (name: string, ...statuses: string[]) => ({
  name,
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
})
const report = (...testResults: ReturnType<typeof file>[]): Report => {
  const all = testResults.flatMap(({ assertionResults }) => assertionResults)
  const count = (wanted: string) => all.filter(({ status }) => status === wanted).length
  return { numPassedTests: count('passed'), numFailedTests: count('failed'), numRuntimeErrorTestSuites: 0, testResults }
}

test('up to three files that failed are run again, more are not', () => {
  const failed = ['a', 'b', 'c', 'd'].map((name) => file(name, 'failed'))
  expect(filesToRepeat(report(file('fine', 'passed'), ...failed.slice(0, 3)))).toEqual(['a', 'b', 'c'])
  expect(filesToRepeat(report(...failed))).toEqual([])
})

test.each([
  ['passes then', file('a', 'passed', 'passed', 'passed'), { passed: 5, failed: 0 }],
  ['fails again', file('a', 'passed', 'failed', 'passed'), { passed: 4, failed: 1 }],
])('of a file that %s, the second run is what counts', (_, again, expected) => {
  const first = report(file('fine', 'passed', 'passed'), file('a', 'passed', 'failed', 'failed'))
  expect(countTwice(first, report(again))).toEqual(expected)
})

test('a file that could not even start the second time is a failure', () => {
  const second = { ...report(), numRuntimeErrorTestSuites: 1 }
  expect(countTwice(report(file('fine', 'passed'), file('a', 'failed')), second)).toEqual({ passed: 1, failed: 1 })
})
