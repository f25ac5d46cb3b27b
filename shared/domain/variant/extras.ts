// Which openers and closers suit this post? None that repeats its words, asks twice, or makes a short text fold.
import { CLOSERS, OPENERS } from './lines.data'
import { endsEmoji, isEndMark } from './marks'
import type { Choice } from './pieces'
import type { Tone } from './tone'

/** `short` = lines of at most SHORT_LINE characters, for posts that have little room before they fold. */
export type ExtrasSize = 'all' | 'short' | 'none'

export const SHORT_LINE = 6
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

function suitable(lines: readonly string[], text: string, size: ExtrasSize): string[] {
  return lines.filter((line) => (size === 'all' || line.length <= SHORT_LINE) && !echoes(line, text))
}

/** "Nothing", or one of the lines, followed by the post at once, on the next line or after a blank one. */
export function openerChoice(tone: Tone, text: string, size: ExtrasSize): Choice | undefined {
  if (size === 'none') return undefined
  const lines = suitable(OPENERS[tone], text, size)
  const breaks = size === 'all' ? ['', '\n', '\n\n'] : ['']
  return lines.length === 0 ? undefined : { any: ['', [{ any: lines }, { any: breaks }]] }
}

/**
 * "Nothing", or one of the lines, on the same line when the post's last sentence is over.
 * After a word, a link or a number the line needs a line of its own.
 */
export function closerChoice(tone: Tone, body: string, size: ExtrasSize): Choice | undefined {
  if (size === 'none') return undefined
  const fresh = asksForContact(body) ? CLOSERS[tone].filter((line) => !asksForContact(line)) : CLOSERS[tone]
  const lines = suitable(fresh, body, size)
  const last = body.slice(-1)
  const over = isEndMark(last) || endsEmoji(last)
  const gaps = size === 'all' ? ['\n', '\n\n'] : ['\n']
  const breaks = over ? ['', ...(size === 'all' ? gaps : [])] : gaps
  return lines.length === 0 ? undefined : { any: ['', [{ any: breaks }, { any: lines }]] }
}
