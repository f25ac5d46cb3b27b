// Runs jest. Files that failed are run once more, alone: only what fails twice counts as failed, and both times are told.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** What jest's `--json` report says, as far as it is asked. */
export type Report = {
  numPassedTests: number
  numFailedTests: number
  numRuntimeErrorTestSuites: number
  testResults: readonly { name: string; status: string; assertionResults: readonly { status: string }[] }[]
}
export type Counts = { passed: number; failed: number }

/** More failures than these are no accident of one busy moment. */
export const SECOND_LOOKS = 3

const countsOf = (report: Report): Counts => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
})

/** The files worth a second look: all that failed, or none where they are too many. */
export const filesToRepeat = (report: Report): readonly string[] => {
  const failed = report.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name)
  return failed.length > SECOND_LOOKS ? [] : failed
}

/** The second run speaks for its files, the first for all others. */
export const countTwice = (first: Report, second: Report): Counts => {
  const repeated = new Set(filesToRepeat(first))
  const before = first.testResults.filter(({ name }) => repeated.has(name)).flatMap((file) => file.assertionResults)
  const { passed, failed } = countsOf(second)
  return { passed: first.numPassedTests - before.filter(({ status }) => status === 'passed').length + passed, failed }
}

/** Screens make and drop so much that with Node's small young space a tenth of the time goes into collecting it. */
const env = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64` }

const runJest = (workers: number, args: readonly string[]): Promise<Report> =>
  new Promise((resolve, reject) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'ripple-check-'))
    const report = path.join(folder, 'jest.json')
    const bin = path.join('node_modules', 'jest', 'bin', 'jest.js')
    const all = [bin, `--maxWorkers=${workers}`, '--json', `--outputFile=${report}`, ...args]
    const child = spawn(process.execPath, all, { stdio: 'inherit', env })
    child.on('error', reject)
    child.on('exit', () => {
      try {
        resolve(JSON.parse(readFileSync(report, 'utf8')))
      } catch (error) {
        reject(error) // jest itself broke down
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    })
  })

export const runTests = async (workers: number, args: readonly string[]): Promise<Counts> => {
  const first = await runJest(workers, args)
  const again = filesToRepeat(first)
  if (again.length === 0) return countsOf(first)
  const names = again.map((file) => path.relative(process.cwd(), file)).join(', ')
  console.log(`\nonce more, alone: ${names}`)
  const counts = countTwice(first, await runJest(1, ['--runTestsByPath', ...again]))
  if (counts.failed === 0) console.log(`PASSED AT THE SECOND RUN ONLY, to be mended: ${names}`)
  return counts
}
