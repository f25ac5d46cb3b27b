// Which purchases did partners bring? One for each deal, by the deal's id, so that a second is refused by the database itself.
import type { PartnerId, ReferralId } from '@shared/domain/ids'
import type { Referral } from '@shared/domain/referral'
import { type Change, collection } from '../collection'

const referrals = collection<Referral>('referrals')

const SHOWN_MAX = 200
const OPEN_MAX = 200

export const findReferral = (id: ReferralId): Promise<Referral | null> => referrals.get(id)
export const findReferrals = (ids: readonly ReferralId[]): Promise<Referral[]> => referrals.findMany(ids)
/** False when the deal has one. */
export const insertReferral = (referral: Referral): Promise<boolean> => referrals.insertIfAbsent(referral)

/** The latest first. */
export const listReferralsOf = (partnerId: PartnerId): Promise<Referral[]> =>
  referrals.find({ partnerId }, { order: [['at', 'desc']], limit: SHOWN_MAX })
export const countReferralsOf = (partnerId: PartnerId): Promise<number> => referrals.count({ partnerId })

/** False when it has been changed since. */
export const changeReferral = async (
  { _id, rev }: Pick<Referral, '_id' | 'rev'>,
  change: Change<Omit<Referral, '_id' | 'rev'>>,
): Promise<boolean> => (await referrals.change({ _id, rev }, { ...change, rev: rev + 1 })) > 0

/** What is to be looked at by now, the longest waiting first. */
export const listReferralsDue = (now: number, limit: number): Promise<Pick<Referral, '_id'>[]> =>
  referrals.find(
    { lookAt: (_) => _.gt(0).and(_.lte(now)) },
    { order: [['lookAt', 'asc']], limit, fields: ['partnerId'] },
  )

/** Whose referrals are payable and in no payout yet. */
export const listPayablePartners = async (limit: number): Promise<PartnerId[]> => {
  const found = await referrals.find({ state: 'payable', payoutId: null }, { fields: ['partnerId'] })
  return [...new Set(found.map(({ partnerId }) => partnerId))].sort().slice(0, limit)
}

/** Asked and not answered yet, the longest waiting first. */
export const listOpenDisputes = (): Promise<Referral[]> =>
  referrals.find({ disputedAt: (_) => _.gt(0) }, { order: [['disputedAt', 'asc']], limit: OPEN_MAX })

/** What of hers was named and has booked nothing yet. */
export const countClaimed = async (partnerId: PartnerId): Promise<number> =>
  (await listReferralsOf(partnerId)).filter(({ state }) => state === 'claimed').length
