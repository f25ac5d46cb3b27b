// Was a word swapped for another that means something else: an opposite, another thing, another person?

import type { Replaced } from './alignment'
import { type Case, isOwn } from './case'
import { legalSentences } from './legal'
import type { GuardFinding } from './verdict'
import { NOUN_UNITS, OPPOSITES, PERSONS, PHRASES } from './wording.data'

const OPPOSITE_PAIRS = OPPOSITES.split(' ').map((pair) => pair.split('/'))
const PERSON_PAIRS = PERSONS.split(' ').map((pair) => pair.split('/'))

const at = (part: Replaced, word: string): GuardFinding => ({
  reason: 'word-changed',
  word,
  at: part.to === '' ? -1 : part.at,
  sourceAt: part.from === '' ? -1 : part.sourceAt,
})

const count = (text: string, word: string) => text.split(word).length - 1

/** A word became rarer while its opposite became more frequent. */
function checkPairs(it: Case, pairs: readonly string[][], reason: 'word-changed' | 'subject-changed'): GuardFinding[] {
  const findings: GuardFinding[] = []
  for (const [one = '', other = ''] of pairs) {
    const changeOf = (word: string) => count(it.candidate.text, word) - count(it.source.text, word)
    const [ones, others] = [changeOf(one), changeOf(other)]
    if (ones * others >= 0) continue
    const word = ones < 0 ? one : other
    const now = ones < 0 ? other : one
    findings.push({ reason, word, at: it.candidate.text.indexOf(now), sourceAt: it.source.text.indexOf(word) })
  }
  return findings
}

/** 我 and 你 changed places: who pays, who helps, who may return is no longer the same. */
function checkPersons(it: Case): GuardFinding[] {
  const findings: GuardFinding[] = []
  const persons = (text: string) => text.split('').filter((unit) => '我你您'.indexOf(unit) >= 0)
  for (const part of it.replaced) {
    const from = persons(part.from).join('').replace(/您/g, '你')
    const to = persons(part.to).join('').replace(/您/g, '你')
    if (from === '' || to === '' || from === to || isOwn(it, part.at)) continue
    const swapped = from.length === to.length || from.indexOf('我') < 0 === to.indexOf('你') < 0
    if (swapped) findings.push({ ...at(part, part.from), reason: 'subject-changed' })
  }
  return findings
}

/** Things among the units of a part, other than those the texts share anyway. */
const things = (units: string, other: string) =>
  units
    .replace(IDIOMS, '')
    .split('')
    .filter((unit) => NOUN_UNITS.indexOf(unit) >= 0 && other.indexOf(unit) < 0)
    .join('')

/** Names of things that name none here. */
const IDIOMS =
  /[一两]眼|眼看|眼前|眼下|眼光|念头|里头|点头|回头|头疼|开头|镜头|街坊|机会|心机|手机|花时间|花点|花心思|种草|拔草|根本|器重|打包|包你|红火|走红|眼红|黑夜|白天|明白|白跑|白搭|面粉|海量|江湖|路过|一路|路上|精神|精力|帮扣|扣1|门道|专门|上门|出门|热门|部门|网友/g
const OWN_ENTIRELY = 0.4
const MONEY = '费价赔折税赚佣付'

const money = (units: string, other: string) =>
  units
    .split('')
    .filter((unit) => MONEY.indexOf(unit) >= 0 && other.indexOf(unit) < 0)
    .join('')

/** A thing went and another thing, never spoken of, came right there. */
function checkThings(it: Case): GuardFinding[] {
  return it.replaced
    .filter((part) => part.from !== '' && part.to !== '')
    .filter((part) => things(part.from, part.to) !== '' && things(part.to, it.source.text) !== '')
    .map((part) => at(part, part.from))
}

/** Turns of phrase that compare with others, or lay a cost on the customer. */
function checkPhrases(it: Case): GuardFinding[] {
  const findings: GuardFinding[] = []
  for (const [reason, pattern] of PHRASES) {
    const match = new RegExp(pattern).exec(it.candidate.text)
    if (match === null || it.source.text.indexOf(match[0]) >= 0) continue
    findings.push({ reason, word: match[0], at: match.index, sourceAt: -1 })
  }
  return findings
}

/** In a clause of her own a rep may wish and feel, but name no new thing and no money. */
function checkOwnClauses(it: Case): GuardFinding[] {
  const findings: GuardFinding[] = []
  for (const clause of it.candidateClauses) {
    if (clause.kept >= OWN_ENTIRELY) continue
    const word = things(clause.text, it.source.text) || money(clause.text, it.source.text)
    if (word !== '')
      findings.push({ reason: 'fact-added', word, at: clause.at + clause.text.indexOf(word.charAt(0)), sourceAt: -1 })
  }
  return findings
}

/** Legal sentences stand as written, and what closed the text still closes it. */
function checkLegal(it: Case): GuardFinding[] {
  const findings: GuardFinding[] = []
  const text = it.candidate.text
  for (const { sentence, sourceAt, last } of legalSentences(it.source.text)) {
    const found = text.indexOf(sentence)
    const ends = found >= 0 && text.slice(found + sentence.length).trim() === ''
    if (found >= 0 && (ends || !last)) continue
    findings.push({ reason: 'legal-tail', word: sentence, at: found, sourceAt })
  }
  return findings
}

export const checkWording = (it: Case): GuardFinding[] => [
  ...checkLegal(it),
  ...checkPairs(it, OPPOSITE_PAIRS, 'word-changed'),
  ...checkPairs(it, PERSON_PAIRS, 'subject-changed'),
  ...checkPersons(it),
  ...checkThings(it),
  ...checkPhrases(it),
  ...checkOwnClauses(it),
]
