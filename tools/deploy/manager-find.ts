// What is there already? An environment as @cloudbase/manager-node describes it.
import type CloudBase from '@cloudbase/manager-node'
import type { CollectionState, Found, FunctionState } from './state'

/** Callers who name no version get this alias's (docs.cloudbase.net/cloud-function/version). */
export const CALLERS = '$DEFAULT'
export const LATEST = '$LATEST'
/** A function's description says which code it has. */
const MARK = /^ripple (\w*)$/
export const markOf = (code: string): string => `ripple ${code}`

const PAGE = 100
/** The platform takes 20 requests of a kind in a second. */
const AT_ONCE = 4

const inTurns = async <T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> => {
  const done: R[] = []
  for (let at = 0; at < all.length; at += AT_ONCE)
    done.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(work))))
  return done
}

/** A timer's TriggerDesc is its cron, or that in an object, as older triggers have it. */
const timerConfig = (written: string): string => {
  if (!written.startsWith('{')) return written
  const { cron } = JSON.parse(written) as { cron?: string }
  return cron ?? written
}

type FoundIndex = { Name: string; Keys: { Name?: string; Direction?: string }[]; Unique: boolean }
const indexOf = ({ Name, Keys, Unique }: FoundIndex) => ({
  name: Name,
  keys: Keys.map((key) => [key.Name ?? '', key.Direction === '-1' ? -1 : 1] as const),
  ...(Unique ? { unique: true } : {}),
})

/** One that is not ours: its name is enough. */
const stranger = (name: string): FunctionState => ({
  ...{ name, memorySize: 0, timeout: 0, runtime: null, env: null, timers: [], code: null, route: null },
})

const findFunction = async ({ functions }: CloudBase, name: string): Promise<FunctionState> => {
  const info = await functions.getFunctionDetail(name)
  const { FunctionVersion } = await functions.getFunctionAlias({ functionName: name, name: CALLERS })
  const timers = info.Triggers.filter(({ Type }) => Type === 'timer')
  return {
    ...{ name, memorySize: info.MemorySize, timeout: info.Timeout, runtime: info.Runtime },
    env: Object.fromEntries(info.Environment.Variables.map(({ Key, Value }) => [Key, Value])),
    timers: timers.map(({ TriggerName, TriggerDesc }) => ({ name: TriggerName, config: timerConfig(TriggerDesc) })),
    code: MARK.exec(info.Description)?.[1] ?? '',
    route: FunctionVersion === LATEST ? null : FunctionVersion,
  }
}

const findFunctions = async (app: CloudBase, envId: string, ours: readonly string[]): Promise<FunctionState[]> => {
  const all = await app.functions.listAllFunctions({ envId })
  const names = all.map(({ FunctionName = '' }) => FunctionName)
  const known = names.filter((name) => ours.includes(name))
  return [
    ...(await inTurns(known, (name) => findFunction(app, name))),
    ...names.filter((name) => !ours.includes(name)).map(stranger),
  ]
}

const collectionNames = async ({ database }: CloudBase): Promise<string[]> => {
  const names: string[] = []
  for (;;) {
    const { Collections } = await database.listCollections({ MgoLimit: PAGE, MgoOffset: names.length })
    names.push(...Collections.map(({ CollectionName }) => CollectionName))
    if (Collections.length < PAGE) return names
  }
}

const findCollection = async (app: CloudBase, envId: string, name: string): Promise<CollectionState> => {
  const { Indexes } = await app.database.describeCollection(name)
  const Param = { EnvId: envId, CollectionName: name }
  const { AclTag } = await app.commonService('tcb').call({ Action: 'DescribeDatabaseACL', Param })
  return { name, acl: AclTag, indexes: (Indexes ?? []).map(indexOf) }
}

const findPaths = async ({ access }: CloudBase): Promise<Record<string, string>> => {
  const { APISet } = await access.getAccessList()
  return Object.fromEntries((APISet ?? []).map(({ Path, Name }) => [Path, Name]))
}

export const findAll = async (
  app: CloudBase,
  envId: string,
  ours: readonly string[],
): Promise<Omit<Found, 'weapp'>> => {
  const files = await app.hosting.listFiles()
  return {
    functions: await findFunctions(app, envId, ours),
    collections: await inTurns(await collectionNames(app), (name) => findCollection(app, envId, name)),
    storageAcl: String(await app.storage.getStorageAcl()),
    httpPaths: await findPaths(app),
    hosting: files.map(({ Key, ETag }) => ({ path: Key, md5: ETag.replaceAll('"', '') })),
  }
}
