// Writes down who has been forgotten, without naming anybody: `node tools/run.mjs erase-list --out <file>`. To be run often and
// kept outside this cloud: `restore --erasures <file>` forgets again whom a backup of before brings back. Which cloud: as in recount.
import { renameSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { makeEraseList } from './backup/erase-again'
import { runOperator } from './operator'

const main = async (): Promise<number> => {
  const { values } = parseArgs({ options: { out: { type: 'string' } } })
  if (!values.out) throw new Error('Where to? node tools/run.mjs erase-list --out <file>')
  const list = await makeEraseList(Date.now())
  writeFileSync(`${values.out}.part`, `${JSON.stringify(list)}\n`)
  renameSync(`${values.out}.part`, values.out)
  console.log(
    `${list.erased.length} people, ${list.ended.length} consents and voices, ${list.withdrawn.length} offers.`,
  )
  return 0
}

runOperator(main)
