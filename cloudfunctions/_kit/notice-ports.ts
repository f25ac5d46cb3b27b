// How does a message reach a rep's WeChat? By one-time subscription through the cloud, or as 用工 message with our own token.
import type { NoticeChannel, NoticeOutcome } from '@shared/domain/notice'
import type { NoticeWords } from '@shared/domain/notice-words'
import { log } from './log'
import { employeeTemplate, subscribeTemplate, type Template, wechatApp } from './settings'
import { sendSubscribeMessage } from './wechat'
import { postWithToken } from './wechat-token'

export type Sent = { outcome: NoticeOutcome; errcode: number }
/** Sends to one openid; never throws. What may have gone out is 'unknown', never sent again. */
export type NoticePort = (openid: string, words: NoticeWords, page?: string) => Promise<Sent>
export type NoticePorts = Partial<Record<NoticeChannel, NoticePort>>

const FEED_PAGE = 'pages/feed/index'
export const TODAY_PAGE = 'pages/today/index'

/** developers.weixin.qq.com: 发送订阅消息, 推送用工消息. Any other number is a refusal. */
const OUTCOMES: Readonly<Record<number, NoticeOutcome>> = {
  0: 'delivered',
  43101: 'exhausted', // she took it back, or no message is left
  43104: 'unbound', // no permission
  40256: 'unbound',
  50001: 'unbound', // not subscribed
}

const dataOf = ({ fields }: Template, { title, news, time }: NoticeWords) => ({
  [fields[0]]: { value: title },
  [fields[1]]: { value: news },
  [fields[2]]: { value: time },
})

const settle = async (channel: NoticeChannel, send: () => Promise<number>): Promise<Sent> => {
  try {
    const errcode = await send()
    const outcome = OUTCOMES[errcode] ?? 'refused'
    if (outcome === 'refused') log.warn({ event: 'notice-refused', channel, errcode })
    return { outcome, errcode }
  } catch (error) {
    log.warn({ event: 'notice-unknown', channel, message: error instanceof Error ? error.message : String(error) })
    return { outcome: 'unknown', errcode: 0 }
  }
}

const subscribePort =
  (template: Template): NoticePort =>
  (touser, words, page = FEED_PAGE) =>
    settle('subscribe', () =>
      sendSubscribeMessage({ touser, template_id: template.id, page, data: dataOf(template, words) }),
    )

const employeePort =
  (template: Template, app: NonNullable<ReturnType<typeof wechatApp>>): NoticePort =>
  (touser, words, page = FEED_PAGE) =>
    settle('employee', () =>
      postWithToken(app, '/cgi-bin/message/wxopen/employeerelationmsg/send', {
        touser,
        template_id: template.id,
        page,
        // a JSON text, as the documentation's sample has it
        data: JSON.stringify({ data: dataOf(template, words) }),
      }),
    )

let saidWhatIsMissing = false
const sayOnce = (missing: NoticeChannel[]): void => {
  if (saidWhatIsMissing || !missing.length) return
  saidWhatIsMissing = true
  log.info({ event: 'notice-channels-not-set-up', missing })
}

/** The channels this deployment is set up for. */
export const noticePorts = (): NoticePorts => {
  const [subscribe, employee, app] = [subscribeTemplate(), employeeTemplate(), wechatApp()]
  sayOnce([...(subscribe ? [] : ['subscribe' as const]), ...(employee && app ? [] : ['employee' as const])])
  return {
    ...(subscribe && { subscribe: subscribePort(subscribe) }),
    ...(employee && app && { employee: employeePort(employee, app) }),
  }
}
