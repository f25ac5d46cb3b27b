// Is everything in order? Types, lint, imports, words, builds, the mini program's files, tests: exactly what CI runs.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildStale, TARGETS } from './build'
import { CATALOGUES, extractWords } from './words/extract-words'

type Step = { name: string; run: () => boolean | Promise<boolean> }

const command = (name: string, ...args: string[]): boolean =>
  spawnSync(process.execPath, [path.join('node_modules', name), ...args], { stdio: 'inherit' }).status === 0

const builds = async (): Promise<boolean> => {
  try {
    await buildStale(TARGETS)
    return true
  } catch (error) {
    console.error((error as Error).message)
    return false
  }
}

/** Every message is translated and none is left over: extracting again must change nothing. */
const words = (): boolean => {
  const before = CATALOGUES.map((file) => readFileSync(file, 'utf8'))
  if (!extractWords()) return false
  const same = CATALOGUES.every((file, at) => readFileSync(file, 'utf8') === before[at])
  if (!same) console.error('the catalogues were out of date: run `npm run i18n`, translate what is missing, commit it')
  return same
}

/** Runs jest; its own counts are the closing line's. */
const counts = { passed: 0, failed: 0 }
const tests = (): boolean => {
  const report = path.join(mkdtempSync(path.join(os.tmpdir(), 'ripple-check-')), 'jest.json')
  const ok = command('jest/bin/jest.js', '--maxWorkers=2', '--json', `--outputFile=${report}`, ...process.argv.slice(2))
  const result = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numRuntimeErrorTestSuites: number
  }
  counts.passed += result.numPassedTests
  counts.failed += result.numFailedTests + result.numRuntimeErrorTestSuites
  return ok
}

const steps: readonly Step[] = [
  { name: 'types', run: () => command('typescript/bin/tsc', '-p', 'tsconfig.json') },
  { name: 'lint and format', run: () => command('@biomejs/biome/bin/biome', 'check', '--error-on-warnings') },
  {
    name: 'imports',
    run: () =>
      command(
        'dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        'client',
        'cloudfunctions',
        'shared',
        'emulator',
        'tools',
      ),
  },
  { name: 'words in both languages', run: words },
  { name: 'builds', run: builds },
  {
    name: 'mini program files',
    run: () => spawnSync(process.execPath, ['tools/run.mjs', 'validate-weapp'], { stdio: 'inherit' }).status === 0,
  },
  { name: 'tests', run: tests },
]

const main = async (): Promise<void> => {
  for (const step of steps) {
    const startedAt = Date.now()
    const ok = await step.run()
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${step.name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
    if (step.name === 'tests') continue
    if (ok) counts.passed += 1
    else counts.failed += 1
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  process.exit(counts.failed === 0 ? 0 : 1)
}

void main()
