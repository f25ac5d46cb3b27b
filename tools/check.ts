// Is everything in order? Types, lint, imports, words, builds, the mini program's files, tests: exactly what CI runs.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildStale, TARGETS } from './build'
import { runTests } from './run-tests'
import { CATALOGUES, extractWords } from './words/extract-words'

type Step = { name: string; run: () => boolean | Promise<boolean> }
/** Steps one after another. */
type Lane = readonly Step[]

const node = (...args: string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
const command = (name: string, ...args: string[]): Promise<boolean> => node(path.join('node_modules', name), ...args)

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

/** The tests' own counts are the closing line's. */
const counts = { passed: 0, failed: 0 }
const tests = (name: string, workers: number, args: readonly string[]): Step => ({
  name,
  run: async () => {
    const { passed, failed } = await runTests(workers, args)
    counts.passed += passed
    counts.failed += failed
    return failed === 0
  },
})
const ofRules = tests('tests of the rules', 1, ['--selectProjects', 'domain'])
/** Three on two cores: journeys wait for pages, and meanwhile others work. */
const ofTheRest = tests('tests of all else', 3, ['--ignoreProjects', 'domain'])
/** As somebody asked: `npm test -- --testPathPatterns kit`. */
const asked = process.argv.slice(2)

const types: Step = { name: 'types', run: () => command('typescript-native/bin/tsc', '-p', 'tsconfig.json') }
const lint: Step = {
  name: 'lint and format',
  run: () => command('@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
}
const imports: Step = {
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
}

/** Of the packages that are shipped; where the registry answers no audits it says that nobody was asked. */
const faults: Step = { name: 'known faults in packages', run: () => node('tools/run.mjs', 'audit-packages') }

/** First and alone: they write what types and builds read. */
const before: Lane = [{ name: 'words in both languages', run: words }]
/** Side by side: while one lane's step leaves a core idle, the other uses it. Journeys need the builds; nothing else does. */
const lanes: readonly Lane[] = [
  [
    { name: 'builds', run: builds },
    { name: 'mini program files', run: () => node('tools/run.mjs', 'validate-weapp') },
    { name: 'web app files', run: () => node('tools/run.mjs', 'validate-web') },
    asked.length > 0 ? tests('tests', 2, asked) : ofTheRest,
  ],
  [types, lint, imports, faults, ...(asked.length > 0 ? [] : [ofRules])],
]

const runLane = async (lane: Lane): Promise<void> => {
  for (const step of lane) {
    const startedAt = Date.now()
    const ok = await step.run()
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${step.name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
    if (step.name.startsWith('tests')) continue // counted one by one
    if (ok) counts.passed += 1
    else counts.failed += 1
  }
}

const main = async (): Promise<void> => {
  await runLane(before)
  await Promise.all(lanes.map(runLane))
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  process.exit(counts.failed === 0 ? 0 : 1)
}

void main()
