// What of a text fits before Moments folds it, and what goes into the first comment? Whole sentences, in order.
import { measureFold } from '../fold'
import { legalTailAt, protectedMask } from './protect'

export type ShortForm = { ok: true; short: string; rest: string } | { ok: false; reason: 'nothing-fits' }

/** A sentence with the marks, ornaments and blanks that follow it. */
const SENTENCE =
  /[^。！？!?～~…\n]*(?:[。！？!?～~…]+[”’」』）)]*|\n|$)[^\u3400-\u9fff\ud840-\ud88d0-9A-Za-z#@*＊※¥￥【「『“‘《(（\n]*\n*/g
/** Where a long sentence may be cut: behind a comma or a blank. */
const CLAUSE = /[^，；; ]*(?:[，；; ]|$)/g

const fits = (text: string): boolean => !measureFold(text.trim()).folds

/** What matches, but nothing that is frozen is cut in two: a range (3月8日～3月12日), a link, a phone number. */
function parts(text: string, pattern: RegExp): string[] {
  const mask = protectedMask(text, [])
  const whole: string[] = []
  let at = 0
  let open = false
  for (const part of text.match(pattern) ?? []) {
    if (part === '') continue
    if (open) whole.push((whole.pop() ?? '') + part)
    else whole.push(part)
    at += part.length
    open = isInside(text, mask, at)
  }
  return whole
}

const isInside = (text: string, mask: readonly boolean[], at: number): boolean => {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)]
  if (before === ' ') return /[0-9A-Za-z]/.test(text.charAt(at - 2)) && /[0-9A-Za-z]/.test(after)
  return before !== '\n' && mask[at - 1] === true && mask[at] === true
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
