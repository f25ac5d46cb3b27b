// How is a rep told by message that her customers read? In WeChat's three short fields.
import { dayOf, timeOf } from './day'
import type { DigestCounts } from './digest'
import type { Waiting } from './notice'

export type NoticeWords = { title: string; news: string; time: string }

const MINUTE_MS = 60_000
/** WeChat's `thing` holds at most 20 characters. */
const THING_MAX = 20
const cut = (text: string, max: number): string => {
  if (text.length <= max) return text
  let short = ''
  for (const letter of text) {
    if (short.length + letter.length > max - 1) break
    short += letter
  }
  return `${short}…`
}

const wordMinutes = (ms: number): string => (ms < MINUTE_MS ? '不到 1 分钟' : ` ${Math.floor(ms / MINUTE_MS)} 分钟`)

const wordTime = (at: number): string => {
  const [year, month, day] = dayOf(at).split('-').map(Number)
  return `${year}年${month}月${day}日 ${timeOf(at)}`
}

/** What the day holds, in numbers alone. */
export const wordDigest = ({ talks, due }: DigestCounts, at: number): NoticeWords => ({
  title: '今天的沟通',
  news: cut([...(talks ? [`${talks} 位可以聊`] : []), ...(due ? [`${due} 个承诺到期`] : [])].join('，'), THING_MAX),
  time: wordTime(at),
})

/** What a message says: the post, what happened, when. Never who: no name or remark leaves for WeChat's servers. */
export const wordNotice = (
  waiting: Pick<Waiting, 'readings' | 'readers' | 'postIds' | 'longestMs'>,
  { title, digest, at }: { title: string; digest: boolean; at: number },
): NoticeWords => {
  const posts = waiting.postIds.length
  const more = posts > 1 ? `等 ${posts} 篇` : ''
  const news = digest
    ? `${waiting.readers} 位客户读了 ${waiting.readings} 次`
    : `1 位客户刚读了${wordMinutes(waiting.longestMs)}`
  return {
    title: `《${cut(title, THING_MAX - 2 - more.length)}》${more}`,
    news: cut(news, THING_MAX),
    time: wordTime(at),
  }
}
