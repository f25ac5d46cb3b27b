// How heavy is the built mini program, is anything in it that no page uses, and is it told to load late and fetch ahead?
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type AppJson, filesOf, pagesOf } from '../test/weapp/harness/dist-files'
import { WEAPP } from './budgets.data'

/** What WeChat takes at most, of a package and of all. */
const PACKAGE_MAX_KB = 2048
const TOTAL_MAX_KB = 20 * 1024
const PRELOAD_MAX_KB = 2048 // of all that one page asks to fetch ahead

type Loading = { lazyCodeLoading?: string; preloadRule?: Record<string, { packages: string[] }> }

export const kb = (bytes: number): number => Math.round(bytes / 102.4) / 10

const rootsOf = (app: AppJson): string[] => (app.subPackages ?? []).map(({ root }) => root.replace(/\/$/, ''))

/** Bytes of the main package and of each subpackage. */
export const sizesOf = (dir: string, app: AppJson): Map<string, number> => {
  const roots = rootsOf(app)
  const sizes = new Map<string, number>([['main', 0], ...roots.map((root) => [root, 0] as const)])
  for (const file of filesOf(dir, '')) {
    if (/\.(LICENSE\.txt|map)$/.test(file) || file === 'project.config.json') continue // not uploaded
    const owner = roots.find((root) => file.startsWith(`${root}/`)) ?? 'main'
    sizes.set(owner, (sizes.get(owner) ?? 0) + statSync(path.join(dir, file)).size)
  }
  return sizes
}

/** What is too heavy: for WeChat, or for what we allow ourselves. */
export const weightFaults = (sizes: ReadonlyMap<string, number>): string[] => {
  const total = kb([...sizes.values()].reduce((sum, bytes) => sum + bytes, 0))
  const faults = [...sizes].flatMap(([name, bytes]) => {
    const ours = WEAPP.packageKb[name] ?? WEAPP.otherPackageKb
    const most = Math.min(ours, PACKAGE_MAX_KB)
    return kb(bytes) <= most ? [] : [`Package ${name} is ${kb(bytes)} KB; its budget is ${most} KB.`]
  })
  const most = Math.min(WEAPP.totalKb, TOTAL_MAX_KB)
  return total <= most ? faults : [...faults, `All packages are ${total} KB; their budget is ${most} KB.`]
}

/** A page runs only its own code, and what she opens next is there before she taps. */
export const loadingFaults = (app: AppJson & Loading, sizes: ReadonlyMap<string, number>): string[] => {
  const rules = Object.entries(app.preloadRule ?? {})
  const packages = rules.flatMap(([, rule]) => rule.packages)
  const heavy = rules.filter(
    ([, rule]) => kb(rule.packages.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0)) > PRELOAD_MAX_KB,
  )
  return [
    ...(app.lazyCodeLoading === 'requiredComponents' ? [] : ['app.json does not ask for lazyCodeLoading.']),
    ...(packages.includes('pkgs/rep') ? [] : ['No page fetches pkgs/rep ahead.']),
    ...packages.filter((name) => !sizes.has(name)).map((name) => `A preload rule names ${name}, which is no package.`),
    ...rules
      .filter(([page]) => !pagesOf(app).includes(page))
      .map(([page]) => `A preload rule stands for ${page}, no page.`),
    ...heavy.map(([page]) => `${page} fetches more than ${PRELOAD_MAX_KB} KB ahead.`),
  ]
}

const REACHES = [/require\("([^"]+)"\)/g, /@import\s*"([^"]+)"/g]

const reachedFrom = (dir: string, file: string, all: ReadonlySet<string>): string[] => {
  const source = readFileSync(path.join(dir, file), 'utf8')
  const ending = path.extname(file)
  return REACHES.flatMap((pattern) => [...source.matchAll(pattern)])
    .map(([, target = '']) => path.posix.join(target.startsWith('/') ? '' : path.posix.dirname(file), target))
    .map((target) => (all.has(target) ? target : target + ending))
    .filter((target) => all.has(target))
}

/** Scripts and styles that no page comes to: WeChat's devtools call them files without dependants. */
export const unusedFaults = (dir: string, app: AppJson): string[] => {
  const all = new Set([...filesOf(dir, '.js'), ...filesOf(dir, '.wxss')])
  const begins = ['app', 'comp', ...pagesOf(app)].flatMap((name) => [`${name}.js`, `${name}.wxss`])
  const reached = new Set(begins.filter((file) => all.has(file)))
  for (const file of reached) for (const next of reachedFrom(dir, file, all)) reached.add(next)
  return [...all].filter((file) => !reached.has(file)).map((file) => `${file} is in the build, but no page uses it.`)
}
