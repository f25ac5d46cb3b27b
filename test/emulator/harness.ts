// How does a test get a local cloud of its own? A fresh folder, a free port, the unmodified SDK pointed at it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import tcb from '@cloudbase/node-sdk'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator'
import type { Collection } from '../../shared/schema'

export const testSchema: readonly Collection[] = [
  {
    name: 'notes',
    indexes: [
      {
        name: 'by_owner',
        keys: [
          ['owner', 1],
          ['at', -1],
        ],
      },
      {
        name: 'by_state_at',
        keys: [
          ['state', 1],
          ['at', 1],
        ],
      },
      { name: 'by_tag', keys: [['tags', 1]] },
      { name: 'by_at', keys: [['at', 1]] },
    ],
  },
  { name: 'people', indexes: [{ name: 'by_email', keys: [['email', 1]], unique: true }] },
]

export type Lab = {
  readonly dir: string
  readonly emulator: Emulator
  readonly app: ReturnType<typeof tcb.init>
  close(): Promise<void>
}

export const emptyNotes = async ({ app }: Lab): Promise<void> => {
  const database = app.database()
  await database
    .collection('notes')
    .where({ at: database.command.gte(0) })
    .remove()
}

/** Notes n0, n1, …, owned by turns by 'even' and 'odd'. */
export const seedNotes = async ({ app }: Lab, count = 6) => {
  const docs = Array.from({ length: count }, (_, i) => ({
    _id: `n${i}`,
    owner: i % 2 ? 'odd' : 'even',
    state: 'live',
    at: i,
    tags: [`t${i}`, 'all'],
    deep: { n: i, list: [{ k: i }] },
  }))
  await app
    .database()
    .collection('notes')
    .add(docs as unknown as object)
  return docs
}

/** Function sources by name; each is a CommonJS text with `exports.main`. */
export type Sources = Readonly<Record<string, string>>

export const writeFunction = (dir: string, name: string, source: string): void => {
  mkdirSync(path.join(dir, name), { recursive: true })
  writeFileSync(path.join(dir, name, 'index.js'), source)
}

export const openLab = async (
  options: Partial<EmulatorOptions> = {},
  sources: Sources = {},
  keep?: string,
): Promise<Lab> => {
  const dir = keep ?? mkdtempSync(path.join(os.tmpdir(), 'emulator-test-'))
  const functionsDir = path.join(dir, 'functions')
  for (const [name, source] of Object.entries(sources)) writeFunction(functionsDir, name, source)
  const emulator = await startEmulator({
    dataDir: path.join(dir, 'data'),
    ports: [0],
    functionsDir,
    functions: Object.keys(sources).map((name) => ({ name, timeout: 5, memorySize: 256 })),
    schema: testSchema,
    timers: false,
    ...options,
  })
  Object.assign(process.env, emulator.adminEnv)
  const app = tcb.init({ env: 'ripple-local', keepalive: true } as Parameters<typeof tcb.init>[0])
  const close = async (): Promise<void> => {
    await emulator.stop()
    if (!keep) rmSync(dir, { recursive: true, force: true })
  }
  return { dir, emulator, app, close }
}

/** The code an SDK call fails with, or undefined. */
export const codeOf = async (call: Promise<unknown>): Promise<string | undefined> => {
  try {
    await call
    return undefined
  } catch (error) {
    return (error as { code?: string }).code
  }
}

export type CallOptions = { readonly headers?: Record<string, string> }

/** Calls a function through the gateway, as a client would. */
export const callGateway = async (lab: Lab, name: string, body: unknown, { headers = {} }: CallOptions = {}) => {
  const response = await fetch(`${lab.emulator.url}/v1/functions/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}
