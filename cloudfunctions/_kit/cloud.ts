// Which cloud are we in? The only file that imports the SDK; nothing happens before the first call.
import * as tcb from '@cloudbase/node-sdk'

let app: tcb.CloudBase | undefined
let db: ReturnType<tcb.CloudBase['database']> | undefined

/** Without them the SDK rejects a promise that nobody waits for, which ends the process: said here, as any other error. */
const requireSecrets = (): void => {
  const { TENCENTCLOUD_SECRETID: id, TENCENTCLOUD_SECRETKEY: key } = process.env
  if (!id || !key) throw new Error('The platform has given this process no secrets (TENCENTCLOUD_SECRETID)')
}

/** keepalive: inside functions the SDK opens a connection per request unless told otherwise. */
export const cloud = (): tcb.CloudBase => {
  if (!app) requireSecrets()
  app ??= tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
  return app
}

export const database = (): NonNullable<typeof db> => {
  db ??= cloud().database()
  return db
}

export type Command = NonNullable<typeof db>['command']
