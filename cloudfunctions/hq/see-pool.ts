// What do the reps get of this post? The pool as dealt, or as it would be dealt today, before HQ lets it out.
import type { SeenPool } from '@shared/contracts/post'
import { checkPlanWords } from '@shared/domain/advert/plan-words'
import { checkPostWords } from '@shared/domain/advert/sign'
import { measureFold } from '@shared/domain/fold'
import type { Post } from '@shared/domain/post'
import type { Dealt, Plans } from '@shared/domain/variant/ledger'
import { planSpace } from '@shared/domain/variant/plan'
import { reportPool } from '@shared/domain/variant/pool'
import { variedWords } from '@shared/domain/variant/pool-words'
import { spaceNeeded } from '@shared/domain/variant/text-check'
import { TONES } from '@shared/domain/variant/tone'
import { findPost } from '../_kit/data/posts'
import { previewDeal } from '../_kit/deal-texts'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

const toText = ({ tone, text }: Dealt) => ({ tone, text })

const longestOf = (dealt: readonly Dealt[]): Dealt | null => {
  let longest: { each: Dealt; lines: number } | null = null
  for (const each of dealt) {
    const { lines } = measureFold(each.text)
    if (longest === null || lines > longest.lines) longest = { each, lines }
  }
  return longest?.each ?? null
}

const showPool = (post: Post, { plans, dealt }: { plans: Plans; dealt: Dealt[] }): SeenPool => {
  const { sample, alike, apart } = reportPool(dealt)
  const longest = longestOf(dealt)
  const isApproved = post.approved?.version === post.version
  return {
    reps: dealt.length,
    needed: spaceNeeded(dealt.length),
    spaces: TONES.map((tone) => ({ tone, space: planSpace(plans[tone]) })),
    sample: sample.map(toText),
    alike: alike.map(({ a, b, apart: distance, bits }) => ({ a: toText(a), b: toText(b), apart: distance, bits })),
    apart,
    words: variedWords(plans),
    longest: longest && toText(longest),
    findings: [...checkPostWords(post), ...checkPlanWords(plans)].map((each) => ({
      ...each,
      instead: [...each.instead],
    })),
    approved: isApproved && post.approved ? { name: post.approved.name, at: post.approved.at } : null,
  }
}

export const seePool: Handler<'hq', 'pool.see'> = async ({ postId, version }) => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  if (post.version !== version) throw refusal('stale-version', 'version')
  if (post.text.trim() === '') throw refusal('empty', 'text')
  return showPool(post, await previewDeal(post))
}
