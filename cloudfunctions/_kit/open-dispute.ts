// How does a partner or her rep object to what was booked? Once for each purchase, in words that HQ reads.
import type { ReferralId } from '@shared/domain/ids'
import { NO_FEN } from '@shared/domain/ledger-fen'
import { mayDispute, type Referral } from '@shared/domain/referral'
import { now } from './clock'
import { changeReferral, findReferral } from './data/referrals'
import { ensure, found, refusal } from './errors'
import type { CheckTexts } from './wechat'

type Said = { by: 'partner' | 'rep'; says: string; checkTexts: CheckTexts }

export const openDispute = async (referral: Referral, { by, says, checkTexts }: Said): Promise<Referral> => {
  const { dispute } = referral
  if (dispute?.by === by && dispute.says === says) return referral // said again
  ensure(mayDispute(referral), 'referralId')
  if ((await checkTexts([says])) === 'risky') throw refusal('unsafe-text', 'says')
  const at = now()
  const fresh = { by, at, says, decision: null, grantFen: NO_FEN, reason: '', decidedBy: null, decidedAt: null }
  if (!(await changeReferral(referral, { dispute: fresh, disputedAt: at }))) throw refusal('busy')
  return found(await findReferral(referral._id), 'no-such-referral')
}

export const findReferralOf = async (
  id: ReferralId,
  isOwn: (referral: Referral) => boolean | Promise<boolean>,
): Promise<Referral> => {
  const referral = await findReferral(id)
  if (!referral || !(await isOwn(referral))) throw refusal('no-such-referral', 'referralId')
  return referral
}
