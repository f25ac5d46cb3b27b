// What is said about circles: counts that hide few, and the names of what is counted.
import type { I18n } from '@lingui/core'
import { LEVELS } from '@shared/domain/circle'
import { CIRCLE_FACTS, LEVEL_WORDS } from '@shared/domain/circle-facts.data'
import { PART_HOURS } from '@shared/domain/circle-sums'
import { currentLang } from '@/platform/lang'

export type CountShown = number | 'few' | null

export const wordPeople = (i18n: I18n, people: CountShown): string => {
  if (people === null) return i18n._('在算')
  return people === 'few' ? i18n._('不到 5 位') : i18n._('{n} 位', { n: people })
}

/** For a bar: what is hidden has no length. */
export const lengthOf = (people: CountShown): number => (typeof people === 'number' ? people : 0)

export const wordLevel = (id: string): string => {
  const level = LEVELS.find((one) => one === id)
  return level ? LEVEL_WORDS[level][currentLang()] : id
}

export const wordHours = (i18n: I18n, from: number): string => i18n._('{from}–{to} 点', { from, to: from + PART_HOURS })

export const wordChoice = (fact: 'relation' | 'value' | 'taste' | 'answers', id: string): string => {
  const found = CIRCLE_FACTS[fact].choices?.find((choice) => choice.id === id)?.[currentLang()] ?? id
  return fact === 'answers' ? found.replace(/^.*?[：:] ?/, '') : found
}
