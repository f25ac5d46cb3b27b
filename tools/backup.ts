// Takes a backup of a whole environment: `node tools/run.mjs backup --out <folder> [--passes 3]`. Changes nothing there.
// Which cloud: as in recount. RIPPLE_BACKUP_KEY (64 hexadecimal digits) encrypts it: a backup holds personal data.
// RIPPLE_PERSON_KEY, if set, is noted as a mark, so that nobody restores under another.
import { parseArgs } from 'node:util'
import { readKey } from './backup/box'
import { takeBackup } from './backup/take'
import { runOperator } from './operator'

const main = async (): Promise<number> => {
  const { values } = parseArgs({ options: { out: { type: 'string' }, passes: { type: 'string', default: '3' } } })
  if (!values.out) throw new Error('Where to? node tools/run.mjs backup --out <folder>')
  const key = readKey(process.env.RIPPLE_BACKUP_KEY)
  if (!key) console.log('Not encrypted: this folder holds personal data. Set RIPPLE_BACKUP_KEY to encrypt it.')
  const passes = Math.max(1, Number(values.passes) || 1)
  const { manifest, taken } = await takeBackup({ folder: values.out, key, passes, say: console.log })
  const documents = manifest.collections.reduce((sum, { count }) => sum + count, 0)
  console.log(`${documents} documents of ${manifest.collections.length} collections, ${manifest.files.count} files.`)
  if (taken.asOf) console.log(`Everything as it was at ${taken.asOf}.`)
  else
    console.log(
      `No one instant: ${taken.moving.join(', ')} moved all the time. Stop the timer and take it again, or recount after a restore.`,
    )
  return 0
}

runOperator(main)
