// Puts a backup into an environment: `node tools/run.mjs restore --in <folder> [--replace] [--erasures <file>]`. Refuses one
// that holds anything else unless told --replace. May be repeated, and goes on where it was cut off. Timers must not run.
// --erasures: what `erase-list` wrote later than the backup; whoever took back or erased since is forgotten again.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readKey } from './backup/box'
import { type EraseList, eraseAgain } from './backup/erase-again'
import { putBack } from './backup/put-back'
import { runOperator } from './operator'

const OPTIONS = {
  in: { type: 'string' },
  replace: { type: 'boolean', default: false },
  erasures: { type: 'string' },
} as const

const main = async (): Promise<number> => {
  const { values } = parseArgs({ options: OPTIONS })
  if (!values.in) throw new Error('From where? node tools/run.mjs restore --in <folder>')
  const key = readKey(process.env.RIPPLE_BACKUP_KEY)
  const list = values.erasures ? (JSON.parse(readFileSync(values.erasures, 'utf8')) as EraseList) : null
  const done = await putBack({ folder: values.in, key, replace: values.replace, say: console.log })
  console.log(
    `${done.written} documents and ${done.files} files written, ${done.removed} documents removed. Everything is as in the backup.`,
  )
  if (done.missingFiles) console.log(`${done.missingFiles} files were missing already when it was taken.`)
  if (!list) {
    console.log(
      'No --erasures: whoever erased or withdrew after this backup is known again. Do not open it to people yet.',
    )
    return 0
  }
  const { persons, consents, voices, offers } = await eraseAgain(list, Date.parse(done.from))
  console.log(`Forgotten again: ${persons} people, ${consents} consents, ${voices} voices, ${offers} offers.`)
  return 0
}

runOperator(main)
