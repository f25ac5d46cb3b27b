// What of a text fits before Moments folds it, and what goes into the first comment? Whole sentences, in order.
import { measureFold } from '../fold'
import { legalTailAt } from './protect'

export type ShortForm = { ok: true; short: string; rest: string } | { ok: false; reason: 'nothing-fits' }

/** A sentence with the marks, ornaments and blanks that follow it. */
const SENTENCE =
  /[^。！？!?～~…\n]*(?:[。！？!?～~…]+[”’」』）)]*|\n|$)[^\u4e00-\u9fff0-9A-Za-z#@*＊※¥￥【「『“‘《(（\n]*\n*/g
/** Where a long sentence may be cut: behind a comma or a blank. */
const CLAUSE = /[^，、；;：: ]*(?:[，；; ]|$)/g

const fits = (text: string): boolean => !measureFold(text.trim()).folds

function parts(text: string, pattern: RegExp): string[] {
  return (text.match(pattern) ?? []).filter((part) => part !== '')
}

/** As many parts from the beginning as fit together with the tail. */
function takeWhileFits(all: readonly string[], tail: string): { head: string; taken: number } {
  let head = ''
  let taken = 0
  for (const part of all) {
    if (!fits(join(head + part, tail))) break
    head += part
    taken += 1
  }
  return { head, taken }
}

const join = (head: string, tail: string): string => (tail === '' ? head.trim() : `${head.trim()}\n${tail.trim()}`)

/**
 * The text itself when it fits. Legal lines stay with the short form: a warning must not hide in a comment. Nothing is
 * lost: `short` without them and `rest` are the text, apart from blanks at the cut.
 */
export function shortForm(text: string): ShortForm {
  if (fits(text)) return { ok: true, short: text, rest: '' }
  const at = legalTailAt(text)
  const body = text.slice(0, at)
  const tail = text.slice(at).trim()
  const sentences = parts(body, SENTENCE)
  let { head, taken } = takeWhileFits(sentences, tail)
  let left = sentences.slice(taken).join('')
  if (head.trim() === '') {
    const clauses = parts(body, CLAUSE)
    ;({ head, taken } = takeWhileFits(clauses, tail))
    left = clauses.slice(taken).join('')
  }
  if (head.trim() === '') return { ok: false, reason: 'nothing-fits' }
  return { ok: true, short: join(head, tail), rest: left.trim() }
}
