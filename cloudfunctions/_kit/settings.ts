// How is this deployment set up? The only reader of our own environment variables; a missing one fails closed.
import { createHmac } from 'node:crypto'

const setting = (name: string): string => {
  const value = process.env[name]
  // cloudbaserc.json carries {{env.…}} until deployment fills it in: not filled in is not set
  if (!value || value.startsWith('{{')) throw new Error(`The environment variable ${name} is not set`)
  return value
}

/** The secret that turns an identity into a person id; changing it orphans every consent. */
export const personKey = (): string => setting('RIPPLE_PERSON_KEY')

/** Seals the log of what was done; changing the secret makes every entry from before look forged. */
export const auditKey = (): Buffer => createHmac('sha256', personKey()).update('audit log').digest()

/** Where readers open posts in a browser, without a slash at the end. */
export const readerUrl = (): string => setting('RIPPLE_READER_URL').replace(/\/+$/, '')

const optional = (name: string): string => {
  const value = process.env[name] ?? ''
  return value.startsWith('{{') ? '' : value.trim()
}

/** A message template of WeChat, and what its fields are called: post, news, time. */
export type Template = { id: string; fields: readonly [title: string, news: string, time: string] }

/** `id` or `id,thing1,thing2,time3`: templates of the same words may number their fields otherwise. null: not set up. */
const template = (name: string): Template | null => {
  const [id, title = 'thing1', news = 'thing2', time = 'time3'] = optional(name).split(',')
  return id ? { id, fields: [title, news, time] } : null
}

/** One-time subscription messages to reps. */
export const subscribeTemplate = (): Template | null => template('RIPPLE_SUBSCRIBE_TEMPLATE')
/** 用工 messages to reps. */
export const employeeTemplate = (): Template | null => template('RIPPLE_EMPLOYEE_TEMPLATE')

/** The mini program itself, for the few interfaces that cannot be called through the cloud; null: not set up. */
export const wechatApp = (): { appId: string; secret: string; api: string } | null => {
  const [appId, secret] = [optional('RIPPLE_APP_ID'), optional('RIPPLE_APP_SECRET')]
  const api = (optional('RIPPLE_WX_API') || 'https://api.weixin.qq.com').replace(/\/+$/, '')
  return appId && secret ? { appId, secret, api } : null
}

/**
 * What the platform calls a push of WeChat's in a function's context (TCB_SOURCE). Undocumented for messages: to be read
 * from the log of the first push on a real device, and set here where it is another.
 */
export const pushSource = (): string => optional('RIPPLE_PUSH_SOURCE') || 'wx_unknown'

/** A language model behind an OpenAI-compatible interface; base has no slash at the end. */
export type AiSettings = { base: string; key: string; model: string; dailyCalls: number; timeoutMs: number }

const AI_DAILY_CALLS = 200
/** Also the most: HQ waits in front of a screen. Only ever made shorter. */
const AI_TIMEOUT_MS = 8_000

/** The key never travels in the clear, except on this very machine. */
const isConfidential = (base: string) => /^https:\/\/|^http:\/\/127\.0\.0\.1[:/]/.test(base)

/** What cannot be read as a count allows nothing. */
const count = (written: string, otherwise: number): number =>
  written === '' ? otherwise : /^\d{1,9}$/.test(written) ? Number(written) : 0

/** null: no model is set up, and HQ writes her choices herself. */
export const aiSettings = (): AiSettings | null => {
  const base = optional('RIPPLE_AI_BASE').replace(/\/+$/, '')
  const [key, model] = [optional('RIPPLE_AI_KEY'), optional('RIPPLE_AI_MODEL')]
  if (!key || !model || !isConfidential(base)) return null
  const dailyCalls = count(optional('RIPPLE_AI_DAILY_CALLS'), AI_DAILY_CALLS)
  const timeoutMs = Math.min(AI_TIMEOUT_MS, count(optional('RIPPLE_AI_TIMEOUT_MS'), AI_TIMEOUT_MS))
  return { base, key, model, dailyCalls, timeoutMs }
}

/** Between which hours of Asia/Shanghai the day's lists are made; RIPPLE_LIST_HOURS '4-9' where nothing is set. */
export const listHours = (): { from: number; to: number } => {
  const [from = 4, to = 9] = (optional('RIPPLE_LIST_HOURS') || '4-9').split('-').map(Number)
  return { from, to }
}

/** How far features that are let out in stages are out (`domain/flag.ts`); '' where each is as its flag says. */
export const flagsText = (): string => optional('RIPPLE_FLAGS')

/** So many times the stated rates: for a firm whose network hides many behind one address, and for harnesses in a hurry. */
export const rateTimes = (): number => Math.max(1, count(optional('RIPPLE_RATE_TIMES'), 1))

/** Requests to the database a second that this function keeps to; 0 where nothing is set: as fast as they come. */
export const jobsPerSecond = (): number => count(optional('RIPPLE_JOBS_PER_SECOND'), 0)

/** Are calls measured, and jobs and queues watched? Costs each instance a write a minute at most. */
export const metricsOn = (): boolean => optional('RIPPLE_METRICS') === 'on'

/** Webhooks may go to this very machine, in the clear: only where the cloud itself is local. */
export const hooksStayLocal = (): boolean => optional('RIPPLE_HOOKS_LOCAL') === 'yes'
