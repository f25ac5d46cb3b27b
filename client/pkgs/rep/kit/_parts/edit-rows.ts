// What has to be put right in her own wording? One row per thing, with what a tap would put in its place.
import type { EditVerdict } from '@shared/domain/own-edit'

type Refused = Extract<EditVerdict, { ok: false }>
type Fact = Refused['facts'][number]
type Word = Refused['words'][number]

/** Puts `put` in place of `length` UTF-16 units from `at`. */
export type Fix = { at: number; length: number; put: string }
export type EditRow = {
  id: string
  /** word: may not be used · lost: stood there · added: did not · changed: `was` stood there · differs: not as it stood there */
  kind: 'word' | 'lost' | 'added' | 'changed' | 'differs'
  reason: Fact['reason'] | null
  word: string
  was: string
  around: string // where it stands in the text she was dealt; empty when it does not
  ruleId: string // of the advertising word list; empty for facts
  article: string
  fixes: readonly Fix[]
}
type Texts = { edit: string; dealt: string }
type Span = { from: number; to: number }

const AROUND = 12 // characters on either side
const CLAUSE_END = /[，。！？；、～,!?;\n]/

/** The clause around a fact, cut where it runs on. */
function aroundOf(text: string, at: number, length: number): string {
  let from = at
  while (from > 0 && at - from < AROUND && !CLAUSE_END.test(text.charAt(from - 1))) from -= 1
  let to = at + length
  while (to < text.length && to - at - length < AROUND && !CLAUSE_END.test(text.charAt(to))) to += 1
  return text.slice(from, to).trim()
}

const HINTS = [6, 5, 4, 3, 2] // characters beside a word by which its place is found, the surest first
const SPARE = 2 // a word that took another's place may be so much longer

/** Where the longest of these hints stands, if it stands in one place only; else -1. */
function onlyAt(text: string, hints: readonly string[]): { at: number; length: number } {
  for (const hint of hints) {
    const at = text.indexOf(hint)
    if (at >= 0 && text.indexOf(hint, at + 1) < 0) return { at, length: hint.length }
  }
  return { at: -1, length: 0 }
}

/** Puts the lost word between what stood beside it, for what little stands there now; null: they are gone or not the only ones. */
function putBack({ edit, dealt }: Texts, { sourceAt, word }: Fact): Fix | null {
  const end = sourceAt + word.length
  const [left, right] = [dealt.slice(0, sourceAt), dealt.slice(end)]
  const before = onlyAt(
    edit,
    HINTS.filter((n) => n <= left.length).map((n) => left.slice(left.length - n)),
  )
  const after = onlyAt(
    edit,
    HINTS.filter((n) => n <= right.length).map((n) => right.slice(0, n)),
  )
  const from = before.at < 0 ? -1 : before.at + before.length
  if (from < 0) return after.at < 0 ? null : { at: after.at, length: 0, put: word }
  const gap = edit.slice(from, Math.max(from, after.at))
  const isInPlace = gap.length <= word.length + SPARE && !CLAUSE_END.test(gap)
  return { at: from, length: isInPlace ? gap.length : 0, put: word }
}

const stands = (text: string, { at, word }: { at: number; word: string }) => text.slice(at, at + word.length) === word

function wordRow(finding: Word): EditRow {
  const { at, word, instead } = finding
  const puts = instead.length > 0 ? instead : ['']
  return {
    id: `${finding.id}.${at}`,
    kind: 'word',
    reason: null,
    word,
    was: '',
    around: '',
    ruleId: finding.id,
    article: finding.article,
    fixes: puts.map((put) => ({ at, length: word.length, put })),
  }
}

/** `lost`: what it took the place of, when that is plain. */
function factRow(texts: Texts, finding: Fact, lost: Fact | undefined): EditRow {
  const { reason, word, at, sourceAt } = finding
  const row = { id: `${reason}.${at}.${sourceAt}.${word}`, reason, word, was: '', ruleId: '', article: '' }
  const around = sourceAt < 0 ? '' : aroundOf(texts.dealt, sourceAt, word.length)
  const replace = (put: string): Fix[] => (stands(texts.edit, finding) ? [{ at, length: word.length, put }] : [])
  if (lost) {
    const was = { was: lost.word, around: aroundOf(texts.dealt, lost.sourceAt, lost.word.length) }
    return { ...row, ...was, kind: 'changed', fixes: lost.word === word ? [] : replace(lost.word) }
  }
  if (at >= 0 && sourceAt >= 0) return { ...row, around, kind: 'differs', fixes: [] }
  if (at >= 0) return { ...row, around, kind: 'added', fixes: replace('') }
  const back = putBack(texts, finding)
  return { ...row, around, kind: 'lost', fixes: back ? [back] : [] }
}

const BESIDE = 2 // characters that tell a place

/** Whether the one stands in her wording where the other stood in what she was dealt. */
function isInPlaceOf({ edit, dealt }: Texts, come: Fact, gone: Fact): boolean {
  const before = (text: string, at: number) => text.slice(Math.max(0, at - BESIDE), at)
  const after = (text: string, end: number) => text.slice(end, end + BESIDE)
  if (come.at >= BESIDE && before(edit, come.at) === before(dealt, gone.sourceAt)) return true
  const [end, endWas] = [come.at + come.word.length, gone.sourceAt + gone.word.length]
  return endWas < dealt.length && after(edit, end) === after(dealt, endWas)
}

/** What came, with what it came for: by its place, else in order where as many of a reason came as went. */
function pairsOf(texts: Texts, facts: readonly Fact[]): Map<Fact, Fact> {
  const pairs = new Map<Fact, Fact>()
  const taken = new Set<Fact>()
  const pair = (come: Fact, gone: Fact | undefined) => {
    if (gone === undefined) return
    pairs.set(come, gone)
    taken.add(gone)
  }
  const come = facts.filter((fact) => fact.sourceAt < 0)
  const goneFor = ({ reason }: Fact) =>
    facts.filter((fact) => fact.at < 0 && fact.reason === reason && !taken.has(fact))
  for (const fact of come)
    pair(
      fact,
      goneFor(fact).find((gone) => isInPlaceOf(texts, fact, gone)),
    )
  for (const fact of come) {
    const open = come.filter((other) => other.reason === fact.reason && !pairs.has(other))
    const gone = goneFor(fact)
    if (!pairs.has(fact) && open.length === gone.length) pair(fact, gone[0])
  }
  return pairs
}

const meets = (spans: readonly Span[], at: number, length: number): boolean =>
  at >= 0 && spans.some(({ from, to }) => at < to && at + length > from)

/** Words that may not be used first, then facts, the most important first; what one row says no other repeats. */
export function rowsOf(verdict: EditVerdict, texts: Texts): EditRow[] {
  if (verdict.ok) return []
  const rows = verdict.words.map(wordRow)
  const inEdit: Span[] = verdict.words.map(({ at, word }) => ({ from: at, to: at + word.length }))
  const inDealt: Span[] = []
  const pairs = pairsOf(texts, verdict.facts)
  const paired = new Set(pairs.values())
  for (const fact of verdict.facts) {
    if (paired.has(fact)) continue
    const lost = pairs.get(fact)
    const { length } = fact.word
    if (meets(inEdit, fact.at, length) || meets(inDealt, lost?.sourceAt ?? fact.sourceAt, length)) continue
    rows.push(factRow(texts, fact, lost))
    if (fact.at >= 0) inEdit.push({ from: fact.at, to: fact.at + length })
    const sourceAt = lost?.sourceAt ?? fact.sourceAt
    if (sourceAt >= 0) inDealt.push({ from: sourceAt, to: sourceAt + (lost?.word ?? fact.word).length })
  }
  return rows
}

export const applyFix = (text: string, { at, length, put }: Fix): string =>
  text.slice(0, at) + put + text.slice(at + length)
