// How is an instant said? Without dayjs: the page's first script says one too, and that would be most of its weight.

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SHANGHAI_MS = 8 * HOUR_MS // China has one zone and no summer time

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const EVENING = 18

const dayNumber = (at: number): number => Math.floor((at + SHANGHAI_MS) / DAY_MS)

/** 刚刚 · 12 分钟前 · 今天 09:12 · 昨晚 21:04 · 11月20日 09:12, or the like in English. */
export const wordInstant = (at: number, now: number, lang: 'zh' | 'en'): string => {
  const zh = lang === 'zh'
  const ago = now - at
  if (ago < MINUTE_MS) return zh ? '刚刚' : 'just now'
  if (ago < HOUR_MS) {
    const minutes = Math.floor(ago / MINUTE_MS)
    return zh ? `${minutes} 分钟前` : `${minutes} min ago`
  }
  const there = new Date(at + SHANGHAI_MS) // read in UTC it tells the time in Shanghai
  const time = there.toISOString().slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:mm'.length)
  const days = dayNumber(now) - dayNumber(at)
  if (days === 0) return zh ? `今天 ${time}` : `today ${time}`
  if (days === 1) return zh ? `${there.getUTCHours() >= EVENING ? '昨晚' : '昨天'} ${time}` : `yesterday ${time}`
  const [month, date] = [there.getUTCMonth(), there.getUTCDate()]
  return zh ? `${month + 1}月${date}日 ${time}` : `${MONTHS[month]} ${date}, ${time}`
}
