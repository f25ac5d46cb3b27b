// How does one come back to a state? The whole local cloud under a name: database, accounts and files; processes start anew.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Cloud } from './cloud'
import { invalidParam } from './errors'

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/

const placeOf = (cloud: Cloud, name: string) => {
  if (!NAME.test(name)) throw invalidParam(`a snapshot is named with a-z, 0-9 and -, not ${JSON.stringify(name)}`)
  const folder = path.join(cloud.home, 'snapshots', name)
  return { folder, database: path.join(folder, 'database.sqlite'), files: path.join(folder, 'files') }
}

/** Taken at one instant, between two requests; the same name replaces. What running transactions have written is not in it. */
export const takeSnapshot = (cloud: Cloud, name: string): void => {
  const { folder } = placeOf(cloud, name)
  // aside first: a snapshot is there as a whole or not at all
  const aside = placeOf(cloud, `taking-${process.pid}`)
  rmSync(aside.folder, { recursive: true, force: true })
  mkdirSync(aside.folder, { recursive: true })
  cloud.database.engine.saveTo(aside.database)
  cpSync(cloud.storage.objects, aside.files, { recursive: true })
  rmSync(folder, { recursive: true, force: true })
  renameSync(aside.folder, folder)
}

/** Everything is as it was; indexes are those of today's schema, running transactions are over. */
export const restoreSnapshot = (cloud: Cloud, name: string): void => {
  const { folder, database, files } = placeOf(cloud, name)
  if (!existsSync(folder)) throw invalidParam(`there is no snapshot ${name}`)
  cloud.database.transactions.stop()
  cloud.database.engine.loadFrom(database)
  cloud.database.engine.applySchema(cloud.options.schema)
  rmSync(cloud.storage.objects, { recursive: true, force: true })
  cpSync(files, cloud.storage.objects, { recursive: true })
  // what processes remember is of another time
  cloud.functions.crashAll()
}
