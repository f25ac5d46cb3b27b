// Who works here, where, with how many contacts; and of those who left, how far their handover has come?
import type { ShownMember } from '@shared/contracts/people'
import type { Handover } from '@shared/domain/handover'
import type { MemberId, RegionId, StoreId } from '@shared/domain/ids'
import { isWorking, type Member, type Store } from '@shared/domain/member'
import { isWithin, type Scope, storesUnder } from '@shared/domain/org'
import { countContacts } from '../_kit/data/belongings'
import { findHandovers } from '../_kit/data/handovers'
import { findMember, findMembers, findStore, findStores, listRepsAt, listStores } from '../_kit/data/members'
import { listRegions } from '../_kit/data/org'
import { pageMembers, type Sought } from '../_kit/data/staff'
import { found, refusal } from '../_kit/errors'
import { ensureNoRoster } from '../_kit/roster-lock'
import { scopeOf } from '../_kit/scope'
import type { Handler } from '../_kit/serve'
import { showHandover } from './show-handover'

const PAGE = 50

/** Reps of the same firm, without herself, as far as the caller may see. */
const listSuccessors = async (of: MemberId, scope: Scope): Promise<Member[]> => {
  const member = found(await findMember(of), 'no-such-rep', 'successorsOf')
  if (!isWithin(scope, member)) throw refusal('outside-your-scope', 'successorsOf')
  const [store, stores] = await Promise.all([findStore(member.storeId), listStores()])
  const same = stores.filter(({ company, brand }) => store && company === store.company && brand === store.brand)
  const reps = await listRepsAt(same.map(({ _id }) => _id))
  return reps.filter((rep) => rep._id !== of && isWithin(scope, rep)).sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}

/** Of reps who left: how far each has come. */
const showHandovers = async (left: readonly MemberId[]) => {
  const handovers = left.length ? await findHandovers(left) : []
  const followers = await findMembers(handovers.map(({ toId }) => toId))
  const nameOf = new Map(followers.map(({ _id, name }) => [_id, name]))
  const show = async (one: Handover) => [one._id, await showHandover(one, nameOf.get(one.toId) ?? '')] as const
  return new Map(await Promise.all(handovers.map(show)))
}

const showAll = async (members: readonly Member[]): Promise<ShownMember[]> => {
  const [stores, handovers, counts] = await Promise.all([
    findStores(members.flatMap(({ storeId }) => storeId ?? [])),
    showHandovers(members.filter((one) => !isWorking(one)).map(({ _id }) => _id)),
    Promise.all(members.map(({ _id, role }) => (role === 'rep' ? countContacts(_id) : 0))),
  ])
  const storeOf = new Map<StoreId, Store>(stores.map((store) => [store._id, store]))
  return members.map(({ _id, name, role, kind, storeId, teamId, code, leftAt }, i) => {
    const store = storeId === null ? undefined : storeOf.get(storeId)
    return {
      ...{ memberId: _id, name, role, kind: kind ?? 'guide', code: code ?? '', leftAt: leftAt ?? null },
      ...{ storeId, storeName: store?.name ?? '', company: store?.company ?? '', teamId: teamId ?? null },
      contacts: counts[i] ?? 0,
      handover: handovers.get(_id) ?? null,
    }
  })
}

/** What she asks for and may see; no storeIds: everywhere. */
const storesSought = async (
  { regionId, storeId }: { regionId?: RegionId | undefined; storeId?: StoreId | undefined },
  scope: Scope,
): Promise<StoreId[] | undefined> => {
  const own = scope.all || scope.teamId ? undefined : scope.storeIds
  if (storeId !== undefined) return !own || own.includes(storeId) ? [storeId] : []
  if (regionId === undefined) return own
  const [regions, stores] = await Promise.all([listRegions(), listStores()])
  return storesUnder({ of: 'region', id: regionId }, regions, stores).filter((id) => !own || own.includes(id))
}

export const listMembers: Handler<'hq', 'member.list'> = async (asked, { caller: { member } }) => {
  const { cursor, successorsOf, teamId, role, kind, state, find } = asked
  const [scope] = await Promise.all([scopeOf(member), ensureNoRoster()])
  if (successorsOf !== undefined)
    return { members: await showAll(await listSuccessors(successorsOf, scope)), next: null }
  const team = !scope.all && scope.teamId ? scope.teamId : teamId
  const storeIds = await storesSought(asked, scope)
  const sought: Sought = {
    ...(storeIds && { storeIds }),
    ...(team !== undefined && { teamId: team }),
    ...(scope.all ? role && { role } : { role: 'rep' }),
    ...(kind && { kind }),
    ...(state && { state }),
    ...(find && { text: find }),
  }
  if (!scope.all && role !== undefined && role !== 'rep') return { members: [], next: null }
  const { members, next } = await pageMembers(sought, cursor ?? '', PAGE)
  return { members: await showAll(members.filter((one) => isWithin(scope, one))), next }
}
