// Who has a post open to write? One document a post, one instant a person, renewed while she does.
import type { MemberId, PostId } from '@shared/domain/ids'
import type { Heard } from '@shared/domain/presence'
import { collection } from '../collection'

type Presence = { _id: PostId; heard: Heard }
const presences = collection<Presence>('presences')

/** at 0: she has left. What everybody's was before. */
export const hearFrom = async (postId: PostId, memberId: MemberId, at: number): Promise<Heard> => {
  const known = await presences.get(postId)
  const add = () => presences.change({ _id: postId }, { [`heard.${memberId}`]: at })
  if (known) await add()
  else if (!(await presences.insertIfAbsent({ _id: postId, heard: { [memberId]: at } }))) await add()
  return known?.heard ?? {}
}
