// What is this post about, judged by our own posts? And which worries and personas did posts name before?
import { learnTopics, suggestTopics as suggest, type TopicWords } from '@shared/domain/topic-words'
import { now } from '../_kit/clock'
import { listSubjects, type PostSubject } from '../_kit/data/post-subjects'
import type { Handler } from '../_kit/serve'

/** On the server: 600 posts' words are some hundred KB, and not every browser splits Chinese into words. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const segment = (text: string): string[] =>
  [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map((part) => part.segment)

type Used = { value: string; posts: number }[]
type Learned = { at: number; words: TopicWords; painPoints: Used; personas: Used }
/** A warm function learns anew at most so often: about 0.4 s for 600 posts. */
const LEARNED_KEPT_MS = 5 * 60_000
let learned: Learned | null = null

const USED_MAX = 30
const mostUsed = (values: readonly (string | undefined)[]): Used => {
  const counts = new Map<string, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return sorted.slice(0, USED_MAX).map(([value, posts]) => ({ value, posts }))
}

const learn = async (at: number): Promise<Learned> => {
  const posts = await listSubjects()
  const known = posts.map(({ _id, text, headings, topics }: PostSubject) => ({
    id: _id,
    text: `${headings}\n${text}`,
    topics,
  }))
  return {
    at,
    words: learnTopics(known, segment),
    painPoints: mostUsed(posts.map(({ painPoint }) => painPoint)),
    personas: mostUsed(posts.map(({ persona }) => persona)),
  }
}

const IDEAS_MAX = 6

export const suggestTopics: Handler<'hq', 'topic.suggest'> = async ({ postId, text, headings, topics }) => {
  const at = now()
  if (!learned || at - learned.at >= LEARNED_KEPT_MS) learned = await learn(at)
  const { words, painPoints, personas } = learned
  const own = headings.join('\n')
  const asked = { id: postId, text: `${own}\n${text}`, headings: own, has: topics, max: IDEAS_MAX }
  return { topics: suggest(words, asked, segment), painPoints, personas }
}
