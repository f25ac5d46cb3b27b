// Is this group hers? One of another rep is not there for her. And what is shown of one.
import type { ShownGroup } from '@shared/contracts/group'
import type { Group } from '@shared/domain/group'
import type { GroupId, MemberId } from '@shared/domain/ids'
import { findGroup } from './data/groups'
import { found } from './errors'

export const findOwnGroup = async (repId: MemberId, id: GroupId): Promise<Group> => {
  const group = await findGroup(id)
  return found(group?.repId === repId ? group : null, 'no-such-group', 'groupId')
}

export const showGroup = ({ _id, name, theme, rules, createdAt, archivedAt, hash, rev }: Group): ShownGroup => ({
  ...{ groupId: _id, name, theme, rules, createdAt, archivedAt, rev },
  met: hash !== null,
})
