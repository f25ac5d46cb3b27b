// The words for everything that can go wrong, in one table: by code; the server's own sentence comes first when it has one.
import { i18n } from '@lingui/core'

export type ShownError = { code: string; message: string; trace: string }

const byCode = (code: string): string => {
  switch (code) {
    case 'offline':
      return i18n._('网络不通，连上后再试')
    case 'unauthenticated':
      return i18n._('登录过期了，重新登录')
    case 'forbidden':
      return i18n._('你没有权限看这里')
    case 'not-found':
      return i18n._('没找到，可能已经删除')
    case 'gone':
      return i18n._('内容已下架')
    case 'conflict':
      return i18n._('刚刚有人改过，刷新后再试')
    case 'too-many':
      return i18n._('太频繁了，过一会儿再试')
    case 'invalid':
      return i18n._('有一项填得不对')
    default:
      return i18n._('出错了，再试一次')
  }
}

/** What this phone itself could not do. */
const byReason = (reason: string | undefined): string => {
  switch (reason) {
    case 'outbox-full':
      return i18n._('等网络的太多了，这一条没记下。连上网再记')
    case 'storage-full':
      return i18n._('手机存满了，这一条没记下。清出一些空间，或连上网再记')
    default:
      return ''
  }
}

/** A sentence for a person, where its code stands beside it. */
export const errorSentence = (error: unknown): string => {
  const shown = asShown(error)
  return shown.message || byReason((error as { reason?: string } | null)?.reason) || byCode(shown.code)
}

/** A sentence for a person; what nobody foresaw names the code under which it is found in the log. */
export const errorText = (error: unknown): string => {
  const { code, trace } = asShown(error)
  const sentence = errorSentence(error)
  return code === 'internal' && trace !== '' ? `${sentence} ${i18n._('查询号 {trace}', { trace })}` : sentence
}

/** What did not arrive is in no log: its code would be searched for in vain. */
export const asShown = (error: unknown): ShownError => {
  const known = error as Partial<ShownError> | null
  return {
    code: known?.code ?? 'internal',
    message: known?.code ? (known.message ?? '') : '',
    trace: known?.code === 'offline' ? '' : (known?.trace ?? ''),
  }
}
