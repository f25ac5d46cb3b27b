// Changing an environment through @cloudbase/manager-node: with manager-find.ts all that the product knows of that package.
import path from 'node:path'
import { promisify } from 'node:util'
import type CloudBase from '@cloudbase/manager-node'
import { CALLERS, findAll, LATEST, markOf } from './manager-find'
import type { Port } from './port'
import { CLOSED, type WantedFunction } from './state'

export type Account = { envId: string; secretId: string; secretKey: string; region: string }

type DatabasePort = Pick<
  Port,
  'createCollection' | 'closeCollection' | 'createIndex' | 'dropIndex' | 'closeStorage' | 'openPath'
>
const databasePort = (app: CloudBase, envId: string): DatabasePort => {
  const { database, storage, access } = app
  return {
    createCollection: async (name) => void (await database.createCollectionIfNotExists(name)),
    closeCollection: async (name) => {
      const Param = { EnvId: envId, CollectionName: name, AclTag: CLOSED }
      await app.commonService('tcb').call({ Action: 'ModifyDatabaseACL', Param })
    },
    createIndex: async (collection, { name, keys, unique }) => {
      const MgoIndexKeys = keys.map(([Name, direction]) => ({ Name, Direction: String(direction) }))
      const MgoKeySchema = { MgoIndexKeys, MgoIsUnique: unique ?? false }
      await database.updateCollection(collection, { CreateIndexes: [{ IndexName: name, MgoKeySchema }] })
    },
    dropIndex: async (collection, name) =>
      void (await database.updateCollection(collection, { DropIndexes: [{ IndexName: name }] })),
    closeStorage: async () => void (await storage.setStorageAcl(CLOSED)),
    openPath: async (at, name) => void (await access.createAccess({ path: at, name })),
  }
}

const isMissing = (error: unknown): boolean =>
  String((error as { code?: unknown } | null)?.code ?? error).includes('ResourceNotFound')

const askOf = (fn: WantedFunction) => ({
  ...{ name: fn.name, memorySize: fn.memorySize, timeout: fn.timeout, runtime: fn.runtime },
  // the platform installs native packages from the package.json beside the bundle
  ...{ handler: 'index.main', installDependency: true, description: markOf(fn.code) },
})

type FunctionPort = Pick<
  Port,
  'createFunction' | 'keepVersion' | 'putCode' | 'putSettings' | 'createTimer' | 'dropTimer' | 'route'
>
const functionPort = ({ functions }: CloudBase): FunctionPort => {
  const settled = (name: string): Promise<void> => functions.waitFunctionActive(name)
  return {
    createFunction: async (fn, folder) => {
      const triggers = fn.timers.map((timer) => ({ ...timer, type: 'timer' }))
      const func = { ...askOf(fn), envVariables: { ...fn.env }, triggers }
      await functions.createFunction({ func, functionPath: path.resolve(folder) })
    },
    keepVersion: async (name, words) => {
      const { FunctionVersion } = await functions.publishVersion({ functionName: name, description: words })
      await settled(name)
      return FunctionVersion
    },
    putCode: async (fn, folder) => {
      await functions.updateFunctionCode({ func: askOf(fn), functionPath: path.resolve(folder) })
      await settled(fn.name)
    },
    putSettings: async (fn, env) => {
      await functions.updateFunctionConfig({ ...askOf(fn), envVariables: { ...env } })
      await settled(fn.name)
    },
    createTimer: async (name, timer) =>
      void (await functions.createFunctionTriggers(name, [{ ...timer, type: 'timer' }])),
    dropTimer: async (name, timer) => {
      await functions.deleteFunctionTrigger(name, timer.name).catch((error: unknown) => {
        if (!isMissing(error)) throw error
      })
    },
    route: async (functionName, version) =>
      void (await functions.updateFunctionAliasConfig({
        ...{ functionName, name: CALLERS, functionVersion: version ?? LATEST },
      })),
  }
}

type Cos = { putObjectCopy(options: object, done: (error: unknown) => void): void }

type HostingPort = Pick<Port, 'upload' | 'copyHosted' | 'removeHosted'>
const hostingPort = ({ hosting, storage }: CloudBase): HostingPort => ({
  upload: async (files) => {
    if (files.length)
      await hosting.uploadFiles({ files: files.map(({ from, to }) => ({ localPath: from, cloudPath: to })) })
  },
  copyHosted: async (from, to) => {
    const [site] = await hosting.getInfo()
    if (!site) throw new Error('static hosting is not open yet: open it in the console (静态网站托管)')
    const { Bucket, Regoin: Region } = site // as the platform spells it
    // a copy within the bucket, for what is served comes from a cache that may be older; the package has none of its own
    // biome-ignore lint/complexity/useLiteralKeys: the package types it as private
    const cos = storage['getCos']() as unknown as Cos
    const copy = promisify(cos.putObjectCopy.bind(cos)) as (options: object) => Promise<unknown>
    const CopySource = `${Bucket}.cos.${Region}.myqcloud.com/${from.split('/').map(encodeURIComponent).join('/')}`
    await copy({ Bucket, Region, Key: to, CopySource })
  },
  removeHosted: async (gone) => {
    for (const cloudPath of gone) {
      const { Error: failed } = await hosting.deleteFiles({ cloudPath, isDir: false })
      if (failed.length) throw failed[0] // told in the answer, not thrown
    }
  },
})

export const managerPort = async ({ envId, ...account }: Account): Promise<Port> => {
  // a second to load, and nobody but a deployment needs it
  const { default: Manager } = await import('@cloudbase/manager-node')
  const app: CloudBase = new Manager({ ...account, envId })
  await app.currentEnvironment().lazyInit()
  const find: Port['find'] = (ours) => findAll(app, envId, ours)
  return { find, ...databasePort(app, envId), ...functionPort(app), ...hostingPort(app) }
}
