// Who is calling? Only the platform's context of this very call knows; the input and process.env are never believed.
import { createHmac } from 'node:crypto'
import type { Caller } from '@shared/domain/access'
import type { MemberId, PersonId } from '@shared/domain/ids'
import { isWorking, type Member } from '@shared/domain/member'
import { now } from './clock'
import { findByIdentity } from './data/members'
import { noteUse } from './note-use'
import { personKey, pushSource } from './settings'
import type { Mark } from './turns'

type Environment = Readonly<Record<string, string>>
type Identity = { kind: 'timer' } | { kind: 'visitor' } | { kind: 'known'; key: string; via: 'mini' | 'web' }
/** openid is for WeChat's content check of this call only; it is never stored or logged. */
export type Arrival = { caller: Caller; openid: string | null }

const PERSON_ID_LENGTH = 22

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const readPairs = (text: string): Environment =>
  Object.fromEntries(
    text
      .split(';')
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )

/**
 * Not the SDK's getCloudbaseContext: that fills gaps from process.env, where the platform's start-up code leaves the
 * previous caller's WX_OPENID behind.
 */
const environmentOf = (context: unknown): Environment => {
  if (!isObject(context)) return {}
  const { environment, environ } = context
  if (typeof environment === 'string' && environment) {
    const parsed: unknown = JSON.parse(environment)
    if (!isObject(parsed)) return {}
    return Object.fromEntries(Object.entries(parsed).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v]] : [])))
  }
  return typeof environ === 'string' ? readPairs(environ) : {}
}

const identify = (env: Environment, event: unknown): Identity => {
  if (env.TRIGGER_SRC === 'timer') {
    return isObject(event) && event.Type === 'Timer' ? { kind: 'timer' } : { kind: 'visitor' }
  }
  if (env.WX_OPENID && /^wx_(client|devtools)/.test(env.TCB_SOURCE ?? '')) {
    return { kind: 'known', key: `wx:${env.WX_OPENID}`, via: 'mini' }
  }
  if (env.TCB_UUID && env.LOGINTYPE) return { kind: 'known', key: `uid:${env.TCB_UUID}`, via: 'web' }
  return { kind: 'visitor' }
}

/** Is it a timer? Asked before anything else by what only timers may run: no look at who else it could be. */
export const isTimer = (event: unknown, context: unknown): boolean =>
  identify(environmentOf(context), event).kind === 'timer'

/**
 * Does WeChat push a message to us? Such a push carries no signature, and any client may call any function: only the
 * source counts that the platform writes into the context, and nobody may be signed in.
 */
export const isMessagePush = (event: unknown, context: unknown): boolean => {
  const env = environmentOf(context)
  if (env.TCB_UUID || env.LOGINTYPE || env.TRIGGER_SRC) return false
  return isObject(event) && event.MsgType === 'event' && env.TCB_SOURCE === pushSource()
}

/** What the platform says called us; for the log of a push that was refused. */
export const sourceOf = (context: unknown): string => environmentOf(context).TCB_SOURCE ?? ''

/** A keyed hash: without the secret nobody can tell whose it is. */
export const personIdOf = (key: string): PersonId =>
  createHmac('sha256', personKey()).update(key).digest('base64url').slice(0, PERSON_ID_LENGTH) as PersonId

/** Anybody can have as many of these as she likes: none, or one that a browser gave itself. */
const isFree = (env: Environment): boolean =>
  !env.TCB_UUID || env.LOGINTYPE === 'ANONYMOUS' || env.TCB_ISANONYMOUS_USER === 'true'

/** By whom calls are counted; asked before anything is looked up. Timers are not counted. */
export const markOf = (event: unknown, context: unknown): Mark => {
  const env = environmentOf(context)
  const identity = identify(env, event)
  if (identity.kind === 'timer') return { person: null, address: null }
  const person = identity.kind === 'known' ? personIdOf(identity.key) : null
  const isWeChat = identity.kind === 'known' && identity.via === 'mini'
  return { person, address: !isWeChat && isFree(env) ? env.TCB_SOURCE_IP || null : null }
}

/** Who turned out not to be staff, and when: someone hired just now is met as a reader for this long at most. */
const STRANGER_FOR_MS = 600_000
const STRANGERS_MAX = 10_000
const strangers = new Map<PersonId, number>()

const isStranger = (personId: PersonId): boolean => now() - (strangers.get(personId) ?? 0) < STRANGER_FOR_MS

type Staff = { member: Member } | { lapsed: MemberId } | null

const findStaff = async (key: string, personId: PersonId, remembers: boolean): Promise<Staff> => {
  if (remembers && isStranger(personId)) return null
  const found = await findByIdentity(key, now())
  if (found && 'member' in found && isWorking(found.member)) {
    await noteUse(found.bound)
    return found
  }
  if (remembers) {
    if (strangers.size >= STRANGERS_MAX) strangers.clear()
    strangers.set(personId, now())
  }
  return found && 'lapsed' in found ? found : null // who has left is a person like any other
}

/** remembers: readers report every minute, so an instance that serves them asks once per reader whether she is staff. */
export const findCaller = async (event: unknown, context: unknown, remembers: boolean): Promise<Arrival> => {
  const env = environmentOf(context)
  const identity = identify(env, event)
  if (identity.kind !== 'known') return { caller: identity, openid: null }
  const { key, via } = identity
  const openid = via === 'mini' ? (env.WX_OPENID ?? null) : null
  const personId = personIdOf(key)
  const staff = await findStaff(key, personId, remembers)
  if (staff && 'member' in staff) return { caller: { kind: 'member', member: staff.member, personId, via }, openid }
  return { caller: { kind: 'person', personId, via, ...staff }, openid }
}
