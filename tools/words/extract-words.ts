// Which words does the client speak, and which of them must the phone carry? Chinese that stands for itself is in the code already.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const LINGUI = 'node_modules/@lingui/cli/dist/lingui.js'
/** Where catalogues stand: the app's, and one for each large subpackage (lingui.config.ts). */
const FOLDERS = ['client/i18n', 'client/pkgs/rep/words', 'client/pkgs/desk/words']
export const CATALOGUES = FOLDERS.flatMap((folder) => [`${folder}/zh.po`, `${folder}/en.po`])
const HEAD = 'import type{Messages}from"@lingui/core";export const messages=JSON.parse('

const lingui = (...args: string[]): boolean =>
  spawnSync(process.execPath, [LINGUI, ...args], { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0

/** Messages whose id is what is said: client/platform/lang.ts says those without a catalogue. */
const leaveOutPlain = (file: string): void => {
  const written = readFileSync(file, 'utf8')
  const all = JSON.parse(JSON.parse(written.slice(written.indexOf('(') + 1, written.lastIndexOf(')')))) as Record<
    string,
    unknown
  >
  const needed = Object.entries(all).filter(([id, said]) => JSON.stringify(said) !== JSON.stringify([id]))
  writeFileSync(file, `${HEAD}${JSON.stringify(JSON.stringify(Object.fromEntries(needed)))}) as Messages;`)
}

/** Lingui writes a word to a linter that nobody asks here. */
const leaveOutLinter = (file: string): void =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\/\*eslint-disable\*\//, ''))

/** False when something is not translated. */
export const extractWords = (): boolean => {
  if (!lingui('extract', '--clean') || !lingui('compile', '--typescript', '--strict')) return false
  for (const folder of FOLDERS) {
    leaveOutPlain(`${folder}/zh.ts`)
    leaveOutLinter(`${folder}/en.ts`)
  }
  return true
}
