// How may a sentence fade out? The little words at its end differ from mouth to mouth and say nothing else.

import type { ChoicePoint, Ground } from './ground'
import type { Alternative } from './lexicon/entry'
import { isEndMark, isHan } from './marks'

const inAll = (text: string): Alternative => ({ text, tones: null })
const inChat = (text: string): Alternative => ({ text, tones: ['warm', 'lively'] })
const inPlay = (text: string): Alternative => ({ text, tones: ['lively'] })

/** notAfter: characters with which the particle makes another word (为了, 除了; 好吗 is a question tag of its own). */
const PARTICLES: Readonly<Record<string, { to: readonly Alternative[]; notAfter: string }>> = {
  了: { to: [inChat('啦')], notAfter: '为除罢算得不' },
  啦: { to: [inAll('了'), inPlay('咯'), inPlay('喽')], notAfter: '' },
  吗: { to: [inChat('么')], notAfter: '好行对' },
  吧: { to: [inPlay('呗')], notAfter: '网酒水贴' },
  哦: { to: [inChat('喔'), inChat('噢'), { text: '', tones: ['expert'] }], notAfter: '' },
  喔: { to: [inChat('哦'), inChat('噢'), { text: '', tones: ['expert'] }], notAfter: '' },
  呀: { to: [inAll('啊'), inPlay('哟')], notAfter: '哎咿' },
  啊: { to: [inAll('呀')], notAfter: '' },
  呢: { to: [inPlay('呐')], notAfter: '' },
  嘛: { to: [inPlay('呀')], notAfter: '干' },
}

const endsSentence = (next: string): boolean => next === '' || isEndMark(next) || /\s/.test(next) || !isSpoken(next)
/** A comma keeps the sentence going; letters, digits and Han go on with it. */
const isSpoken = (unit: string): boolean => isHan(unit) || /[0-9A-Za-z，、；：”’」』）)]/.test(unit)

export function particlePoints({ text, mask, end, tone, vetoes }: Ground): ChoicePoint[] {
  const points: ChoicePoint[] = []
  for (let at = 1; at < end; at += 1) {
    const here = text.charAt(at)
    const known = PARTICLES[here]
    const before = text.charAt(at - 1)
    if (!known || mask[at] !== false || !isHan(before) || known.notAfter.indexOf(before) >= 0) continue
    if (!endsSentence(at + 1 < end ? text.charAt(at + 1) : '') || vetoes.indexOf(here) >= 0) continue
    const others = known.to
      .filter(({ text: word, tones }) => (tones === null || tones.indexOf(tone) >= 0) && vetoes.indexOf(word) < 0)
      .map((each) => each.text)
    if (others.length > 0) points.push({ from: at, to: at + 1, options: [here, ...others] })
  }
  return points
}
