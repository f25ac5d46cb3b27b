// How does HQ see what somebody objected to?
import type { HqDispute } from '@shared/contracts/partner'
import type { Referral } from '@shared/domain/referral'
import { findMembers } from './data/members'
import { showDispute } from './show-partner'

export const showDisputes = async (referrals: readonly Referral[]): Promise<HqDispute[]> => {
  const reps = new Map((await findMembers(referrals.map(({ repId }) => repId))).map(({ _id, name }) => [_id, name]))
  return referrals.flatMap((referral) => {
    const { _id, partnerId, code, repId, state, day, baseFen, fen } = referral
    const dispute = showDispute(referral)
    return dispute
      ? [{ referralId: _id, partnerId, code, repName: reps.get(repId) ?? '', state, day, baseFen, fen, dispute }]
      : []
  })
}
