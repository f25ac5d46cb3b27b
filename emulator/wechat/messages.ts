// What becomes of a message to someone's WeChat? It is checked as WeChat would, refused as a test says, and kept in a log.
import { type Fields, type Refusal, refusal } from './refusal'

export type MessageKind = 'subscribe' | 'employee'
export type Message = {
  readonly kind: MessageKind
  readonly touser: string
  readonly templateId: string
  readonly page: string
  readonly data: Readonly<Record<string, string>>
}
export type Logged = Message & { readonly errcode: number }

/** errcodes as in 发送订阅消息 and 推送用工消息. */
const WORDS: Readonly<Record<number, string>> = {
  43101: 'user refuse to accept the msg',
  43104: 'this appid does not have permission',
  40256: 'user is not bound',
  50001: 'user is not subscribed',
}
const THING_MAX = 20
const LOG_MAX = 10_000

const dataOf = (value: unknown): Record<string, string> | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const pairs = Object.entries(value).map(
    ([key, field]) => [key, (field as { value?: unknown } | null)?.value] as const,
  )
  if (!pairs.length || pairs.some(([, text]) => typeof text !== 'string' || !text)) return undefined
  return Object.fromEntries(pairs) as Record<string, string>
}

const isTooLong = ([key, value]: [string, string]): boolean => key.startsWith('thing') && value.length > THING_MAX

export class MessageDesk {
  private readonly kept: Logged[] = []

  /** Which errcode this message meets; 0 delivers it. Set by tests. */
  script: (message: Message) => number = () => 0

  /** Every message that was well formed, in order. */
  get log(): readonly Logged[] {
    return this.kept
  }

  take(kind: MessageKind, fields: Fields, data: unknown): Refusal | { errcode: 0; errmsg: 'ok' } {
    const { touser, template_id: templateId, page = '' } = fields
    if (typeof touser !== 'string' || !touser) return refusal(40003, 'invalid openid')
    if (typeof templateId !== 'string' || !templateId) return refusal(40037, 'invalid template_id')
    const values = dataOf(data)
    if (!values || Object.entries(values).some(isTooLong)) return refusal(47003, 'argument invalid!')
    const message: Message = { kind, touser, templateId, page: String(page), data: values }
    const errcode = this.script(message)
    this.kept.push({ ...message, errcode })
    if (this.kept.length > LOG_MAX) this.kept.shift()
    return errcode ? refusal(errcode, WORDS[errcode] ?? 'refused') : { errcode: 0, errmsg: 'ok' }
  }
}

const desks = new Map<string, MessageDesk>()

/** The desk of the local cloud that keeps its data in this folder. */
export const deskOf = (home: string): MessageDesk => {
  const desk = desks.get(home) ?? new MessageDesk()
  desks.set(home, desk)
  return desk
}
