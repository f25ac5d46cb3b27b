// Who works here, as HQ's desk looks through and changes it? Members page by page, and how each signs in.
import type { MemberId, StoreId, TeamId } from '@shared/domain/ids'
import type { Member, RepKind, Role } from '@shared/domain/member'
import { isWorking } from '@shared/domain/member'
import { isLapsed } from '@shared/domain/sign-in'
import { now } from '../clock'
import { above, type Condition, collection, EVERYTHING, oneOf } from '../collection'
import type { IdentityDoc } from './members'

const members = collection<Member>('members')
const identities = collection<IdentityDoc>('identities')

/** storeIds: of these stores only. text: in her name, or her whole code or account. */
export type Sought = {
  storeIds?: readonly StoreId[]
  teamId?: TeamId
  role?: Role
  kind?: RepKind
  state?: 'working' | 'left'
  text?: string
}

/** The database narrows by what has an index; the rest is looked at here. */
const conditionOf = ({ storeIds, teamId, role }: Sought): Condition<Member> => ({
  ...(teamId !== undefined && { teamId }),
  ...(teamId === undefined && storeIds && { storeId: oneOf(storeIds) }),
  ...(role !== undefined && { role }),
})

const isSought = (member: Member, { storeIds, kind, state, text }: Sought): boolean => {
  if (storeIds && !(member.storeId !== null && storeIds.includes(member.storeId))) return false
  if (kind !== undefined && (member.role !== 'rep' || (member.kind ?? 'guide') !== kind)) return false
  if (state !== undefined && isWorking(member) !== (state === 'working')) return false
  const { name, code, account } = member
  return text === undefined || name.includes(text) || code === text || account === text
}

const SCANNED_AT_ONCE = 500

/** By _id; the cursor is the last one's. */
export const pageMembers = async (
  sought: Sought,
  after: string,
  size: number,
): Promise<{ members: Member[]; next: string | null }> => {
  if (sought.storeIds?.length === 0) return { members: [], next: null }
  const found: Member[] = []
  for (let last = after; ; ) {
    const condition = { ...conditionOf(sought), ...(last && { _id: above(last) }) }
    const some = await members.find(Object.keys(condition).length ? condition : EVERYTHING, {
      order: [['_id', 'asc']],
      limit: SCANNED_AT_ONCE,
    })
    found.push(...some.filter((member) => isSought(member, sought)))
    const end = some.at(-1)
    if (found.length > size) return { members: found.slice(0, size), next: found[size - 1]?._id ?? null }
    if (!end || some.length < SCANNED_AT_ONCE) return { members: found, next: null }
    last = end._id
  }
}

/** Whoever else has this code or this account; who has left keeps hers. */
export const findNamesake = async (
  field: 'code' | 'account',
  value: string,
  besides: MemberId,
): Promise<Member | null> =>
  (await members.find({ [field]: value }, { limit: 2 })).find(({ _id }) => _id !== besides) ?? null

const gone = (_: { remove: () => unknown }) => _.remove()
/** False when she is no longer as she was seen; seen null: she is new. */
export const putMember = async (member: Member, seen: Pick<Member, 'rev'> | null): Promise<boolean> => {
  const { _id, leftAt: _, avatarId: __, ...rest } = member
  if (seen === null) return members.insertIfAbsent(member)
  return (await members.change({ _id, rev: seen.rev ?? null }, { ...rest, rosterId: gone })) > 0
}

export const countMembersOf = (of: { storeId: StoreId } | { teamId: TeamId }): Promise<number> => members.count(of)

const WECHAT = 'wx:'

/** How she signs in; one that lapsed opens nothing. */
export const findSignIns = async (memberId: MemberId): Promise<{ wechat: boolean; web: boolean }> => {
  const all = await identities.find({ memberId }, { fields: ['_id', 'usedAt'] })
  const bound = all.filter((one) => !isLapsed(one, now()))
  return {
    wechat: bound.some(({ _id }) => _id.startsWith(WECHAT)),
    web: bound.some(({ _id }) => !_id.startsWith(WECHAT)),
  }
}

export const isBoundAny = async (memberIds: readonly MemberId[]): Promise<MemberId | null> =>
  memberIds.length ? ((await identities.find({ memberId: oneOf(memberIds) }, { limit: 1 }))[0]?.memberId ?? null) : null

/** One phone at a time: whichever WeChat she had before opens nothing from now on. False: this one is somebody's. */
export const bindWechat = async (openid: string, memberId: MemberId): Promise<boolean> => {
  const _id = `${WECHAT}${openid}`
  const fresh = { _id, memberId, usedAt: now() }
  if (!(await identities.insertIfAbsent(fresh))) {
    const before = await identities.get(_id)
    const holder = before ? await members.get(before.memberId) : null
    if (holder && holder._id !== memberId && isWorking(holder)) return false
    await identities.put(fresh)
  }
  const others = (await identities.find({ memberId })).filter((one) => one._id.startsWith(WECHAT) && one._id !== _id)
  for (const other of others) await identities.remove({ _id: other._id, memberId })
  return true
}

/** Her account on the web that lapsed opens again; `isHers` knows which of hers it is. False: there is none. */
export const reopenAccount = async (memberId: MemberId, isHers: (identity: string) => boolean): Promise<boolean> => {
  const bound = (await identities.find({ memberId })).find(({ _id }) => isHers(_id))
  return bound !== undefined && (await identities.change({ _id: bound._id, memberId }, { usedAt: now() })) > 0
}
