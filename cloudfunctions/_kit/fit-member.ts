// May a member be as she is written down: by whom, where, with which code? Everything that save asks before it writes.
import { isWorking, type Member } from '@shared/domain/member'
import { mayChangeMember, mayHaveScope, nameScope, type Scope } from '@shared/domain/org'
import { mayMove, mayWorkThere } from '@shared/domain/staff'
import { countContacts, countWritten } from './data/belongings'
import { findStore } from './data/members'
import { findRegion, findTeam } from './data/org'
import { findNamesake } from './data/staff'
import { ensure, refusal } from './errors'

type Changing = { by: Member & { where: Scope }; before: Member | null; after: Member }

const ensureScope = async ({ role, scope = null }: Member): Promise<void> => {
  const [region, store, team] = await Promise.all([
    scope?.of === 'region' ? findRegion(scope.id) : null,
    scope?.of === 'store' ? findStore(scope.id) : null,
    scope?.of === 'team' ? findTeam(scope.id) : null,
  ])
  const there = <T>(one: T | null): T[] => (one === null ? [] : [one])
  ensure(mayHaveScope(role, scope, { regions: there(region), stores: there(store), teams: there(team) }), 'scope')
}

const ensurePlace = async ({ before, after }: Changing): Promise<void> => {
  const teamId = after.teamId ?? null
  const [store, team, was] = await Promise.all([
    findStore(after.storeId),
    teamId && findTeam(teamId),
    before && findStore(before.storeId),
  ])
  const place = mayWorkThere({ role: after.role, storeId: after.storeId, teamId }, { store, team: team || null })
  if (!place.ok) throw refusal(place.reason, place.field)
  if (!before || (before.storeId === after.storeId && before.role === after.role)) return
  const [written, all] = await Promise.all([countWritten(before._id), countContacts(before._id)])
  const move = mayMove({ role: before.role, firm: was }, { role: after.role, firm: store }, { written, all })
  ensure(move, before.role === after.role ? 'storeId' : 'role')
}

const ensureNames = async ({ _id, code, account }: Member): Promise<void> => {
  const [sameCode, sameAccount] = await Promise.all([
    code ? findNamesake('code', code, _id) : null,
    account ? findNamesake('account', account, _id) : null,
  ])
  if (sameCode) throw refusal('code-in-use', 'code', sameCode.name)
  if (sameAccount) throw refusal('account-in-use', 'account', sameAccount.name)
}

export const ensureFits = async (changing: Changing): Promise<void> => {
  const { by, before, after } = changing
  const { _id, role, leftAt } = by
  const sameScope = before !== null && nameScope(before.scope ?? null) === nameScope(after.scope ?? null)
  ensure(mayChangeMember({ _id, role, leftAt: leftAt ?? null, scope: by.where }, before, { ...after, sameScope }))
  if (before && !isWorking(before)) throw refusal('already-left')
  await ensureScope(after)
  await ensurePlace(changing)
  await ensureNames(after)
}
