// Is it one whole, readable text in the author's script and length, and nothing a machine said by the way?
import { endsEmoji } from '../marks'
import type { Case } from './case'
import { type Clause, contentLength } from './clauses'
import { LEAKS, TRADITIONAL } from './form.data'
import type { GuardFinding, GuardReason } from './verdict'

const LEAK_PATTERNS = LEAKS.split('\n').filter((line) => line !== '')

const here = (reason: GuardReason, word: string, at: number): GuardFinding => ({ reason, word, at, sourceAt: -1 })
const there = (reason: GuardReason, word: string, sourceAt: number): GuardFinding => ({
  reason,
  word,
  at: -1,
  sourceAt,
})

function checkLeaks(it: Case): GuardFinding[] {
  const findings: GuardFinding[] = []
  for (const pattern of LEAK_PATTERNS) {
    const match = new RegExp(pattern, 'i').exec(it.candidate.text)
    if (match !== null && it.source.text.indexOf(match[0]) < 0)
      findings.push(here('leak', match[0].trim(), match.index))
  }
  return findings
}

/** Kana, Hangul, Cyrillic, Greek, Thai, Arabic and the like. Latin is read as a name. */
const FOREIGN = /[\u0370-\u052f\u0590-\u06ff\u0e00-\u0e7f\u3040-\u30ff\uac00-\ud7af]/

function checkScript(it: Case): GuardFinding[] {
  const text = it.candidate.text
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at)
    const strange = TRADITIONAL.indexOf(unit) >= 0 || FOREIGN.test(unit)
    if (strange && it.source.text.indexOf(unit) < 0) return [here('script-changed', unit, at)]
  }
  const source = it.source.text
  const lost = source.split('').filter((unit) => TRADITIONAL.indexOf(unit) >= 0 && text.indexOf(unit) < 0)
  if (lost.length < 3) return []
  return [there('script-changed', lost[0] ?? '', source.indexOf(lost[0] ?? ''))]
}

/** More emoji than this beyond the source's are spam; a rep may set some as bullets. */
const EMOJI_MORE = { sentence: 4, edit: 7 }

function checkSymbols(it: Case): GuardFinding[] {
  const emoji = (text: string) => text.split('').filter((unit) => endsEmoji(unit) && unit !== '\ufe0f').length
  const findings: GuardFinding[] = []
  const text = it.candidate.text
  if (emoji(text) > emoji(it.source.text) + EMOJI_MORE[it.scope]) {
    const at = text.split('').findIndex(endsEmoji)
    findings.push(here('symbol-spam', text.slice(Math.max(0, at - 1), at + 1), Math.max(0, at - 1)))
  }
  const run = /([！!？?～~。，\u2600-\u27bf])\1{2,}|([\ud800-\udbff][\udc00-\udfff])\2{3,}/.exec(text)
  if (run !== null && it.source.text.indexOf(run[0]) < 0) findings.push(here('symbol-spam', run[0], run.index))
  return findings
}

const REPEAT_FROM = 4

function checkRepeats(it: Case): GuardFinding[] {
  const findings: GuardFinding[] = []
  const count = (text: string, part: string) => text.split(part).length - 1
  for (const { text, at } of it.candidateClauses) {
    const words = text.trim()
    if (words.length < REPEAT_FROM) continue
    const times = count(it.candidate.text, words)
    if (times > Math.max(1, count(it.source.text, words))) findings.push(here('repeated', words, at))
  }
  // A stutter within a clause: "到店到店", and a text said twice in other marks.
  const stutter = /([\u4e00-\u9fff]{4,})\1/.exec(it.candidate.text)
  if (stutter !== null && it.source.text.indexOf(stutter[0]) < 0)
    findings.push(here('repeated', stutter[0], stutter.index))
  return findings
}

/** The last clause is the beginning of one of the source's: someone stopped in the middle. */
function checkEnd(it: Case): GuardFinding[] {
  const text = it.candidate.text.replace(/\s+$/, '')
  const last = it.candidateClauses[it.candidateClauses.length - 1]
  if (last === undefined) return []
  const words = last.text.trim()
  const cut = it.sourceClauses.find(
    (clause) => clause.text.trim().length > words.length && clause.text.trim().indexOf(words) === 0,
  )
  const stopped = last.at + last.text.length >= text.length
  const whole = it.sourceClauses.some((clause) => clause.text.trim() === words)
  const dangling =
    /[，、：,;；（(【「“]$/.test(text) && !/[，、：,;；（(【「“]$/.test(it.source.text.replace(/\s+$/, ''))
  if (dangling || (cut !== undefined && stopped && !whole && contentLength(words) >= 1))
    return [here('cut-off', words, last.at)]
  return []
}

const DROPPED_FROM = 3
/** What makes a clause an ornament: it feels, wishes or calls, and a rep may leave it out. */
const ORNAMENT =
  /[很都也好真太超挺蛮啦哦呀啊吧呢吗嘛哈咯～❤]|特别|非常|刚刚|新鲜|喜欢|舒服|开心|心情|幸福|满满|放心|安心|别错过|随时|欢迎|来试|朋友|姐妹|宝子|大家|看过来/

/** A clause without counterpart; in a rep's edit only one that stood beside facts and is no ornament. */
function checkDropped(it: Case): GuardFinding[] {
  const isDropped = (clause: Clause) =>
    clause.inOrder < 0.2 && clause.kept < 0.6 && contentLength(clause.text) >= DROPPED_FROM
  return it.sourceClauses
    .filter((clause) => (it.scope === 'sentence' ? isDropped(clause) : clause.inOrder < 0.2 && clause.kept < 0.6))
    .filter((clause) => it.scope === 'sentence' || (standsBesideFacts(it, clause) && !ORNAMENT.test(clause.text)))
    .map((clause) => there('sentence-dropped', clause.text.trim(), clause.at))
}

function standsBesideFacts(it: Case, clause: Clause): boolean {
  const text = it.source.text
  const ends = (at: number) => '。！？\n'.indexOf(text.charAt(at)) >= 0
  let from = clause.at
  while (from > 0 && !ends(from - 1)) from -= 1
  let to = clause.at
  while (to < text.length && !ends(to)) to += 1
  return it.source.anchors.some((anchor) => anchor.at >= from && anchor.at < to && !anchor.loose)
}

/** Words taken out of a clause with nothing put in their place. */
function checkTakenOut(it: Case): GuardFinding[] {
  return it.replaced
    .filter(
      (part) =>
        part.to.trim() === '' && /^[\u4e00-\u9fff、]+$/.test(part.from) && contentLength(part.from) >= DROPPED_FROM,
    )
    .filter((part) => it.scope === 'sentence' || !ORNAMENT.test(part.from))
    .filter((part) => it.candidate.text.indexOf(part.from) < 0)
    .map((part) => there('fact-missing', part.from, part.sourceAt))
}

/** A clause of the candidate that has no counterpart at all: in a sentence nobody may add. */
function checkAdded(it: Case): GuardFinding[] {
  if (it.scope === 'edit') return []
  return it.candidateClauses
    .filter((clause) => clause.kept < 0.15 && contentLength(clause.text) >= 4)
    .map((clause) => here('fact-added', clause.text.trim(), clause.at))
}

function checkLength(it: Case): GuardFinding[] {
  const [was, now] = [it.source.text.length, it.candidate.text.length]
  const most = it.scope === 'sentence' ? was * 1.5 + 8 : was * 1.5 + 80
  const least = it.scope === 'sentence' ? was * 0.55 - 4 : was * 0.3
  if (now > most) return [here('too-long', it.candidate.text.slice(-8), now)]
  if (now < least) return [there('too-short', it.source.text.slice(0, 8), 0)]
  return []
}

export const checkForm = (it: Case): GuardFinding[] => [
  ...checkLeaks(it),
  ...checkScript(it),
  ...checkSymbols(it),
  ...checkRepeats(it),
  ...checkEnd(it),
  ...checkDropped(it),
  ...checkTakenOut(it),
  ...checkAdded(it),
  ...checkLength(it),
]
