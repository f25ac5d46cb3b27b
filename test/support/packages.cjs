// How do tests load large packages quickly? Jest reads a package anew for every test file, and file by file: three thousand
// for Ant Design with its icons. Each is put into one file, once for all, which holds the same code and the same exports.
const { createHash } = require('node:crypto')
const { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const { build } = require('esbuild')

const root = path.resolve(__dirname, '../..')

/** What is imported from them; those of a line share their insides, as they do in the product. */
const PACKAGES = {
  desk: ['antd', 'antd/locale/en_US', 'antd/locale/zh_CN', '@ant-design/icons'],
  cloud: ['@cloudbase/node-sdk'],
  queries: ['mingo'],
}
/** There is one of these for everybody. */
const SHARED = ['react', 'react-dom', 'dayjs'].flatMap((name) => [name, `${name}/*`])

const slugOf = (name) => name.replace(/[^\w]+/g, '-')
const escaped = (name) => name.replace(/[/\\.]/g, '\\$&')

/** Other packages, or another list of them, have another place. */
const madeOf = createHash('sha256')
for (const file of [path.join(root, 'package-lock.json'), __filename]) madeOf.update(readFileSync(file))
const home = path.join(root, 'dist/test', `packages-${madeOf.digest('hex').slice(0, 16)}`)

const buildPackages = async (place, bundle, names) => {
  const each = names.map((name) => `get ${JSON.stringify(name)}() { return require(${JSON.stringify(name)}) }`)
  await build({
    stdin: { contents: `module.exports = { ${each.join(', ')} }`, resolveDir: root },
    outfile: path.join(place, `${bundle}.cjs`),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    external: SHARED,
    logLevel: 'warning',
  })
  for (const name of names)
    writeFileSync(
      path.join(place, `${slugOf(name)}.cjs`),
      `module.exports = require('./${bundle}.cjs')[${JSON.stringify(name)}]\n`,
    )
}

/** Before any test runs. Two who build at once end with one of them. */
module.exports = async () => {
  if (existsSync(home)) return
  mkdirSync(path.dirname(home), { recursive: true })
  const draft = mkdtempSync(`${home}-`)
  await Promise.all(Object.entries(PACKAGES).map(([bundle, names]) => buildPackages(draft, bundle, names)))
  try {
    renameSync(draft, home)
  } catch {
    rmSync(draft, { recursive: true, force: true })
  }
  if (!existsSync(home)) throw new Error(`The packages could not be put at ${home}`)
}

/** For moduleNameMapper. */
module.exports.mapped = Object.fromEntries(
  Object.values(PACKAGES)
    .flat()
    .map((name) => [`^${escaped(name)}$`, path.join(home, `${slugOf(name)}.cjs`)]),
)
