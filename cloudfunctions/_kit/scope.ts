// Which part of the firm may she see? Asked anew at each call: a scope that was moved or taken away counts at once.
import { isWorking, type Member } from '@shared/domain/member'
import { isWithin, NOTHING, type Scope, storesUnder } from '@shared/domain/org'
import { findStore, listStores } from './data/members'
import { findTeam, listRegions } from './data/org'
import { refusal } from './errors'

const ofManager = async ({ scope = null }: Member): Promise<Scope> => {
  if (scope === null) return NOTHING
  if (scope.of === 'firm') return { all: true }
  if (scope.of === 'team') return { ...NOTHING, teamId: (await findTeam(scope.id))?._id ?? null }
  if (scope.of === 'store') {
    const store = await findStore(scope.id)
    return { ...NOTHING, storeIds: store ? [store._id] : [] }
  }
  const [regions, stores] = await Promise.all([listRegions(), listStores()])
  return { ...NOTHING, storeIds: storesUnder(scope, regions, stores) }
}

/** Editors and approvers: all of it. A manager: what is named as hers and is still there. Whoever else: nothing. */
export const scopeOf = async (member: Member): Promise<Scope> => {
  if (!isWorking(member)) return NOTHING
  if (member.role === 'editor' || member.role === 'approver') return { all: true }
  return member.role === 'manager' ? ofManager(member) : NOTHING
}

/** Goes on only if this rep is within the caller's part of the firm. */
export const ensureWithin = async (
  member: Member,
  rep: Pick<Member, 'storeId' | 'teamId'>,
  field?: string,
): Promise<void> => {
  if (!isWithin(await scopeOf(member), rep)) throw refusal('outside-your-scope', field)
}
