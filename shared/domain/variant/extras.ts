// Which openers and closers suit this post? None that repeats its words, asks twice, or makes a short text fold.
import { CLOSERS, OPENERS } from './lines.data'
import { endsEmoji, isEndMark } from './marks'
import type { Choice } from './pieces'
import type { Tone } from './tone'

/** An opener sharing this many characters in a row with the post would sound like a stammer. */
const ECHO = 3
const ASKS = /私信|找我|问我|戳我|联系我|留言|评论|咨询|登记|说一声|滴滴|喊我|订位/

function echoes(line: string, text: string): boolean {
  for (let i = 0; i + ECHO <= line.length; i += 1) {
    if (text.indexOf(line.slice(i, i + ECHO)) >= 0) return true
  }
  return false
}

/** Whether the line asks people to get in touch: once per text is enough. */
export const asksForContact = (line: string): boolean => ASKS.test(line)

/** `cap`: the longest line that may be added, in UTF-16 units; `airy`: whether a blank line may set it apart. */
export type ExtrasRoom = { cap: number; airy: boolean; vetoes?: readonly string[] }

const suitable = (lines: readonly string[], text: string, { cap, vetoes = [] }: ExtrasRoom): string[] =>
  lines.filter((line) => line.length <= cap && !echoes(line, text) && !vetoes.some((word) => line.indexOf(word) >= 0))

/** "Nothing", or one of the lines, followed by the post at once, on the next line or after a blank one. */
export function openerChoice(tone: Tone, text: string, room: ExtrasRoom): Choice | undefined {
  const lines = suitable(OPENERS[tone], text, room)
  const breaks = room.airy ? ['', '\n', '\n\n'] : ['']
  return lines.length === 0 ? undefined : { any: ['', [{ any: lines }, { any: breaks }]] }
}

/**
 * "Nothing", or one of the lines, on the same line when the post's last sentence is over.
 * After a word, a link or a number the line needs a line of its own.
 */
export function closerChoice(tone: Tone, body: string, room: ExtrasRoom): Choice | undefined {
  const fresh = asksForContact(body) ? CLOSERS[tone].filter((line) => !asksForContact(line)) : CLOSERS[tone]
  const lines = suitable(fresh, body, room)
  const last = body.slice(-1)
  const over = isEndMark(last) || endsEmoji(last)
  const gaps = room.airy ? ['\n', '\n\n'] : ['\n']
  const breaks = over ? ['', ...(room.airy ? gaps : [])] : gaps
  return lines.length === 0 ? undefined : { any: ['', [{ any: breaks }, { any: lines }]] }
}
