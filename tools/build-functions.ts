// What is uploaded to the cloud? Each function as one file with everything in it, and the fonts beside the one that paints.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { buildFonts } from './fonts'

const FUNCTIONS = ['reader', 'rep', 'hq', 'render', 'open', 'jobs', 'wechat'] as const
/** Packages with native code: the platform installs them from the package.json beside the bundle. */
const INSTALLED: Readonly<Record<string, readonly string[]>> = { render: ['sharp', '@napi-rs/canvas'] }
/** What a function asks of WeChat needs its leave, in a config.json beside it (effective when uploaded by WeChat's devtools). */
const LEAVE_FOR: Readonly<Record<string, string>> = {
  'wxacode.getUnlimited': 'wxacode.getUnlimited',
  '/wxa/msg_sec_check': 'security.msgSecCheck',
  '/wxa/media_check_async': 'security.mediaCheckAsync',
  '/cgi-bin/message/subscribe/send': 'subscribeMessage.send',
}

/** Read off the bundle: a list by hand forgot one, and WeChat's refusal is easily overlooked. */
const leavesOf = (bundle: string): string[] => {
  const code = readFileSync(bundle, 'utf8')
  return Object.entries(LEAVE_FOR).flatMap(([asked, leave]) => (code.includes(asked) ? [leave] : []))
}

const writeJson = (file: string, content: object): void => writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)

const versionOf = (root: string, name: string): string => {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const version: unknown = dependencies?.[name]
  if (typeof version !== 'string') throw new Error(`${name} is not a dependency of this product`)
  return version
}

const HASH_LENGTH = 8

/** The same for the same sources, wherever they are built: `0.1.0+3fa2b1c9`. */
const versionOfSources = (root: string): string => {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  const hash = createHash('sha256')
  for (const place of ['cloudfunctions', 'shared']) {
    const names = readdirSync(path.join(root, place), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    for (const name of names.sort()) hash.update(name).update(readFileSync(path.join(root, name)))
  }
  return `${version}+${hash.digest('hex').slice(0, HASH_LENGTH)}`
}

type Built = { root: string; outDir: string; version: string }

const buildFunction = async (name: string, { root, outDir, version }: Built): Promise<void> => {
  const home = path.join(outDir, name)
  const installed = INSTALLED[name] ?? []
  mkdirSync(home, { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: [`cloudfunctions/${name}/index.ts`],
    outfile: path.join(home, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    // names stay, so that a stack trace can be read without the map
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'linked',
    define: { RIPPLE_VERSION: JSON.stringify(version) },
    external: [...installed],
    alias: { '@shared': path.join(root, 'shared') },
    logLevel: 'warning',
  })
  const dependencies = Object.fromEntries(installed.map((dependency) => [dependency, versionOf(root, dependency)]))
  writeJson(path.join(home, 'package.json'), { name, private: true, main: 'index.js', dependencies })
  writeJson(path.join(home, 'config.json'), { permissions: { openapi: leavesOf(path.join(home, 'index.js')) } })
}

/** Builds every function to `${outDir}/${name}/index.js`; returns outDir. */
export const buildFunctions = async (outDir?: string, root = process.cwd()): Promise<string> => {
  const target = path.resolve(root, outDir ?? 'dist/cloudfunctions')
  const built = { root, outDir: target, version: versionOfSources(root) }
  const functions = FUNCTIONS.map((name) => buildFunction(name, built))
  await Promise.all([...functions, buildFonts(path.join(target, 'render/fonts'), root)])
  return target
}

// run.mjs names the bundle after the tool: anyone else only imports
if (path.basename(process.argv[1] ?? '') === 'build-functions.cjs') {
  buildFunctions().then(console.log, (error: Error) => {
    console.error(error.message)
    process.exit(1)
  })
}
