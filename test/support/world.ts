// What world do tests live in? The real functions in a local cloud, with two stores, three reps, two editors.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import tcb from '@cloudbase/node-sdk'
import { functions as deployed } from '../../cloudbaserc.json'
import { type Emulator, type EmulatorOptions, type FunctionConfig, startEmulator } from '../../emulator'
import type { ActionName, FunctionName, Output, Reply, ReplyError } from '../../shared/contracts'
import type { Lang } from '../../shared/domain/day'
import { schema } from '../../shared/schema'
import { HTTP_PATHS } from '../../tools/local-functions'
import { builtFunctions } from './built-functions'

/** A phone of WeChat, an account of the web, or nobody. */
export type As = { openid: string } | { uid: string } | null

export const READER_URL = 'https://read.example.com'
const ENV = { RIPPLE_PERSON_KEY: 'a-key-for-tests-only', RIPPLE_READER_URL: READER_URL }
// functions start cold, and the machine may be busy
jest.setTimeout(120_000)

const PASSWORD = 'correct horse'

/** Staff by name: rep lin and rep wang share a store, rep zhao has another; rep lin also signs in on the web. */
export const lin = { openid: 'oOpenidOfRepLin0000000000001' }
export const linOnWeb = { uid: 'account-lin' }
export const wang = { openid: 'oOpenidOfRepWang000000000002' }
export const zhao = { openid: 'oOpenidOfRepZhao000000000003' }
export const editor = { uid: 'account-editor' }
export const otherEditor = { uid: 'account-other-editor' }
/** She may let out what an editor wrote; the manager looks after the east street store. */
export const approver = { uid: 'account-approver' }
export const manager = { uid: 'account-manager' }
export const editorOnPhone = { openid: 'oOpenidOfTheEditor0000000004' }
/** Readers nobody knows. */
export const mei = { openid: 'oOpenidOfReaderMei0000000005' }
export const hua = { openid: 'oOpenidOfReaderHua0000000006' }
export const nobody = null

const stores = [
  { _id: 'store-east', name: '东街店', company: '东方母婴有限公司', brand: '东方母婴有限公司', kind: 'own' },
  {
    _id: 'store-west',
    name: '西街店',
    company: '西城加盟商行',
    brand: '东方母婴有限公司',
    kind: 'franchise',
  },
]
const members = [
  { _id: 'rep-lin', name: '林小满', role: 'rep', storeId: 'store-east', tone: 'warm' },
  { _id: 'rep-wang', name: '王琳', role: 'rep', storeId: 'store-east', tone: 'warm' },
  { _id: 'rep-zhao', name: '赵敏', role: 'rep', storeId: 'store-west', tone: 'expert' },
  { _id: 'editor-1', name: '陈编辑', role: 'editor', storeId: null, tone: 'warm' },
  { _id: 'editor-2', name: '孙编辑', role: 'editor', storeId: null, tone: 'warm' },
  { _id: 'approver-1', name: '周主任', role: 'approver', storeId: null, tone: 'warm' },
  {
    ...{ _id: 'manager-1', name: '吴店长', role: 'manager', storeId: 'store-east', tone: 'warm' },
    scope: { of: 'store', id: 'store-east' },
  },
]
const identities = [
  { _id: `wx:${lin.openid}`, memberId: 'rep-lin' },
  { _id: `uid:${linOnWeb.uid}`, memberId: 'rep-lin' },
  { _id: `wx:${wang.openid}`, memberId: 'rep-wang' },
  { _id: `wx:${zhao.openid}`, memberId: 'rep-zhao' },
  { _id: `uid:${editor.uid}`, memberId: 'editor-1' },
  { _id: `uid:${otherEditor.uid}`, memberId: 'editor-2' },
  { _id: `uid:${approver.uid}`, memberId: 'approver-1' },
  { _id: `uid:${manager.uid}`, memberId: 'manager-1' },
  { _id: `wx:${editorOnPhone.openid}`, memberId: 'editor-1' },
]

export type Doc = { _id: string } & Record<string, unknown>
type App = ReturnType<typeof tcb.init>

export type World = {
  readonly emulator: Emulator
  /** The SDK, as operators and jobs use it. */
  readonly app: App
  readonly database: ReturnType<App['database']>
  /** Where database, files and logs are. */
  readonly dataDir: string
  /** The reply as it is. */
  call<F extends FunctionName, A extends ActionName<F>>(
    fn: F,
    action: A,
    payload: unknown,
    as: As,
    lang?: Lang,
  ): Promise<Reply<Output<F, A>>>
  /** The data; throws when refused. */
  ask<F extends FunctionName, A extends ActionName<F>>(
    fn: F,
    action: A,
    payload: unknown,
    as: As,
  ): Promise<Output<F, A>>
  /** The refusal; throws when it went through. */
  refusal<F extends FunctionName>(
    fn: F,
    action: ActionName<F>,
    payload: unknown,
    as: As,
    lang?: Lang,
  ): Promise<ReplyError>
  /** Any event at all, as any client could send it. */
  send(fn: string, event: unknown, as: As): Promise<Reply<unknown>>
  doc(collection: string, id: string): Promise<Doc | null>
  docs(collection: string): Promise<Doc[]>
  add(collection: string, docs: readonly Doc[]): Promise<void>
  /** Stops the cloud and starts it again on the same data. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const signIn = async (url: string, uid: string): Promise<string> => {
  const reply = await fetch(`${url}/auth/v1/signin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: uid, password: PASSWORD }),
  })
  const { access_token } = (await reply.json()) as { access_token?: string }
  if (!access_token) throw new Error(`${uid} could not sign in`)
  return access_token
}

const functionConfigs = (env: Record<string, string>): FunctionConfig[] =>
  // the functions' variables differ, so the file's own type is a union that fits none
  (deployed as readonly unknown[] as FunctionConfig[]).map((fn) => ({
    ...fn,
    // thousands of calls by one caller are a test's way, so no rate is met unless a world wants to
    // and nothing is written beside what a call itself writes
    envVariables: { ...fn.envVariables, RIPPLE_RATE_TIMES: '1000', RIPPLE_METRICS: 'off', ...env },
  }))

/** Accounts and staff as they are before anything happens; or accounts alone, which are the platform's. */
const settle = async (world: World, isEmpty: boolean): Promise<void> => {
  for (const { uid } of [linOnWeb, editor, otherEditor, approver, manager])
    await world.emulator.createUser({ uid, username: uid, password: PASSWORD })
  if (isEmpty) return
  await world.add('stores', stores)
  await world.add('members', members)
  await world.add('identities', identities)
}

export const startWorld = async (
  options: Partial<EmulatorOptions> = {},
  env: Record<string, string> = ENV,
  isEmpty = false,
): Promise<World> => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'ripple-world-'))
  const functionsDir = await builtFunctions()
  const tokens = new Map<string, Promise<string>>()
  const start = async () => {
    const here = { dataDir, ports: [0], functionsDir, httpPaths: HTTP_PATHS }
    const fixed = { ...here, functions: functionConfigs(env), schema, timers: false }
    const emulator = await startEmulator({ ...fixed, ...options })
    Object.assign(process.env, emulator.adminEnv)
    const app = tcb.init({ env: options.envId ?? 'ripple-local', keepalive: true } as Parameters<typeof tcb.init>[0])
    return { emulator, app, database: app.database() }
  }
  let running = await start()

  const headersFor = async (as: As): Promise<Record<string, string>> => {
    if (as === null) return {}
    if ('openid' in as) return { 'x-wx-openid': as.openid }
    const token = tokens.get(as.uid) ?? signIn(running.emulator.url, as.uid)
    tokens.set(as.uid, token)
    return { authorization: `Bearer ${await token}` }
  }
  const send: World['send'] = async (fn, event, as) => {
    const reply = await fetch(`${running.emulator.url}/v1/functions/${fn}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await headersFor(as)) },
      body: JSON.stringify(event),
    })
    return (await reply.json()) as Reply<unknown>
  }

  const world: World = {
    get emulator() {
      return running.emulator
    },
    get app() {
      return running.app
    },
    get database() {
      return running.database
    },
    dataDir,
    send,
    call: async (fn, action, payload, as, lang = 'zh') => (await send(fn, { action, payload, lang }, as)) as never,
    ask: async (fn, action, payload, as) => {
      const reply = await world.call(fn, action, payload, as)
      if (!reply.ok) throw new Error(`${fn}/${action}: ${JSON.stringify(reply)}`)
      return reply.data
    },
    refusal: async (fn, action, payload, as, lang) => {
      const reply = await world.call(fn, action, payload, as, lang)
      if (reply.ok !== false) throw new Error(`${fn}/${action} went through: ${JSON.stringify(reply)}`)
      return reply.error
    },
    doc: async (collection, id) => (await running.database.collection(collection).doc(id).get()).data[0] ?? null,
    docs: async (collection) =>
      (await running.database.collection(collection).orderBy('_id', 'asc').limit(1000).get()).data,
    add: async (collection, docs) => {
      if (docs.length) await running.database.collection(collection).add(docs.map((doc) => ({ ...doc })))
    },
    restart: async () => {
      await running.emulator.stop()
      tokens.clear()
      running = await start()
    },
    stop: async () => {
      await running.emulator.stop()
      // functions that were stopped just now may still be writing there
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  await settle(world, isEmpty)
  return world
}
