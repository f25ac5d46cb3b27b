// What do others do? The two usual ways to make copies differ, for comparison in the same run.
import { EMOJI_CLASSES } from '@shared/domain/variant/emoji.data'
import { wholeLexicon } from '@shared/domain/variant/lexicon/all'
import { CLOSERS, OPENERS } from '@shared/domain/variant/lines.data'
import { TONES } from '@shared/domain/variant/tone'
import { randomFrom } from '../../tools/variants/metrics'
import type { GivenPost } from '../../tools/variants/posts'

type Random = () => number
const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T

const EMOJI = EMOJI_CLASSES.flat()
const LINES = 12

/** A template tool: one of a dozen openers, one of a dozen closers, one emoji. */
const templated = ({ text }: GivenPost, random: Random): string => {
  const tone = pick(TONES, random)
  const opener = pick(OPENERS[tone].slice(0, LINES), random)
  return `${opener}${text}${pick(CLOSERS[tone].slice(0, LINES), random)}${pick(EMOJI, random)}`
}

/** One operation per ten words, as in Wei and Zou 2019. */
const EDA_RATE = 0.1
const words = new Intl.Segmenter('zh', { granularity: 'word' })

const synonymOf = (word: string, random: Random): string => {
  const [entry] = wholeLexicon()
    .at(word, 0)
    .filter(({ from }) => from === word)
  return entry ? pick(entry.to, random).text : word
}

/** Easy data augmentation: synonyms put in, words inserted, swapped and deleted at random, facts or not. */
const augmented = ({ text }: GivenPost, random: Random): string => {
  const parts = [...words.segment(text)].map(({ segment }) => segment)
  const times = Math.max(1, Math.round(parts.length * EDA_RATE))
  const anywhere = () => Math.floor(random() * parts.length)
  for (let n = 0; n < times; n += 1) {
    const replaced = anywhere()
    parts[replaced] = synonymOf(parts[replaced] ?? '', random)
    parts.splice(anywhere(), 0, synonymOf(parts[anywhere()] ?? '', random))
    const [a, b] = [anywhere(), anywhere()]
    ;[parts[a], parts[b]] = [parts[b] ?? '', parts[a] ?? '']
    parts.splice(anywhere(), 1)
  }
  return parts.join('')
}

export type Baseline = 'naive' | 'eda'
const makers: Record<Baseline, typeof augmented> = { naive: templated, eda: augmented }

export const baselineTexts = (post: GivenPost, reps: number, how: Baseline): string[] => {
  const random = randomFrom(7)
  return Array.from({ length: reps }, () => makers[how](post, random))
}
