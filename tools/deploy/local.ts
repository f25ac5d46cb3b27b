// What is in the local cloud? It tells; and it makes everything itself when it starts, so nothing is applied.
import path from 'node:path'
import type { Index } from '@shared/schema'
import type { TimerTrigger } from '../../emulator'
import { askLocal } from '../which-cloud'
import type { Found, Wanted } from './state'
import { hashFolder } from './wanted'

type State = {
  collections: { name: string; indexes: Index[] }[]
  functions: { name: string; memorySize: number; timeout: number; triggers: TimerTrigger[]; folder: string }[]
  httpPaths: Record<string, string>
}

/** `url`: which local cloud; without it the usual one. */
export const findLocal = async (url: string | undefined): Promise<{ url: string; found: Found }> => {
  const asked = await askLocal(url)
  return { url: asked.url, found: foundOf(asked.state as State) }
}

/** It has no rules, no hosting of its own, no versions; settings are its own. */
const foundOf = ({ collections, functions, httpPaths }: State): Found => ({
  functions: functions.map(({ name, memorySize, timeout, triggers, folder }) => ({
    ...{ name, memorySize, timeout, runtime: null, env: null, route: null },
    timers: triggers.map(({ name: timer, config }) => ({ name: timer, config })),
    code: hashFolder(path.resolve(folder)),
  })),
  collections: collections.map((one) => ({ ...one, acl: null })),
  ...{ storageAcl: null, httpPaths, hosting: null, weapp: null },
})

/** Of what is wanted, what a local cloud can have. */
export const wantedLocally = (wanted: Wanted): Wanted => ({
  ...wanted,
  functions: wanted.functions.map((one) => ({ ...one, env: {} })),
  ...{ missing: [], weapp: null },
})
