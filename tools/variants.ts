// Deals texts for posts in a file, without a cloud and without a network:
// `npm run variants -- --in posts.json --reps 5000 --out variants.jsonl [--tone 亲切] [--metrics metrics.json]`
import { once } from 'node:events'
import { createWriteStream, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { sourceText } from '@shared/domain/variant/deal'
import type { Tone } from '@shared/domain/variant/tone'
import { checkGiven, dealPost, type Refused } from './variants/deal-post'
import { measureTexts, type TextMetrics } from './variants/metrics'
import { type GivenPost, readPosts } from './variants/posts'
import { readTone, TONE_NAMES } from './variants/tone-names'

type Asked = { in: string; reps: number; out: string; tone: Tone | null; metrics: string | null }

const readAsked = (): Asked => {
  const { values } = parseArgs({
    options: {
      in: { type: 'string' },
      reps: { type: 'string', default: '5000' },
      out: { type: 'string' },
      tone: { type: 'string' },
      metrics: { type: 'string' },
    },
  })
  const reps = Number(values.reps)
  if (!values.in || !values.out) throw new Error('--in posts.json and --out variants.jsonl are needed')
  if (!Number.isInteger(reps) || reps < 1) throw new Error('--reps: a whole number from 1')
  const tone = values.tone === undefined ? null : readTone(values.tone)
  return { in: values.in, reps, out: values.out, tone, metrics: values.metrics ?? null }
}

/** Why a post is turned back, and what helps. */
const wordRefusal = (refused: Refused): string => {
  if (refused.reason === 'too-long') return `too long: ${refused.characters} characters, at most ${refused.limit}`
  if (refused.reason === 'space-too-small') {
    const room = `${Math.floor(refused.space)} texts in ${TONE_NAMES[refused.tone]}, ${refused.needed} needed`
    return `space too small: ${room}; add ${refused.morePoints} choices such as {A|B} · 再加 ${refused.morePoints} 处可选词`
  }
  return `${refused.reason} at character ${refused.at}`
}

const main = async (): Promise<void> => {
  const asked = readAsked()
  const out = createWriteStream(asked.out)
  const write = async (line: object): Promise<void> => {
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain')
  }
  const metrics: Record<string, TextMetrics | { refused: string }> = {}
  const run = async (post: GivenPost): Promise<void> => {
    const verdict = checkGiven(post, asked)
    if (!verdict.ok) {
      const reason = wordRefusal(verdict)
      metrics[post.id] = { refused: reason }
      return write({ post: post.id, refused: true, reason })
    }
    const { plans, dealt } = dealPost(post, asked)
    for (const { repId, tone, text } of dealt) await write({ post: post.id, rep: repId, tone: TONE_NAMES[tone], text })
    const source = sourceText(plans.warm)
    const texts = dealt.map(({ text }) => text)
    if (asked.metrics) metrics[post.id] = measureTexts(texts, { source, facts: post.facts, seed: 1 })
  }
  for (const post of readPosts(asked.in)) await run(post)
  out.end()
  await once(out, 'finish')
  if (asked.metrics) writeFileSync(asked.metrics, `${JSON.stringify(metrics, null, 1)}\n`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
