// What does the built mini program consist of? Reads dist/weapp: templates compiled by WeChat's own compiler, scripts and configs.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { type AppJson, filesOf, pagesOf } from './dist-files'

export type Dict = Record<string, unknown>
export type PageJson = Dict & { component?: boolean; usingComponents?: Record<string, string> }
export type TemplateGroups = Record<string, unknown>

export type Dist = {
  readonly dir: string
  readonly app: AppJson
  /** Every page route, subpackages included. */
  readonly pages: readonly string[]
  readonly tabs: readonly string[]
  readonly groups: TemplateGroups
  readonly warnings: readonly string[]
  script(file: string): string | null
  config(route: string): PageJson
}

const compiled = new Map<string, Dist>()

const compileTemplates = (dir: string): { groups: TemplateGroups; warnings: string[] } => {
  const group = TmplGroup.newDev()
  const warnings: string[] = []
  const read = (file: string): string => readFileSync(path.join(dir, file), 'utf8')
  for (const file of filesOf(dir, '.wxs')) group.addScript(file.slice(0, -'.wxs'.length), read(file))
  for (const file of filesOf(dir, '.wxml')) {
    const found = group.addTmpl(file.slice(0, -'.wxml'.length), read(file)) as { message?: string }[]
    for (const fault of found) warnings.push(`${file}: ${fault.message ?? JSON.stringify(fault)}`)
  }
  const code = group.getTmplGenObjectGroups()
  group.free()
  return { groups: new Function(`return ${code}`)() as TemplateGroups, warnings }
}

/** Compiles once per process and folder. Throws a sentence when there is no build. */
export const compileDist = (dir: string): Dist => {
  const known = compiled.get(dir)
  if (known) return known
  if (!existsSync(path.join(dir, 'app.json')))
    throw new Error(`No mini program is built in ${dir}. Run: npm run build weapp`)
  const text = (file: string): string => readFileSync(path.join(dir, file), 'utf8')
  const app = JSON.parse(text('app.json')) as AppJson
  const dist: Dist = {
    dir,
    app,
    pages: pagesOf(app),
    tabs: (app.tabBar?.list ?? []).map((tab) => tab.pagePath),
    ...compileTemplates(dir),
    script: (file) => (existsSync(path.join(dir, file)) ? text(file) : null),
    config: (route) => JSON.parse(text(`${route}.json`)) as PageJson,
  }
  compiled.set(dir, dist)
  return dist
}

/** The build under test: RIPPLE_WEAPP_DIST or dist/weapp. */
export const builtDist = (): string => path.resolve(process.env.RIPPLE_WEAPP_DIST ?? 'dist/weapp')
