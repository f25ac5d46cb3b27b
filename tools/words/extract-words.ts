// Which words does the client speak, and is every one of them translated? Chinese stands in the code already.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'

const LINGUI = 'node_modules/@lingui/cli/dist/lingui.js'
/** Where catalogues stand: the app's, and one for each large subpackage (lingui.config.ts). */
const FOLDERS = ['client/i18n', 'client/pkgs/rep/words', 'client/pkgs/desk/words']
export const CATALOGUES = FOLDERS.flatMap((folder) => [`${folder}/zh.po`, `${folder}/en.po`])

const lingui = (...args: string[]): boolean =>
  spawnSync(process.execPath, [LINGUI, ...args], { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0

type Said = unknown[]
/** As client/platform/lang.ts says Chinese: the id itself, its {names} filled in. */
const asItStands = (id: string): Said =>
  id
    .split(/\{(\w+)\}/)
    .map((part, at) => (at % 2 === 1 ? [part] : part))
    .filter((part) => part !== '')

/** Chinese goes with the code and not in a catalogue. False when some of it would not be said as it stands. */
const standsForItself = (file: string): boolean => {
  const written = readFileSync(file, 'utf8')
  const all = JSON.parse(JSON.parse(written.slice(written.indexOf('(') + 1, written.lastIndexOf(')')))) as Record<
    string,
    Said
  >
  const other = Object.entries(all).filter(([id, said]) => JSON.stringify(said) !== JSON.stringify(asItStands(id)))
  for (const [id] of other) console.error(`${file}: Chinese may only name things, as {this}: ${id}`)
  return other.length === 0
}

/** Lingui writes a word to a linter that nobody asks here. */
const leaveOutLinter = (file: string): void =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\/\*eslint-disable\*\//, ''))

/** False when something is not translated. */
export const extractWords = (): boolean => {
  try {
    if (!lingui('extract', '--clean') || !lingui('compile', '--typescript', '--strict')) return false
    for (const folder of FOLDERS) leaveOutLinter(`${folder}/en.ts`)
    return FOLDERS.map((folder) => standsForItself(`${folder}/zh.ts`)).every(Boolean)
  } finally {
    for (const folder of FOLDERS) rmSync(`${folder}/zh.ts`, { force: true })
  }
}
