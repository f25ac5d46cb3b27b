// Which words vary in a post, in which voices? What HQ looks at before it lets a plan out.
import type { Plans } from './ledger'
import { type Choice, isChoice, radixOf, renderChoice, sourceOf } from './pieces'
import { TONES, type Tone } from './tone'

/** `from` is the place in the source, in UTF-16 units; options[0] is the author's. */
export type VariedWord = { from: number; options: string[]; tones: Tone[] }

const HAN = /[\u4e00-\u9fff]/
/** A nested choice of an editor can hold thousands: the first ones show what it does. */
const OPTIONS_MAX = 120

/** What a choice can read, each once. */
function optionsOf(choice: Choice): string[] {
  const options = new Set<string>()
  const radix = radixOf(choice)
  for (let digit = 0; digit < radix && options.size < OPTIONS_MAX; digit += 1) {
    options.add(renderChoice(choice, digit).trim())
  }
  return Array.from(options)
}

export function variedWords(plans: Plans): VariedWord[] {
  const words = new Map<string, VariedWord>()
  for (const tone of TONES) {
    let at = 0
    for (const piece of plans[tone].pieces) {
      const source = sourceOf(piece)
      if (isChoice(piece)) {
        const options = optionsOf(piece)
        if (options.some((option) => HAN.test(option))) {
          const key = `${at}/${source.length}`
          const word = words.get(key) ?? { from: at, options: [source], tones: [] }
          word.tones.push(tone)
          for (const option of options) if (word.options.indexOf(option) < 0) word.options.push(option)
          words.set(key, word)
        }
      }
      at += source.length
    }
  }
  return Array.from(words.values()).sort((a, b) => a.from - b.from)
}
