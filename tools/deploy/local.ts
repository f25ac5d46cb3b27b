// What is in the local cloud? It tells; and it makes everything itself when it starts, so nothing is applied.
import path from 'node:path'
import type { Index } from '@shared/schema'
import type { TimerTrigger } from '../../emulator'
import type { Found, Wanted } from './state'
import { hashFolder } from './wanted'

type State = {
  collections: { name: string; indexes: Index[] }[]
  functions: { name: string; memorySize: number; timeout: number; triggers: TimerTrigger[]; folder: string }[]
  httpPaths: Record<string, string>
}

const DEFAULT_URLS = ['http://127.0.0.1:8800', 'http://127.0.0.1:8787'] // `npm start`, `npm run emulator`

const ask = async (url: string): Promise<State> => {
  const reply = await fetch(`${url}/_inspect/state.json`)
  if (!reply.ok) throw new Error(`${url} is no local cloud of this version (${reply.status})`)
  return (await reply.json()) as State
}

/** `url`: which local cloud; without it the one of `npm start`, or else of `npm run emulator`. */
export const findLocal = async (url: string | undefined): Promise<{ url: string; found: Found }> => {
  for (const one of url ? [url] : DEFAULT_URLS) {
    const state = await ask(one).catch((error: unknown) => {
      if (error instanceof TypeError) return null // nobody listens there
      throw error
    })
    if (state) return { url: one, found: foundOf(state) }
  }
  throw new Error(`no local cloud at ${(url ? [url] : DEFAULT_URLS).join(' or ')}: run \`npm start\` first`)
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
