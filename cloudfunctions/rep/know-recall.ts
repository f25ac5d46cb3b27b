// She knows that a post she saved was taken back. Her own kit only; whether the post is out does not matter.
import { kitId } from '@shared/domain/ids'
import { now } from '../_kit/clock'
import { keepKnown } from '../_kit/data/recalls'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

export const knowRecall: Handler<'rep', 'recall.know'> = async ({ postId, version }, { caller: { member } }) => ({
  knownAt: found(await keepKnown(kitId(postId, version, member._id), now()), 'no-kit', 'postId'),
})
