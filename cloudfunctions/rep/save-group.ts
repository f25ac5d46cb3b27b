// What does she call a group, what is it about, and what holds there? Said last holds; a newer word of another phone is told.
import { type Group, newGroup, sayOfGroup } from '@shared/domain/group'
import { GROUPS_MAX } from '@shared/domain/limits'
import { now } from '../_kit/clock'
import { findGroup, insertGroup, listGroupsOf, reviseGroup } from '../_kit/data/groups'
import { found, refusal } from '../_kit/errors'
import { ensureKeepable } from '../_kit/keepable'
import { findOwnGroup, showGroup } from '../_kit/own-group'
import type { Handler } from '../_kit/serve'

/** The first to come with an id has it; another rep's is not there for her. */
const keepGroup = async (fresh: Group): Promise<Group> => {
  if ((await listGroupsOf(fresh.repId)).length >= GROUPS_MAX) throw refusal('too-many-groups', 'groupId')
  return (await insertGroup(fresh)) ? fresh : findOwnGroup(fresh.repId, fresh._id)
}

export const saveGroup: Handler<'rep', 'group.save'> = async ({ groupId, from, to }, { caller, checkTexts }) => {
  const repId = caller.member._id
  const words = [to.name ?? '', to.theme ?? '', ...(to.rules ?? [])]
  await ensureKeepable(words, checkTexts, 'to')
  const isThere = (await findGroup(groupId)) !== null
  const group = isThere
    ? await findOwnGroup(repId, groupId)
    : await keepGroup(newGroup(groupId, repId, found(to.name, 'no-such-group', 'groupId'), now()))
  let replaced: ReturnType<typeof sayOfGroup>['replaced'] = []
  const after = await reviseGroup(group, (seen) => {
    const said = sayOfGroup(seen, from, to)
    replaced = said.replaced
    return Object.keys(said.change).length ? said.change : null
  })
  return { group: showGroup(after), replaced }
}
