// What does a circle's rule say, as a sentence? So that who wrote it and who meets it later read the same.
import { isLeaf, type LeafRule, type Rule } from './circle'
import { CIRCLE_FACTS, COMPARISON_WORDS, EVENT_WORDS, LEVEL_LIST } from './circle-facts.data'
import type { Lang } from './day'

/** nameOf: what a store or a team is called. */
export type NameOf = (id: string) => string | undefined

const asName = (leaf: Extract<LeafRule, { fact: string }>, value: string, lang: Lang, nameOf: NameOf): string =>
  CIRCLE_FACTS[leaf.fact].choices?.find(({ id }) => id === value)?.[lang] ?? nameOf(value) ?? value

const leafWords = (leaf: LeafRule, lang: Lang, nameOf: NameOf): string => {
  const list = (values: readonly string[]) =>
    'fact' in leaf ? values.map((one) => asName(leaf, one, lang, nameOf)).join(lang === 'zh' ? '或' : ' or ') : ''
  if ('event' in leaf) {
    const [what, is] = [EVENT_WORDS[leaf.event][lang], COMPARISON_WORDS[leaf.is][lang]]
    return lang === 'zh'
      ? `近 ${leaf.withinDays} 天内${what}${is} ${leaf.n} 次`
      : `${is} ${leaf.n} ${leaf.n === 1 ? what.replace(/s$/, '') : what} within ${leaf.withinDays} ${leaf.withinDays === 1 ? 'day' : 'days'}`
  }
  const name = CIRCLE_FACTS[leaf.fact][lang]
  if ('is' in leaf) {
    const n = leaf.fact === 'level' ? (LEVEL_LIST[leaf.n]?.[lang] ?? String(leaf.n)) : String(leaf.n)
    return `${name}${lang === 'zh' ? '' : ' '}${COMPARISON_WORDS[leaf.is][lang]} ${n}`
  }
  return `${name}${lang === 'zh' ? '：' : ': '}${list('oneOf' in leaf ? leaf.oneOf : leaf.anyOf)}`
}

const JOINTS = {
  zh: { all: '，并且', any: '，或者', open: '（', close: '）', not: '不是' },
  en: { all: ', and ', any: ', or ', open: '(', close: ')', not: 'not ' },
} as const

const say = (rule: Rule, lang: Lang, nameOf: NameOf, isInside: boolean): string => {
  const { open, close, not, ...joints } = JOINTS[lang]
  if ('not' in rule) return `${not}${open}${say(rule.not, lang, nameOf, false)}${close}`
  if (isLeaf(rule)) return leafWords(rule, lang, nameOf)
  const parts = 'all' in rule ? rule.all : rule.any
  const words = parts.map((part) => say(part, lang, nameOf, parts.length > 1))
  const joined = words.join('all' in rule ? joints.all : joints.any)
  return isInside && parts.length > 1 ? `${open}${joined}${close}` : joined
}

export const ruleInWords = (rule: Rule, lang: Lang, nameOf: NameOf = () => undefined): string =>
  say(rule, lang, nameOf, false)
