// How is this deployment set up? The only reader of our own environment variables; a missing one fails closed.

const setting = (name: string): string => {
  const value = process.env[name]
  // cloudbaserc.json carries {{env.…}} until deployment fills it in: not filled in is not set
  if (!value || value.startsWith('{{')) throw new Error(`The environment variable ${name} is not set`)
  return value
}

/** The secret that turns an identity into a person id; changing it orphans every consent. */
export const personKey = (): string => setting('RIPPLE_PERSON_KEY')

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
