// Who writes this post too, and has anybody stored it since? Asked by every open editor, so it costs four small calls.
import { othersWriting } from '@shared/domain/presence'
import { now } from '../_kit/clock'
import { findMembers } from '../_kit/data/members'
import { findSaved } from '../_kit/data/posts'
import { hearFrom } from '../_kit/data/presences'
import type { Handler } from '../_kit/serve'

export const keepPresence: Handler<'hq', 'presence.keep'> = async ({ postId, leaving }, { caller: { member } }) => {
  const at = now()
  const [heard, stored] = await Promise.all([hearFrom(postId, member._id, leaving ? 0 : at), findSaved(postId)])
  const ids = othersWriting(heard, member._id, at)
  const names = new Map((await findMembers(ids)).map(({ _id, name }) => [_id, name]))
  return {
    others: ids.flatMap((id) => names.get(id) ?? []),
    stored: stored && {
      version: stored.version,
      byName: stored.saved?.byName ?? '',
      byMe: stored.saved?.by === member._id,
      at: stored.saved?.at ?? stored.updatedAt,
    },
  }
}
