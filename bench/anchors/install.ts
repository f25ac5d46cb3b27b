// How do the packages that benchmarks compare with get here? Into dist/anchors, from their own lock, when a bench asks.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const HOME = path.resolve('dist/anchors')
const SOURCE = path.resolve('bench/anchors')
const LOCK = 'package-lock.json'

/** Says which lock was installed; npm rewrites the lock itself for the machine it runs on. */
const MARK = path.join(HOME, 'installed.json')

const isInstalled = (): boolean =>
  existsSync(MARK) && readFileSync(MARK, 'utf8') === readFileSync(path.join(SOURCE, LOCK), 'utf8')

/** The folder they are in; undefined, and a word about it, when they cannot be had. */
export const installAnchors = (say: (line: string) => void): string | undefined => {
  if (isInstalled()) return HOME
  try {
    mkdirSync(HOME, { recursive: true })
    for (const file of ['package.json', LOCK]) copyFileSync(path.join(SOURCE, file), path.join(HOME, file))
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: HOME, stdio: 'pipe' })
    copyFileSync(path.join(SOURCE, LOCK), MARK)
    return HOME
  } catch (error) {
    const [first] = String(error instanceof Error ? error.message : error).split('\n')
    say(`the packages to compare with could not be installed, their rows are skipped: ${first}`)
    return undefined
  }
}

/** `require` as from that folder. */
export const requireFrom = (home: string): NodeJS.Require => createRequire(path.join(home, 'package.json'))
