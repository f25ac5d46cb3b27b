// How is an entry of the lexicon written, and what does it say? One line of text, so that a reviewer reads it at a glance.
import type { Tone } from '../tone'

/** A wording that may stand instead; `tones` null: in every voice. */
export type Alternative = { text: string; tones: readonly Tone[] | null }

/**
 * `from` may become any alternative, unless it stands directly behind one of `notAfter` or directly before one of
 * `notBefore`. `example` is a sentence in which every alternative reads as well as `from`.
 */
export type Entry = {
  from: string
  to: readonly Alternative[]
  notAfter: readonly string[]
  notBefore: readonly string[]
  example: string
  line: number
}

export type EntryFault = 'no-example' | 'no-alternative' | 'empty-word' | 'unknown-tone' | 'unknown-part'
export type ReadLexicon = { entries: Entry[]; faults: { line: number; reason: EntryFault; text: string }[] }

const TONE_LETTERS: Readonly<Record<string, Tone>> = { 亲: 'warm', 专: 'expert', 活: 'lively' }

const words = (part: string): string[] => part.split(/\s+/).filter((word) => word !== '')

function readAlternative(written: string): Alternative | EntryFault {
  const [text = '', letters] = written.trim().split('@')
  if (text.trim() === '') return 'empty-word'
  if (letters === undefined) return { text: text.trim(), tones: null }
  const tones: Tone[] = []
  for (const letter of letters.trim()) {
    const tone = TONE_LETTERS[letter]
    if (tone === undefined) return 'unknown-tone'
    tones.push(tone)
  }
  return tones.length === 0 ? 'unknown-tone' : { text: text.trim(), tones }
}

type Side = { from: string; to: Alternative[] }

/** `a > b / c` lets a become b or c. `a = b = c` lets each become each other. */
function readSides(head: string): Side[] | EntryFault {
  const oneWay = head.indexOf('>')
  const written = oneWay >= 0 ? head.slice(oneWay + 1).split('/') : head.split('=')
  const read = written.map(readAlternative)
  const fault = read.find((each) => typeof each === 'string')
  if (fault !== undefined) return fault as EntryFault
  const all = read as Alternative[]
  if (oneWay >= 0) {
    const from = head.slice(0, oneWay).trim()
    return from === '' ? 'empty-word' : [{ from, to: all }]
  }
  if (all.length < 2) return 'no-alternative'
  return all.map(({ text }, at) => ({ from: text, to: all.filter((_, other) => other !== at) }))
}

function readLine(text: string, line: number): Entry[] | EntryFault {
  const [body = '', example = ''] = text.split('#').map((part) => part.trim())
  if (example === '') return 'no-example'
  const [head = '', ...parts] = body.split('|').map((part) => part.trim())
  const vetoes: { notAfter: string[]; notBefore: string[] } = { notAfter: [], notBefore: [] }
  for (const part of parts) {
    if (part.startsWith('前不')) vetoes.notAfter = words(part.slice(2))
    else if (part.startsWith('后不')) vetoes.notBefore = words(part.slice(2))
    else return 'unknown-part'
  }
  const sides = readSides(head)
  if (typeof sides === 'string') return sides
  return sides.map((side) => ({ ...side, ...vetoes, example, line }))
}

/**
 * Reads entries, one a line:
 * `带娃出门 > 带孩子出门 / 带宝贝出门@亲活 | 前不 别 | 后不 诊 # 周末带娃出门，包里备一包湿巾。`
 * Blank lines and lines that begin with `//` say nothing. `line` counts from 1.
 */
export function readLexicon(source: string): ReadLexicon {
  const lexicon: ReadLexicon = { entries: [], faults: [] }
  source.split('\n').forEach((raw, at) => {
    const text = raw.trim()
    if (text === '' || text.startsWith('//')) return
    const read = readLine(text, at + 1)
    if (typeof read === 'string') lexicon.faults.push({ line: at + 1, reason: read, text })
    else lexicon.entries.push(...read)
  })
  return lexicon
}
