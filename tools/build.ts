// Builds what is out of date: cloud functions, the web app, the mini program. `npm run build [functions] [h5] [weapp]`
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildFunctions } from './build-functions'
import { extractWords } from './words/extract-words'

const root = process.cwd()
export const TARGETS = ['functions', 'h5', 'weapp'] as const
export type Target = (typeof TARGETS)[number]

const INPUTS: Record<Target, readonly string[]> = {
  functions: [
    'cloudfunctions',
    'shared',
    'package-lock.json',
    'tools/build-functions.ts',
    'tools/fonts.ts',
    'tools/font-file.ts',
  ],
  h5: ['client', 'shared', 'config', 'package-lock.json', 'babel.config.js'],
  weapp: ['client', 'shared', 'config', 'package-lock.json', 'babel.config.js', 'project.config.json'],
}
const SETTINGS = ['TCB_ENV_ID', 'RIPPLE_LOCAL_CLOUD', 'RIPPLE_LOCAL_OPENID', 'RIPPLE_API_BASE', 'RIPPLE_FILE_HOSTS']

const filesBelow = (place: string): string[] => {
  const entries = readdirSync(place, { withFileTypes: true })
  return entries.flatMap((entry) => {
    const full = path.join(place, entry.name)
    return entry.isDirectory() ? filesBelow(full) : [full]
  })
}

/** One hash over everything that goes into a target. */
export const inputsOf = (target: Target): string => {
  const hash = createHash('sha256')
  for (const name of SETTINGS) hash.update(`${name}=${process.env[name] ?? ''}\n`)
  for (const input of INPUTS[target]) {
    const full = path.join(root, input)
    const files = existsSync(full) && !/\.[a-z]+$/.test(input) ? filesBelow(full).sort() : [full]
    for (const file of files) hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}

const stampOf = (target: Target): string => path.join(root, 'dist', `.${target}.stamp`)
const isFresh = (target: Target, inputs: string): boolean =>
  existsSync(stampOf(target)) && readFileSync(stampOf(target), 'utf8') === inputs

const runTaro = (type: 'h5' | 'weapp'): Promise<void> =>
  new Promise((resolve, reject) => {
    // Taro keeps an index in the home folder that two builds at once would spoil
    const home = path.join(root, 'dist', `.home-${type}`)
    mkdirSync(home, { recursive: true })
    const child = spawn(
      process.execPath,
      [path.join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', type, '--disable-global-config'],
      { cwd: root, env: { ...process.env, HOME: home, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`taro build --type ${type} failed\n${output}`)),
    )
  })

const buildTarget = async (target: Target): Promise<void> => {
  const inputs = inputsOf(target)
  if (isFresh(target, inputs)) return
  const startedAt = Date.now()
  rmSync(stampOf(target), { force: true })
  if (target === 'functions') await buildFunctions()
  else await runTaro(target)
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  writeFileSync(stampOf(target), inputs)
  console.log(`built ${target} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
}

/** Builds the targets whose inputs changed since they were last built. What people read is not built with words missing. */
export const buildStale = async (targets: readonly Target[]): Promise<void> => {
  const isRead = (target: Target): boolean => target !== 'functions' && !isFresh(target, inputsOf(target))
  if (targets.some(isRead) && !extractWords()) throw new Error('not built: words above are missing in a language')
  await Promise.all(targets.map(buildTarget))
}
