// May WeChat send her messages? Asked only at her tap; only the mini program can ask.
import Taro from '@tarojs/taro'

export type NoticeChannel = 'subscribe' | 'employee'
/** refused: she said no · closed: messages are switched off in WeChat's settings, or this WeChat cannot ask. */
export type NoticeAnswer = 'accepted' | 'refused' | 'closed'

type Answer = Record<string, unknown>
type Told = { success: (answer: Answer) => void; fail: (error: unknown) => void }
type Ask = (option: { tmplIds: string[] } & Told) => Promise<Answer> | undefined

/** Taro knows one of them and makes it a promise; of the other an old WeChat gives none, and no answer is no yes. */
const answerOf = (ask: Ask, tmplIds: string[]): Promise<Answer> =>
  new Promise((success, fail) => {
    void ask({ tmplIds, success, fail })?.then(success, fail)
  })

/**
 * subscribe: each yes is one message (wx.requestSubscribeMessage answers per template: accept, reject, ban, filter).
 * employee: 用工关系, bound once (wx.bindEmployeeRelation; it fails when she declines).
 */
export const askForMessages = async (channel: NoticeChannel, templateId: string): Promise<NoticeAnswer> => {
  const name = channel === 'subscribe' ? 'requestSubscribeMessage' : 'bindEmployeeRelation'
  const ask = (Taro as unknown as Partial<Record<typeof name, Ask>>)[name]
  if (process.env.TARO_ENV !== 'weapp' || typeof ask !== 'function') return 'closed'
  try {
    const answer = await answerOf(ask, [templateId])
    if (channel === 'employee') return 'accepted'
    return answer[templateId] === 'accept' ? 'accepted' : 'refused'
  } catch {
    return channel === 'employee' ? 'refused' : 'closed'
  }
}
