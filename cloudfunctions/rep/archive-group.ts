// She keeps a group no longer, or takes that back; its cards and notes stay with it. By what WeChat knows it goes at once, and
// comes with the next card that is opened there.
import { now } from '../_kit/clock'
import { reviseGroup } from '../_kit/data/groups'
import { findOwnGroup, showGroup } from '../_kit/own-group'
import type { Handler } from '../_kit/serve'

export const archiveGroup: Handler<'rep', 'group.archive'> = async ({ groupId, archived }, { caller }) => {
  const at = now()
  const group = await reviseGroup(await findOwnGroup(caller.member._id, groupId), ({ archivedAt }) =>
    (archivedAt !== null) === archived ? null : archived ? { archivedAt: at, hash: null } : { archivedAt: null },
  )
  return showGroup(group)
}
