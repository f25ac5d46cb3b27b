// Which sentence ends and ornaments may change? Punctuation by ear, emoji within one feeling.
import { EMOJI_CLASSES, ENDING_EMOJI } from './emoji.data'
import { type ChoicePoint, type Ground, spread } from './ground'
import { continuesEmoji, isEndMark, isHan } from './marks'
import { clauseAround, isFactualClause, isFree } from './protect'
import type { Tone } from './tone'

/** Limits per kind keep the plan about 1 KB even for a 2,000-character post. */
const MAX_MARKS = 10
const MAX_EMOJI = 8
const MAX_ADDED = { warm: 2, expert: 0, lively: 3 } as const
/** A post that already wears this many emoji gets no more. */
const ENOUGH_EMOJI = 3

/** Sentence ends that stand alone and are free: `at` is the mark's place. */
export function sentenceEnds({ text, mask, end }: Ground): number[] {
  const ends: number[] = []
  for (let at = 1; at < end; at += 1) {
    const alone = !isEndMark(text.charAt(at - 1)) && !isEndMark(text.charAt(at + 1))
    if (alone && isEndMark(text.charAt(at)) && isFree(mask, at, at + 1)) ends.push(at)
  }
  return ends
}

/** Natural swaps of one end mark; every second full stop only, so that no text shouts or trails off throughout. */
function marksFor(mark: string, tone: Tone, turn: number): readonly string[] {
  if (mark === '。') {
    if (tone === 'expert') return []
    if (tone === 'warm') return turn % 2 === 0 ? ['～'] : []
    return turn % 2 === 0 ? ['！'] : ['～']
  }
  if (mark === '！' || mark === '!') return tone === 'expert' ? ['。'] : tone === 'warm' ? ['～', '。'] : ['～']
  if (mark === '～' || mark === '~') return tone === 'expert' ? ['。'] : tone === 'warm' ? ['。'] : ['！']
  return []
}

export function markPoints(ground: Ground): ChoicePoint[] {
  const { text, mask, tone } = ground
  const points: ChoicePoint[] = []
  sentenceEnds(ground).forEach((at, turn) => {
    const mark = text.charAt(at)
    // "2499元～" reads like an open range: no wave behind a frozen word; nobody shouts a condition or a warning.
    const tells = isFactualClause(clauseAround(text, at - 1))
    const options = marksFor(mark, tone, turn).filter(
      (option) => (option !== '～' || isFree(mask, at - 1, at)) && (option !== '！' || !tells),
    )
    if (options.length > 0) points.push({ from: at, to: at + 1, options: [mark, ...options] })
  })
  return spread(points, MAX_MARKS)
}

export type EmojiHit = { from: number; emoji: string; near: readonly string[] }

export function findEmoji({ text, mask, end }: Ground): EmojiHit[] {
  const hits: EmojiHit[] = []
  for (const near of EMOJI_CLASSES) {
    for (const emoji of near) {
      for (let from = text.indexOf(emoji); from >= 0; from = text.indexOf(emoji, from + 1)) {
        const to = from + emoji.length
        const joined = continuesEmoji(text.slice(to, to + 2))
        if (to <= end && !joined && text.charAt(from - 1) !== '\u200d' && isFree(mask, from, to)) {
          hits.push({ from, emoji, near })
        }
      }
    }
  }
  return hits.sort((a, b) => a.from - b.from)
}

/** What may stand instead of an emoji: nothing after a finished sentence, an end mark where words would run on. */
function dropOf({ text, mask, tone }: Ground, from: number, to: number): readonly string[] {
  const before = text.charAt(from - 1)
  const after = text.charAt(to)
  if (isEndMark(before)) return ['']
  if (!isHan(before) || !(after === '' || /\s/.test(after))) return []
  return [tone === 'expert' || !isFree(mask, from - 1, from) ? '。' : '～']
}

export function emojiPoints(ground: Ground, hits: readonly EmojiHit[]): ChoicePoint[] {
  const points = hits.map(({ from, emoji, near }): ChoicePoint => {
    const to = from + emoji.length
    const swaps = ground.tone === 'expert' ? [] : near.filter((other) => other !== emoji).slice(0, 3)
    return { from, to, options: [emoji, ...swaps, ...dropOf(ground, from, to)] }
  })
  return spread(
    points.filter((point) => point.options.length > 1),
    MAX_EMOJI,
  )
}

/** An ornament after a sentence or none: only where the sentence is followed by words, a break or the end. */
export function addedEmojiPoints(ground: Ground, worn: number): ChoicePoint[] {
  const { text, tone, mask } = ground
  const ornaments = ENDING_EMOJI[tone]
  if (ornaments.length === 0 || worn >= ENOUGH_EMOJI) return []
  const places = sentenceEnds(ground).filter((at) => {
    const next = text.charAt(at + 1)
    const isTalk = isFree(mask, at - 1, at) && !isFactualClause(clauseAround(text, at - 1))
    return '。！～'.indexOf(text.charAt(at)) >= 0 && isTalk && (isHan(next) || /^\s?$/.test(next))
  })
  const room = Math.min(MAX_ADDED[tone], ENOUGH_EMOJI - worn)
  return spread(places, room).map((at) => ({ from: at + 1, to: at + 1, options: ['', ...ornaments] }))
}
