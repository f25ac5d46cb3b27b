// Which topics does a text have, judged by the words of posts whose topics people chose? TF-IDF; the caller brings what splits words.

/** Splits a text into its words; signs and blanks are none. */
export type Segment = (text: string) => string[]
export type Known = { id: string; text: string; topics: readonly string[] }

/** Which word weighs what in one text; the weights' squares sum to 1. */
type Weights = Map<string, number>
type Weighed = { id: string; topics: readonly string[]; weights: Weights }
export type TopicWords = { posts: Weighed[]; weightOf: (word: string) => number }

/** posts: how many posts of the topic say one of `words` too; 0: only this text says it, and says it often. */
export type TopicIdea = { topic: string; posts: number; words: string[] }

/** Two posts less alike than this have nothing in common, whatever the others are. */
const ALIKE_MIN = 0.03
/** The topic's nearest posts decide, so that a topic with many posts does not win by their number. */
const NEAREST = 3
const WORDS_SHOWN = 3
/** A topic that the text itself names is meant. */
const NAMED_BONUS = 0.35
/** A word of its own is offered as a topic when it is said so often. */
const OWN_TIMES = 3
const FRESH_MAX = 2
/** Said in any post, and no subject. */
const EMPTY =
  '怎么 什么 时间 时候 地方 可以 没有 自己 我们 你们 他们 大家 这个 那个 一个 现在 一下 家里 朋友 开始 需要 了解 知道 今天 明天 还是 不是 就是 因为 所以'.split(
    ' ',
  )

const HAN = /[\u3400-\u9fff]/
/** Figures and Latin letters say nothing of the subject. */
const isTelling = (word: string): boolean => HAN.test(word)
/** A word one can show: a single character is weighed and never shown. */
const isWord = (word: string): boolean => word.length >= 2

/**
 * Words, and each of their characters: posts are short, and 护肤 and 护肤品 should meet. On the 72 posts of test/data this
 * finds the trade first in 43 rather than 31.
 */
const countWords = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of words.filter(isTelling)) {
    if (isWord(word)) count(word)
    for (const character of word) if (isTelling(character)) count(character)
  }
  return counts
}

const weigh = (counts: ReadonlyMap<string, number>, weightOf: (word: string) => number): Weights => {
  const weights: Weights = new Map()
  let squares = 0
  for (const [word, times] of counts) {
    const weight = (1 + Math.log(times)) * weightOf(word)
    if (weight <= 0) continue
    weights.set(word, weight)
    squares += weight * weight
  }
  const length = Math.sqrt(squares) || 1
  for (const [word, weight] of weights) weights.set(word, weight / length)
  return weights
}

/** Made once of all posts; what is asked of it costs little. A word that every other post says weighs nothing. */
export const learnTopics = (known: readonly Known[], segment: Segment): TopicWords => {
  const counted = known.map((post) => ({ post, counts: countWords(segment(post.text)) }))
  const posts = new Map<string, number>() // how many say the word
  for (const { counts } of counted) for (const word of counts.keys()) posts.set(word, (posts.get(word) ?? 0) + 1)
  const weightOf = (word: string) => Math.max(0, Math.log((known.length + 1) / ((posts.get(word) ?? 0) + 0.5)))
  return {
    posts: counted.map(({ post, counts }) => ({ id: post.id, topics: post.topics, weights: weigh(counts, weightOf) })),
    weightOf,
  }
}

const likeness = (a: Weights, b: Weights): number => {
  let sum = 0
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0)
  return sum
}

type Near = { post: Weighed; alike: number }

/** The words that make them alike, the weightiest first. */
const sharedWords = (own: Weights, near: readonly Near[]): string[] => {
  const sums = new Map<string, number>()
  for (const { post } of near)
    for (const [word, weight] of own) {
      const sum = weight * (post.weights.get(word) ?? 0)
      if (sum > 0 && isWord(word)) sums.set(word, (sums.get(word) ?? 0) + sum)
    }
  return [...sums.entries()]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, WORDS_SHOWN)
    .map(([word]) => word)
}

const byTopic = (near: readonly Near[]): Map<string, Near[]> => {
  const topics = new Map<string, Near[]>()
  for (const one of near) for (const topic of one.post.topics) topics.set(topic, [...(topics.get(topic) ?? []), one])
  return topics
}

/** From here on a post is nearer than most: one deviation above what any two posts have in common by chance. */
const nearerThanMost = (near: readonly Near[]): number => {
  const mean = near.reduce((sum, { alike }) => sum + alike, 0) / (near.length || 1)
  const spread = Math.sqrt(near.reduce((sum, { alike }) => sum + (alike - mean) ** 2, 0) / (near.length || 1))
  return Math.max(ALIKE_MIN, mean + spread)
}

/** headings: what its own headings say, its title too; only a word of theirs is offered as a new topic. */
type Asked = { id: string; text: string; headings: string; has: readonly string[]; max: number }

/** Topics that posts like this one have, the likeliest first; then words that this one says more often than any other. */
export const suggestTopics = ({ posts, weightOf }: TopicWords, asked: Asked, segment: Segment): TopicIdea[] => {
  const counts = countWords(segment(asked.text))
  const own = weigh(counts, weightOf)
  const near = posts
    .filter(({ id }) => id !== asked.id)
    .map((post) => ({ post, alike: likeness(own, post.weights) }))
    .sort((a, b) => b.alike - a.alike)
  const close = nearerThanMost(near)
  const used = byTopic(near)
  const ideas = [...used].flatMap(([topic, all]) => {
    const named = asked.text.includes(topic)
    const score = all.slice(0, NEAREST).reduce((sum, { alike }) => sum + alike, 0) + (named ? NAMED_BONUS : 0)
    const words = sharedWords(own, all)
    const saying = all.filter(({ post }) => words.some((word) => post.weights.has(word))).length
    const meant = named || (saying > 0 && (all[0]?.alike ?? 0) >= close)
    return meant ? [{ score, topic, posts: saying || all.length, words }] : []
  })
  const isFresh = (word: string) => isWord(word) && !used.has(word) && !EMPTY.includes(word)
  const fresh = [...counts]
    .filter(([word, times]) => times >= OWN_TIMES && asked.headings.includes(word) && isFresh(word))
    .map(([word]) => ({ score: (own.get(word) ?? 0) - 1, topic: word, posts: 0, words: [] }))
    .sort((a, b) => b.score - a.score)
    .slice(0, FRESH_MAX)
  return [...ideas, ...fresh]
    .filter(({ topic }) => !asked.has.includes(topic))
    .sort((a, b) => b.score - a.score || (a.topic < b.topic ? -1 : 1))
    .slice(0, asked.max)
    .map(({ topic, posts: n, words }) => ({ topic, posts: n, words }))
}
