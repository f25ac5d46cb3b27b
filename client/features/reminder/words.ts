// How is a reminder told in words?
import type { I18n } from '@lingui/core'
import { type Day, daysBetween, instantOf, type Lang, wordDay } from '@shared/domain/day'
import { afterHan } from '@/ui/han'
import type { ShownReminder } from './use-reminders'

export const wordKind = (kind: ShownReminder['facts']['kind'], i18n: I18n): string => {
  switch (kind) {
    case 'promise':
      return i18n._('承诺')
    case 'occasion':
      return i18n._('特殊日子')
    case 'repurchase':
      return i18n._('该补了')
    case 'lifecycle':
      return i18n._('问问好不好用')
    case 'cadence':
      return i18n._('好久没聊')
    case 'festival':
      return i18n._('节日')
  }
}

/** What there is to it, in one line. */
export const wordReminder = ({ facts }: ShownReminder, now: number, lang: Lang, i18n: I18n): string => {
  switch (facts.kind) {
    case 'promise':
      return i18n._('答应过她：{text}', { text: facts.text })
    case 'occasion':
      return facts.name
    case 'repurchase':
      return i18n._('{when}买的{product}，差不多该用完了', {
        when: wordDay(facts.at, now, lang),
        product: afterHan(facts.product),
      })
    case 'lifecycle':
      return i18n._('{product}用了 {n} 天，问问用得怎么样', { product: facts.product, n: facts.days })
    case 'cadence':
      return i18n._('上次聊是{when}，想每 {n} 天聊一次', {
        when: afterHan(wordDay(facts.lastAt, now, lang)),
        n: facts.cadenceDays,
      })
    case 'festival':
      return i18n._('{name}，可以问候大家', { name: lang === 'en' ? facts.en : facts.zh })
  }
}

/** 过了 3 天 · 今天 · 明天 · 11月25日. */
export const wordWhen = (day: Day, today: Day, lang: Lang, i18n: I18n): string => {
  const left = daysBetween(today, day)
  if (left < 0) return i18n._('过了 {n} 天', { n: -left })
  if (left === 0) return i18n._('今天')
  if (left === 1) return i18n._('明天')
  return wordDay(instantOf(day, '12:00'), instantOf(today, '12:00'), lang)
}
