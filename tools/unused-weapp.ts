// Does WeChat's own check find files in the built mini program that nothing uses? `node tools/run.mjs unused-weapp [folder]`
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { unusedOf } from './deploy/weapp'

const main = async (): Promise<number> => {
  const folder = process.argv[2] ?? 'dist/weapp'
  const appJson = readFileSync(path.join(folder, 'app.json'), 'utf8')
  const { files, unused } = await unusedOf(folder)
  // the check does not follow the tabs' icons, which app.json names
  const faults = unused.filter((file) => !appJson.includes(JSON.stringify(file)))
  for (const file of faults) console.error(`nothing uses ${file}`)
  console.log(
    `${files} files, ${faults.length} that nothing uses (${unused.length - faults.length} tab icons passed over)`,
  )
  return faults.length === 0 ? 0 : 1
}

main().then(
  (code) => process.exit(code), // the package watches the folder on and on
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  },
)
