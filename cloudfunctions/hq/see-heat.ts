// How is a post read, section by section? Nobody's names, only sums, and too few of them are not broken down.
import { heatOf, lastDays } from '@shared/domain/heat'
import { expectedMs } from '@shared/domain/reading-time'
import { now } from '../_kit/clock'
import { listUncountedNow } from '../_kit/data/feed'
import { findPost } from '../_kit/data/posts'
import { listTallies } from '../_kit/data/tallies'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

export const seeHeat: Handler<'hq', 'post.heat'> = async (input) => {
  const at = now()
  const { _id: postId, article } = found(await findPost(input.postId), 'no-such-post', 'postId')
  const days = lastDays(input.days, at)
  const [tallies, uncounted] = await Promise.all([
    listTallies('post', postId, { from: days[0] ?? '', to: days.at(-1) ?? '' }),
    listUncountedNow(postId),
  ])
  const heat = heatOf(
    { tallies, uncounted },
    days,
    article.sections.map(({ id }) => id),
  )
  return {
    asOf: at,
    title: article.title,
    counted: heat.counted,
    sections: article.sections.map((section, i) => ({
      sectionId: section.id,
      heading: section.heading,
      readings: heat.sections[i]?.readings ?? 0,
      ms: heat.sections[i]?.ms ?? 0,
      expectedMs: expectedMs(section),
    })),
  }
}
