// Who of HQ uses the mini program just now? WeChat checks content only in the name of somebody who is there.
import type { MemberId } from '@shared/domain/ids'
import { isWorking, type Member } from '@shared/domain/member'
import { above, collection } from '../collection'

/** seenAt: when she last called from the mini program; of people at HQ only. */
type SeenIdentity = { _id: string; memberId: MemberId; seenAt?: number | null }

const identities = collection<SeenIdentity>('identities')
const members = collection<Member>('members')

const LOOKED_AT = 20
const PREFIX = 'wx:'

export const keepVisit = async (openid: string, at: number): Promise<void> => {
  await identities.change({ _id: `${PREFIX}${openid}` }, { seenAt: at })
}

/** WeChat says she is not there. */
export const dropVisit = async (openid: string): Promise<void> => {
  await identities.change({ _id: `${PREFIX}${openid}` }, { seenAt: null })
}

/** Openids of those who work at HQ and were there since, the latest first. */
export const listVisitors = async (since: number): Promise<string[]> => {
  const seen = await identities.find({ seenAt: above(since) }, { order: [['seenAt', 'desc']], limit: LOOKED_AT })
  const working = await members.findMany(
    seen.map(({ memberId }) => memberId),
    ['leftAt', 'role'],
  )
  const isAtHq = (id: MemberId) => working.some((one) => one._id === id && isWorking(one) && one.role !== 'rep')
  return seen
    .filter(({ _id, memberId }) => _id.startsWith(PREFIX) && isAtHq(memberId))
    .map(({ _id }) => _id.slice(PREFIX.length))
}
