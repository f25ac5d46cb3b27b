// Which way of writing one post was read more deeply? Only where enough was read of texts of enough reps.
import { compareFamilies, OPENED_MIN, type RepText } from '@shared/domain/family'
import type { MemberId } from '@shared/domain/ids'
import { toShown } from '@shared/domain/work-number'
import type { RepCounts, WorkSums } from '@shared/domain/work-sums'
import { findHeadings } from '../_kit/data/posts'
import { refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { headOf, partFor, sumsOfPosts } from '../_kit/work-scope'

/** Who posted several texts of the post cannot be told apart, and is in no family. */
const textOf = ([repId, { codes = {}, posted = 0, opened = 0, deep = 0 }]: [string, RepCounts]): RepText[] => {
  const [one, ...others] = Object.entries(codes).filter(([, n]) => n > 0)
  if (!one || others.length > 0) return []
  return [{ repId: repId as MemberId, code: Number(one[0].slice(1)), posted: posted > 0, opened, deep }]
}

const textsOf = ({ reps = {} }: WorkSums): RepText[] => Object.entries(reps).flatMap(textOf)

export const seeFamilies: Handler<'hq', 'work.families'> = async ({ postId, by }, { caller: { member } }) => {
  const part = await partFor(member)
  const { title } = (await findHeadings([postId]))(postId)
  if (title === '') throw refusal('no-such-post', 'postId')
  const [head, all] = await Promise.all([headOf(part, null), sumsOfPosts(part, [postId], ['reps'])])
  const { families, verdict, best } = compareFamilies(
    all.flatMap(({ sums }) => textsOf(sums)),
    by,
  )
  return {
    ...head,
    ...{ title, verdict, best, needed: OPENED_MIN },
    families: families.map((one) => ({ ...one, opened: toShown(one.opened), deep: toShown(one.deep) })),
  }
}
