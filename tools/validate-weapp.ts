// Would WeChat take this build? Its own template and style compilers, the language level, packages and their sizes.
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'acorn'
import { type AppJson, filesOf, pagesOf } from '../test/weapp/harness/dist-files'
import { kb, loadingFaults, sizesOf, unusedFaults, weightFaults } from './weapp-weights'

const ES_LEVEL = 2019 // iOS 12's JavaScriptCore reads no more
const DESK_ONLY = /ant-design|@rc-component|ant-btn/
const COMPILERS = 'node_modules/miniprogram-compiler/bin/linux'
const OUTPUT_MAX_BYTES = 64 << 20

/** WeChat's compilers say what is wrong on stderr or stdout; null when all is well. */
const complaintOf = (tool: string, args: string[], cwd: string): string | null => {
  try {
    execFileSync(tool, args, { cwd, maxBuffer: OUTPUT_MAX_BYTES, stdio: 'pipe' })
    return null
  } catch (error) {
    const { stderr, stdout, message } = error as { stderr?: Buffer; stdout?: Buffer; message: string }
    const said = `${stderr ?? ''}${(stdout?.length ?? 0) < 4000 ? stdout : ''}`.trim()
    return said || message
  }
}

const withCompilers = (work: (tool: (name: string) => string) => void): void => {
  const folder = mkdtempSync(path.join(tmpdir(), 'wechat-compilers-'))
  try {
    work((name) => {
      const copy = path.join(folder, name)
      if (!existsSync(copy)) copyFileSync(path.join(COMPILERS, name), copy)
      chmodSync(copy, 0o755)
      return copy
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const templateFaults = (dir: string, wcc: string): string[] => {
  const files = [...filesOf(dir, '.wxml'), ...filesOf(dir, '.wxs')].map((file) => `./${file}`)
  const complaint = complaintOf(wcc, ['-d', '-cc', '0', ...files, '-gn', '$gwx'], dir)
  return complaint === null ? [] : [`WeChat's template compiler refuses: ${complaint}`]
}

const styleFaults = (dir: string, wcsc: string): string[] => {
  const files = filesOf(dir, '.wxss')
  const together = complaintOf(
    wcsc,
    ['-db', '-lc', '-pc', String(files.length), ...files.map((file) => `./${file}`)],
    dir,
  )
  if (together === null) return []
  return [`WeChat's style compiler refuses: ${together}`]
}

const importFaults = (dir: string): string[] =>
  filesOf(dir, '.wxml').flatMap((file) => {
    const source = readFileSync(path.join(dir, file), 'utf8')
    const wanted = [...source.matchAll(/<(?:import|include|wxs)\b[^>]*\bsrc="([^"]+)"/g)].map(
      ([, target]) => target ?? '',
    )
    return wanted
      .filter((target) => !existsSync(path.join(dir, target.startsWith('/') ? '' : path.dirname(file), target)))
      .map((target) => `${file} takes in ${target}, which is not in the build.`)
  })

const languageFaults = (dir: string): string[] =>
  filesOf(dir, '.js').flatMap((file) => {
    try {
      parse(readFileSync(path.join(dir, file), 'utf8'), { ecmaVersion: ES_LEVEL, sourceType: 'script' })
      return []
    } catch (error) {
      return [`${file} is not ES${ES_LEVEL}: ${(error as Error).message}.`]
    }
  })

const pageFaults = (dir: string, app: AppJson): string[] => {
  const missing = pagesOf(app).flatMap((page) =>
    ['.js', '.json', '.wxml']
      .filter((ending) => !existsSync(path.join(dir, page + ending)))
      .map((ending) => page + ending),
  )
  const icons = (app.tabBar?.list ?? []).flatMap((tab) => Object.entries(tab))
  const lost = icons.filter(([key, file]) => /iconPath/i.test(key) && !existsSync(path.join(dir, file)))
  return [...missing, ...lost.map(([, file]) => file)].map(
    (file) => `app.json names ${file}, which is not in the build.`,
  )
}

const deskFaults = (dir: string): string[] =>
  ['.js', '.wxss', '.wxml']
    .flatMap((ending) => filesOf(dir, ending))
    .filter((file) => DESK_ONLY.test(readFileSync(path.join(dir, file), 'utf8')))
    .map((file) => `${file} carries parts of the desk's component library, which belong to the browser only.`)

const validate = (dir: string): number => {
  if (!existsSync(path.join(dir, 'app.json'))) {
    console.error(`No mini program is built in ${dir}. Run: npm run build weapp`)
    return 1
  }
  const app = JSON.parse(readFileSync(path.join(dir, 'app.json'), 'utf8')) as AppJson
  const sizes = sizesOf(dir, app)
  const faults = [
    ...pageFaults(dir, app),
    ...importFaults(dir),
    ...languageFaults(dir),
    ...deskFaults(dir),
    ...weightFaults(sizes),
    ...loadingFaults(app, sizes),
    ...unusedFaults(dir, app),
  ]
  if (process.platform === 'linux' && process.arch === 'x64') {
    withCompilers((tool) => {
      faults.push(...templateFaults(dir, tool('wcc')), ...styleFaults(dir, tool('wcsc')))
    })
  } else console.warn("WeChat's compilers run on x64 Linux only: templates and styles are not checked here.")
  for (const [name, bytes] of sizes) console.log(`${name.padEnd(16)} ${kb(bytes).toFixed(1).padStart(8)} KB`)
  for (const fault of faults) console.error(fault)
  console.log(
    faults.length === 0 ? `${pagesOf(app).length} pages: WeChat would take this build.` : `${faults.length} fault(s).`,
  )
  return faults.length === 0 ? 0 : 1
}

process.exitCode = validate(path.resolve(process.argv[2] ?? 'dist/weapp'))
