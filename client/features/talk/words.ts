// Why talk to her? Every clue told like a colleague would, from the stored fact it stands on; and how a talk ended.
import type { I18n } from '@lingui/core'
import { dayOf, daysBetween, instantOf, type Lang, timeOf, wordDay, wordInstant, wordSpan } from '@shared/domain/day'
import type { TalkReason } from '@shared/domain/talk'
import { afterHan } from '@/ui/han'
import { wordEnd, wordRestReason } from './names'
import type { Conflict, ShownClue, ShownEvidence, ShownOutcome, ShownRest } from './shown'

export type Telling = { now: number; lang: Lang; i18n: I18n }
type Of<K extends ShownEvidence['of']> = Extract<ShownEvidence, { of: K }>

/** How many days until that day; below 0 where it is past. */
const daysTo = (day: string, now: number): number => daysBetween(dayOf(now), day)
const wordDate = (day: string, { now, lang }: Telling): string => wordDay(instantOf(day, '12:00'), now, lang)

/** 昨晚 21:04 第 2 次读《…》 13 分 20 秒，‘第二步’最久，6 分钟 */
const wordRead = ({ title, ms, at, nth, section, sectionMs }: Of<'reading'>, { now, lang, i18n }: Telling): string => {
  const told = { when: wordInstant(at, now, lang), title, span: wordSpan(ms, lang), n: nth }
  const read =
    nth > 1
      ? i18n._('{when} 第 {n} 次读《{title}》 {span}', told)
      : i18n._('{when} 读了《{title}》 {span}', { when: told.when, title, span: told.span })
  if (section === null || sectionMs <= 0) return read
  const span = wordSpan(sectionMs, lang)
  const longest =
    section === ''
      ? i18n._('开头最久，{span}', { span })
      : i18n._('‘{heading}’最久，{span}', { heading: section, span })
  return i18n._('{told}，{more}', { told: read, more: longest })
}

const wordTopic = ({ tag, posts, ms, lastAt }: Of<'tag'>, { now, lang, i18n }: Telling): string =>
  i18n._('最近在看‘{tag}’：{n} 篇，共 {span}，最近{when}', {
    tag,
    n: posts,
    span: wordSpan(ms, lang),
    when: afterHan(wordInstant(lastAt, now, lang)),
  })

const wordOccasion = ({ name, day }: Of<'occasion'>, telling: Telling): string => {
  const n = daysTo(day, telling.now)
  const { i18n } = telling
  if (n === 0) return i18n._('今天是{name}', { name: afterHan(name) })
  const date = wordDate(day, telling)
  return n > 0
    ? i18n._('{name}在 {date}，还有 {n} 天', { name, date, n })
    : i18n._('{date}是{name}，刚过', { name: afterHan(name), date })
}

const wordPromise = ({ text, dueDay }: Of<'promise'>, { now, i18n }: Telling): string => {
  const n = daysTo(dueDay, now)
  if (n === 0) return i18n._('你答应过：{text}，今天到期', { text })
  return n > 0
    ? i18n._('你答应过：{text}，还有 {n} 天', { text, n })
    : i18n._('你答应过：{text}，过了 {n} 天', { text, n: -n })
}

const wordPurchase = ({ product, at, dueDay }: Of<'purchase'>, reason: TalkReason, telling: Telling): string => {
  const { now, lang, i18n } = telling
  if (reason !== 'repurchase' || dueDay === null)
    return i18n._('买{product}第 {n} 天', { product: afterHan(product), n: -daysTo(dayOf(at), now) })
  const bought = { date: wordDay(at, now, lang), product: afterHan(product) }
  return daysTo(dueDay, now) > 0
    ? i18n._('{date} 买的{product}，{due} 前后该补', { ...bought, due: wordDate(dueDay, telling) })
    : i18n._('{date} 买的{product}，该用完了', bought)
}

const wordSignal = ({ name, word, at }: Of<'signal'>, { now, lang, i18n }: Telling): string =>
  i18n._('{when} 你记的话里有‘{word}’，{name}', { when: wordInstant(at, now, lang), word, name })

const wordTouch = ({ lastAt, sinceAt, cadenceDays }: Of<'contact'>, { now, lang, i18n }: Telling): string => {
  const days = (at: number) => -daysTo(dayOf(at), now)
  return lastAt === null
    ? i18n._('认识 {n} 天了，还没聊过', { n: days(sinceAt) })
    : i18n._('上次聊是{date}，{n} 天了，一般 {cadence} 天聊一次', {
        date: afterHan(wordDay(lastAt, now, lang)),
        n: days(lastAt),
        cadence: cadenceDays,
      })
}

const wordBrought = ({ title, deep }: Of<'share'>, { i18n }: Telling): string =>
  i18n._('她转的《{title}》带来 {n} 次细读', { title, n: deep })

/** 从她那里看到的新客户 A7，细读了 3 次 */
const wordIntroduction = ({ to, deep }: Of<'introduction'>, { i18n }: Telling): string =>
  i18n._('从她那里看到的{name}，细读了 {n} 次', {
    name: afterHan(to.remark ?? i18n._('新客户 {ordinal}', { ordinal: to.ordinal })),
    n: deep,
  })

export const wordEvidence = (evidence: ShownEvidence, reason: TalkReason, telling: Telling): string => {
  switch (evidence.of) {
    case 'reading':
      return wordRead(evidence, telling)
    case 'tag':
      return wordTopic(evidence, telling)
    case 'occasion':
      return wordOccasion(evidence, telling)
    case 'promise':
      return wordPromise(evidence, telling)
    case 'purchase':
      return wordPurchase(evidence, reason, telling)
    case 'signal':
      return wordSignal(evidence, telling)
    case 'contact':
      return wordTouch(evidence, telling)
    case 'share':
      return wordBrought(evidence, telling)
    case 'introduction':
      return wordIntroduction(evidence, telling)
  }
}

/** A clause that stands by itself begins as a sentence does. */
export const asSentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** What her own outcomes say of this reason; '' while there are none. */
export const wordLearned = ({ learned }: Pick<ShownClue, 'learned'>, i18n: I18n): string =>
  learned && learned.talks > 0
    ? i18n._('你这样聊过 {n} 次，约 {won} 次有下文', { n: learned.talks, won: Math.round(learned.won) })
    : ''

/** 聊了，09:12 */
export const wordOutcome = ({ end, at }: ShownOutcome, i18n: I18n): string =>
  i18n._('{end}，{time}', { end: wordEnd(end, i18n), time: timeOf(at) })

/** 刚聊过，昨天 · 昨天说过先别打扰 */
const wordWithDay = (reason: ShownRest['reason'], why: string, day: string, i18n: I18n): string =>
  reason === 'asked-quiet' ? i18n._('{day}说过先别打扰', { day }) : i18n._('{told}，{more}', { told: why, more: day })

/** 刚聊过，昨天。11月25日 起可以聊 */
export const wordRest = (
  { reason, at, until }: Pick<ShownRest, 'reason' | 'at' | 'until'>,
  telling: Telling,
): string => {
  const { now, lang, i18n } = telling
  const why = wordRestReason(reason, i18n)
  const told = at === null ? why : wordWithDay(reason, why, wordDay(at, now, lang), i18n)
  if (until !== null) return i18n._('{told}。{date} 起可以聊', { told, date: wordDate(until, telling) })
  return reason === 'asked-quiet' ? i18n._('{told}。等她先开口', { told }) : told
}

/** Another phone of hers had said something else: which of the two holds. */
export const wordConflict = ({ said, held, was }: Omit<Conflict, 'contactId'>, i18n: I18n): string => {
  const end = wordEnd(was.end, i18n)
  return (held?.end ?? null) === said
    ? i18n._('另一台手机上记的是‘{end}’，你后说的，以你刚说的为准', { end })
    : i18n._('另一台手机后来记的是‘{end}’，以那个为准', { end })
}
