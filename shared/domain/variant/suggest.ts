// How do the wordings that HQ ticked enter the draft? As a choice the editor could have written herself.
import { parseSpintax } from './spintax'
import { type Sentence, withoutEscapes } from './suggest-sentences'

/** A sentence and the wordings of it that HQ keeps. */
export type Kept = { sentence: Sentence; kept: readonly string[] }

/** `[` opens a voice or a weight where a branch begins, and nowhere else. */
const escaped = (plain: string): string => plain.replace(/[{}|\\]|^\[/g, (mark) => `\\${mark}`)

const choicesIn = (written: string): number | null => {
  const parsed = parseSpintax(written)
  return parsed.ok ? parsed.choicePoints : null
}

/**
 * The draft with this sentence as `{source|kept…}`; its own wording stays first, so undoing the choice gives the draft
 * again. null when the sentence no longer stands where it stood, or when the draft is or would be badly written.
 */
export function asSpintax(text: string, { at, to, source }: Sentence, kept: readonly string[]): string | null {
  if (source === '' || withoutEscapes(text.slice(at, to)) !== source) return null
  const others = Array.from(new Set(kept)).filter((wording) => wording !== source && wording !== '')
  if (others.length === 0) return text
  const choice = `{${[source, ...others].map(escaped).join('|')}}`
  const changed = text.slice(0, at) + choice + text.slice(to)
  const before = choicesIn(text)
  return before !== null && choicesIn(changed) === before + 1 ? changed : null
}

/** All that HQ ticked at once: from the last sentence to the first, because each choice moves what follows it. */
export function keepWordings(text: string, all: readonly Kept[]): string | null {
  const fromTheEnd = all.slice().sort((a, b) => b.sentence.at - a.sentence.at)
  return fromTheEnd.reduce<string | null>(
    (draft, { sentence, kept }) => (draft === null ? null : asSpintax(draft, sentence, kept)),
    text,
  )
}
