// How many of hers are in each circle that a post is meant for, or in every one? As they were sorted last.
import { countSuited } from '@shared/domain/audience'
import type { CircleId, PostId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import { tellCount } from '@shared/domain/spread/tree'
import { decideTaking } from '../_kit/audience'
import { listCircles, listPlaced } from '../_kit/data/circles'
import { findPost } from '../_kit/data/posts'
import { ensure, found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

const namedBy = async (postId: PostId, rep: Member): Promise<CircleId[]> => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  ensure(await decideTaking(rep, post))
  return post.audience.circleIds ?? []
}

export const countOwnCircles: Handler<'rep', 'circle.count'> = async ({ postId }, { caller: { member } }) => {
  const named = postId === null ? null : await namedBy(postId, member)
  if (named?.length === 0) return { circles: [] }
  const [circles, placed] = await Promise.all([listCircles(), listPlaced(member._id)])
  const counted = countSuited(named, { circles, placed })
  return { circles: counted.map(({ people, ...circle }) => ({ ...circle, people: tellCount(people) })) }
}
