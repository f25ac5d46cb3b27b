// HQ decides what was objected to, once, with a reason that both sides read; written down before it is done.
import type { Parsed } from '@shared/contracts'
import { grantOf, itemOf } from '@shared/domain/ledger'
import { fen } from '@shared/domain/ledger-fen'
import type { Member } from '@shared/domain/member'
import { isDisputed, type Referral } from '@shared/domain/referral'
import { appendAudit } from '../_kit/audit'
import { now } from '../_kit/clock'
import { changeReferral, findReferral } from '../_kit/data/referrals'
import { found, refusal } from '../_kit/errors'
import { book, openBook, settleReferral, termsFor } from '../_kit/ledger'
import type { Handler } from '../_kit/serve'
import { showDisputes } from '../_kit/show-dispute'

type Said = Parsed<'hq', 'dispute.decide'>

/** The ledger first: its moves find themselves booked when this is done again after a crash. */
const carryOut = async (referral: Referral, { decision, grantFen, reason }: Said, by: string): Promise<void> => {
  const [{ _id: referralId, partnerId }, at] = [referral, now()]
  if (decision === 'void')
    for (const item of [itemOf(referralId), grantOf(referralId)])
      await book(partnerId, { kind: 'reverse', item, by, reason }, at)
  if (decision !== 'grant') return
  const granted = await book(partnerId, { kind: 'grant', referralId, fen: fen(grantFen), by, reason }, at)
  if (!granted.ok && granted.reason !== 'already-booked') throw refusal('grant-too-much', 'grantFen')
}

const ensureRoom = async ({ _id, partnerId }: Referral, { decision, grantFen }: Said): Promise<void> => {
  if (decision !== 'grant') return
  const [{ items }, { perSaleMaxFen }] = [await openBook(partnerId), await termsFor(partnerId)]
  const earned = items.get(itemOf(_id))
  const brought = earned && earned.state !== 'reversed' ? earned.fen : 0
  if (!items.has(grantOf(_id)) && brought + grantFen > perSaleMaxFen) throw refusal('grant-too-much', 'grantFen')
}

const close = async (referral: Referral, { decision, grantFen, reason }: Said, by: Member): Promise<boolean> => {
  const { dispute, state } = referral
  if (!dispute) return false
  const decided = { decision, grantFen: fen(grantFen), reason, decidedBy: by._id, decidedAt: now() }
  const isVoid = decision === 'void' && state === 'claimed' // nothing was booked that could be reversed
  return changeReferral(referral, {
    dispute: { ...dispute, ...decided },
    disputedAt: null,
    ...(isVoid && { state: 'reversed' as const }),
  })
}

export const decideDispute: Handler<'hq', 'dispute.decide'> = async (said, { caller: { member } }) => {
  const referral = found(await findReferral(said.referralId), 'no-such-referral', 'referralId')
  const { dispute } = referral
  const isAgain = dispute?.decision === said.decision && dispute.decidedBy === member._id
  if (!isAgain) {
    if (!isDisputed(referral)) throw refusal('not-disputed', 'referralId')
    await ensureRoom(referral, said)
    const facts = { decision: said.decision, grantFen: said.grantFen, reason: said.reason, partner: referral.partnerId }
    const of = `referral.${said.referralId}`
    const act = { act: 'dispute.decided' as const, byId: member._id, byName: member.name, of, facts }
    await appendAudit({ ...act, actId: `${of}.decided` }, now())
    await carryOut(referral, said, member._id)
    if (!(await close(referral, said, member))) throw refusal('busy')
  }
  await settleReferral(said.referralId, now())
  const [shown] = await showDisputes([found(await findReferral(said.referralId), 'no-such-referral')])
  return found(shown, 'no-such-referral')
}
