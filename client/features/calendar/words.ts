// The calendar's words: how something stands, what is missing, what gets in the way, and why a proposal is made.
import type { I18n } from '@lingui/core'
import type { SeenCalendar, ShownClash, ShownMove } from '@shared/contracts/calendar'
import { dayOf, timeOf } from '@shared/domain/day'
import type { PostChannel } from '@shared/domain/post'
import type { Entry, Slot } from './stretch'

export const wordStanding = (i18n: I18n, { standing, waits }: Entry): string => {
  if (waits) return i18n._('待审核')
  switch (standing) {
    case 'planned':
      return i18n._('已排期，还没送出')
    case 'scheduled':
      return i18n._('已定时')
    case 'again':
      return i18n._('再发一次')
    case 'out':
      return i18n._('已发出')
    case 'over':
      return i18n._('已下架')
  }
}

export const wordStores = (i18n: I18n, stores: number | null): string =>
  stores === null ? i18n._('全部门店') : i18n._('{n} 家门店', { n: stores })

/** Empty, or short of some stores; '' where nothing is missing. */
export const wordGap = (i18n: I18n, { short, total }: Slot): string => {
  if (short === 0) return ''
  return short === total ? i18n._('空着') : i18n._('还差 {n} 家店', { n: short })
}

export const wordChannel = (i18n: I18n, channel: PostChannel): string => {
  switch (channel) {
    case 'moments':
      return i18n._('朋友圈')
    case 'chat':
      return i18n._('私聊')
    case 'group':
      return i18n._('群')
    case 'article':
      return i18n._('长文')
  }
}

export const wordClash = (i18n: I18n, { kind, alike, topic }: ShownClash, other: string): string => {
  switch (kind) {
    case 'same-hour':
      return i18n._('和《{other}》同一小时', { other })
    case 'same-topic':
      return i18n._('和《{other}》三天内同一话题：{topic}', { other, topic })
    case 'alike':
      return i18n._('和《{other}》文字 {n}% 相同', { other, n: Math.round(alike * 100) })
  }
}

export const wordWhy = (i18n: I18n, { of, days }: ShownMove['why'][number]): string => {
  switch (of) {
    case 'column':
      return i18n._('就是这个栏目的')
    case 'hint':
      return i18n._('话题对得上')
    case 'draft':
      return i18n._('写好了还没排')
    case 'rested':
      return i18n._('上次发是 {n} 天前', { n: days })
    case 'steady':
      return i18n._('最近照样有人细读')
  }
}

type Age = SeenCalendar['shelf'][number]['age']
export const wordAge = (i18n: I18n, age: Age): string => {
  switch (age) {
    case 'steady':
      return i18n._('还新鲜')
    case 'worn':
      return i18n._('看的人变少了')
    case 'unknown':
      return i18n._('还不能判断')
  }
}

/** 11月23日 */
export const wordDate = (i18n: I18n, day: string): string =>
  i18n._('{month}月{day}日', { month: Number(day.slice(5, 7)), day: Number(day.slice(8)) })

/** 11月23日 08:00 */
export const wordWhen = (i18n: I18n, at: number): string => `${wordDate(i18n, dayOf(at))} ${timeOf(at)}`

/** What the stretch is short of, in one line. */
export const wordState = (i18n: I18n, { slots, clashes, asOf }: SeenCalendar): string => {
  const gaps = slots.filter(({ at, short }) => short > 0 && at > asOf).length
  const told = [
    gaps ? i18n._('{n} 个时间还空着', { n: gaps }) : i18n._('固定时间都排满了'),
    ...(clashes.length ? [i18n._('{n} 处相撞', { n: clashes.length })] : []),
  ]
  return told.join(i18n._('，'))
}
