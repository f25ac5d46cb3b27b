// At which hours is it read? A post over its whole life, or everything in a span.
import { dayOf } from '@shared/domain/day'
import { curveOf } from '@shared/domain/work-rows'
import { periodsOf } from '@shared/domain/work-span'
import type { WorkSums } from '@shared/domain/work-sums'
import { findHeadings } from '../_kit/data/posts'
import { findWork } from '../_kit/data/work-sums'
import { refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { headOf, hoursOfSpan, type Part, partFor, sumsOfPosts } from '../_kit/work-scope'

type Asked = Parameters<Handler<'hq', 'work.curve'>>[0]

/** For the whole firm a document or three say it; a part of it is put together from its stores'. */
const listHours = async (part: Part, { postId, span }: Asked): Promise<WorkSums['hours'][]> => {
  if (!part.isWhole) {
    if (postId === null) return (await hoursOfSpan(part, span)).map(({ hours }) => hours)
    return (await sumsOfPosts(part, [postId], ['hours'])).map(({ sums }) => sums.hours)
  }
  const { grain, days } = periodsOf(span, dayOf(part.at))
  const ofFirm = days.map((day) => ({ of: `firm-${grain}` as const, id: '', day }))
  const keys = postId === null ? ofFirm : [{ of: 'post' as const, id: postId, day: '' }]
  return (await findWork(keys, ['hours'])).map(({ hours }) => hours)
}

export const seeCurve: Handler<'hq', 'work.curve'> = async (input, { caller: { member } }) => {
  const { postId, span } = input
  const part = await partFor(member)
  const title = postId === null ? null : (await findHeadings([postId]))(postId).title
  if (title === '') throw refusal('no-such-post', 'postId')
  const [head, hours] = await Promise.all([headOf(part, postId === null ? span : null), listHours(part, input)])
  return { ...head, title, ...curveOf(hours) }
}
