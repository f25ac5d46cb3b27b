// How is someone's place in the spread told? Counts of one or two stay "few".
import type { I18n } from '@lingui/core'
import { wordContact } from '@/features/contact/words'
import type { KeyPerson, ShownNode, ShownPerson } from '@/features/spread/to-graph'
import { wordHeads, wordTimes } from '@/features/spread/words'

export const wordPerson = (person: ShownPerson | null, i18n: I18n): string =>
  person === null ? i18n._('没起名的客户') : wordContact(person, i18n)

/** 带来 12 人细读，经她转发 5 次 */
export const wordBrought = (
  { people, deep, passes }: Pick<ShownNode, 'people' | 'deep' | 'passes'>,
  i18n: I18n,
): string =>
  i18n._('带来{people}，细读{deep}，转发{passes}', {
    people: wordHeads(people, i18n),
    deep: wordTimes(deep, i18n),
    passes: wordTimes(passes, i18n),
  })

const tenth = (n: number): string => n.toFixed(1)

/** Each term of the score with its reason, in the order of the formula. */
export const wordTerms = (terms: KeyPerson['terms'], i18n: I18n): string[] => [
  i18n._('{n} 位认识的读者经她来，每人只算一次', { n: terms.readers }),
  i18n._('她直接转的算 {near}，再往下的算 {far}，每远一步减半', { near: tenth(terms.near), far: tenth(terms.far) }),
  ...(terms.unknown > 0 ? [i18n._('没留名的读者少算一些：{n}', { n: tenth(terms.unknown) })] : []),
  ...(terms.lost.rings > 0 ? [i18n._('互相点来点去的不算：减 {n}', { n: tenth(terms.lost.rings) })] : []),
  ...(terms.lost.repeats > 0 ? [i18n._('同一个人反复读不多算：减 {n}', { n: tenth(terms.lost.repeats) })] : []),
  ...(terms.lost.time > 0 ? [i18n._('时间久的慢慢变轻：减 {n}', { n: tenth(terms.lost.time) })] : []),
  i18n._('不是碰巧：{posts} 篇内容、{weeks} 个星期都有人经她来', { posts: terms.posts, weeks: terms.weeks }),
]

/** How sure it is that it goes on like that. */
export const wordStability = ({ steadiness }: KeyPerson['terms'], i18n: I18n): string =>
  steadiness >= 0.8 ? i18n._('很稳') : steadiness >= 0.6 ? i18n._('比较稳') : i18n._('刚开始，再看看')
