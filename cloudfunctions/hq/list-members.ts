// Who works as a rep, where, with how many contacts; and of those who left, how far their handover has come?
import type { ShownRep } from '@shared/contracts/handover'
import type { Handover } from '@shared/domain/handover'
import type { MemberId, StoreId } from '@shared/domain/ids'
import { isWorking, type Member, type Store } from '@shared/domain/member'
import { countContacts } from '../_kit/data/belongings'
import { findHandovers } from '../_kit/data/handovers'
import { findMember, findMembers, findStore, findStores, listRepsAt, listStores, pageReps } from '../_kit/data/members'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showHandover } from './show-handover'

const PAGE = 50

/** Reps of the same firm, without herself. */
const listSuccessors = async (of: MemberId): Promise<Member[]> => {
  const member = found(await findMember(of), 'no-such-rep', 'successorsOf')
  const [store, stores] = await Promise.all([findStore(member.storeId), listStores()])
  const same = stores.filter(({ company, brand }) => store && company === store.company && brand === store.brand)
  const reps = await listRepsAt(same.map(({ _id }) => _id))
  return reps.filter(({ _id }) => _id !== of).sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}

const showAll = async (reps: readonly Member[]): Promise<ShownRep[]> => {
  const left = reps.filter((rep) => !isWorking(rep)).map(({ _id }) => _id)
  const [stores, handovers, counts] = await Promise.all([
    findStores(reps.flatMap(({ storeId }) => storeId ?? [])),
    left.length ? findHandovers(left) : [],
    Promise.all(reps.map(({ _id }) => countContacts(_id))),
  ])
  const followers = await findMembers(handovers.map(({ toId }) => toId))
  const nameOf = new Map(followers.map(({ _id, name }) => [_id, name]))
  const shown = new Map(
    await Promise.all(
      handovers.map(async (one: Handover) => [one._id, await showHandover(one, nameOf.get(one.toId) ?? '')] as const),
    ),
  )
  const storeOf = new Map<StoreId, Store>(stores.map((store) => [store._id, store]))
  return reps.map((rep, i) => {
    const store = rep.storeId === null ? undefined : storeOf.get(rep.storeId)
    return {
      ...{ memberId: rep._id, name: rep.name, kind: rep.kind ?? 'guide', leftAt: rep.leftAt ?? null },
      ...{ storeName: store?.name ?? '', company: store?.company ?? '' },
      contacts: counts[i] ?? 0,
      handover: shown.get(rep._id) ?? null,
    }
  })
}

export const listMembers: Handler<'hq', 'member.list'> = async ({ cursor, successorsOf }) => {
  if (successorsOf !== undefined) return { members: await showAll(await listSuccessors(successorsOf)), next: null }
  const { reps, next } = await pageReps(cursor as MemberId | undefined, PAGE)
  return { members: await showAll(reps), next }
}
