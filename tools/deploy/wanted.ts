// What is wanted of an environment? cloudbaserc.json, the schema, the built folders and the operator's settings.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readStages } from '@shared/domain/flag'
import { schema } from '@shared/schema'
import { HTTP_PATHS } from '../local-functions'
import { FUNCTION_SETTINGS } from './settings.data'
import type { HostedFile, Missing, Timer, Wanted, WantedFunction } from './state'

export type Places = { readonly functions: string; readonly h5: string; readonly weapp: string }
export const PLACES: Places = { functions: 'dist/cloudfunctions', h5: 'dist/h5', weapp: 'dist/weapp' }
type Env = Readonly<Record<string, string | undefined>>

export type Deployed = {
  readonly name: string
  readonly timeout: number
  readonly memorySize: number
  readonly runtime: string
  readonly handler: string
  readonly envVariables: Readonly<Record<string, string>>
  readonly triggers?: readonly { readonly name: string; readonly type: string; readonly config: string }[]
}

const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
        .sort()
    : []

/** Maps say where code came from; they are no part of it. */
const isShipped = (file: string): boolean => !file.endsWith('.map')

/** One hash over a folder's files with their names, twelve characters; '' where there is none. */
export const hashFolder = (folder: string): string => {
  const files = filesBelow(folder).filter(isShipped)
  if (!files.length) return ''
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(folder, file)))
  return hash.digest('hex').slice(0, 12)
}

const hostedFiles = (folder: string): HostedFile[] =>
  filesBelow(folder)
    .filter(isShipped)
    .map((file) => ({
      path: file,
      md5: createHash('md5')
        .update(readFileSync(path.join(folder, file)))
        .digest('hex'),
    }))

const PLACEHOLDER = /^\{\{env\.([A-Z_]+)\}\}$/

/** A value as it stands, or the operator's for `{{env.NAME}}`; undefined: she has set none. */
const setValue = (written: string, env: Env): string | undefined => {
  const name = PLACEHOLDER.exec(written)?.[1]
  return name === undefined ? written : env[name] || undefined
}

const timersOf = ({ triggers = [] }: Deployed): Timer[] => triggers.map(({ name, config }) => ({ name, config }))

const functionOf = (one: Deployed, places: Places, env: Env): WantedFunction => ({
  ...{ name: one.name, memorySize: one.memorySize, timeout: one.timeout, runtime: one.runtime, timers: timersOf(one) },
  env: Object.fromEntries(
    Object.entries(one.envVariables).flatMap(([name, written]) => {
      const value = setValue(written, env)
      return value === undefined ? [] : [[name, value]]
    }),
  ),
  code: hashFolder(path.join(places.functions, one.name)),
})

const missingOf = (one: Deployed, env: Env): Missing[] =>
  Object.entries(one.envVariables)
    .filter(([, written]) => setValue(written, env) === undefined)
    .map(([name]) => ({
      name,
      of: one.name,
      // a setting that nobody described is not to be forgotten either
      needed: FUNCTION_SETTINGS.find((setting) => setting.name === name)?.needed ?? true,
    }))

export const readDeployed = (file = 'cloudbaserc.json'): Deployed[] =>
  (JSON.parse(readFileSync(file, 'utf8')) as { functions: Deployed[] }).functions

/** `version` names an upload of the mini program; `collections` are the schema's unless a test has others. */
export const readWanted = (asked: {
  deployed: readonly Deployed[]
  env: Env
  version: string
  places?: Places
  collections?: Wanted['collections']
}): Wanted => {
  const { deployed, env, version, places = PLACES, collections = schema } = asked
  const flags = readStages(env.RIPPLE_FLAGS ?? '')
  if (!flags.ok) throw new Error(`RIPPLE_FLAGS: ${flags.fault}`)
  return {
    functions: deployed.map((one) => functionOf(one, places, env)),
    missing: deployed.flatMap((one) => missingOf(one, env)),
    collections,
    httpPaths: HTTP_PATHS,
    hosting: hostedFiles(places.h5),
    weapp: env.RIPPLE_WEAPP_KEY ? { code: hashFolder(places.weapp), version } : null,
  }
}
