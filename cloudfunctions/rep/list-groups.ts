// Which groups does she keep? And the themes HQ has plans for.
import { themesFor } from '@shared/domain/group-plan'
import { now } from '../_kit/clock'
import { listPlans } from '../_kit/data/group-plans'
import { listGroupsOf } from '../_kit/data/groups'
import { showGroup } from '../_kit/own-group'
import type { Handler } from '../_kit/serve'

export const listGroups: Handler<'rep', 'group.list'> = async (_, { caller: { member } }) => {
  const [groups, plans] = await Promise.all([listGroupsOf(member._id), listPlans()])
  const [used, archived] = [
    groups.filter(({ archivedAt }) => archivedAt === null),
    groups.filter(({ archivedAt }) => archivedAt !== null),
  ]
  return { asOf: now(), groups: [...used, ...archived].map(showGroup), themes: themesFor(plans, member.storeId) }
}
