// Seeds partners and what they are owed: invited by the rep, agreed to on their own phones, purchases at which they were named in
// every state there is, and one payout that has been paid. Each step by its action, then moved to the day it would have been.
import { TERMS } from '@shared/domain/partner-terms'
import { demoPartners } from '../demo/deals.data'
import { DEMO_PASSING_REP as REP } from '../demo/spread.data'
import type { Admin } from './admin'
import { idFrom } from './chance'
import { dealIdOf } from './deals'
import type { As, Door } from './door'
import { contactsOf } from './files'
import { DEMO_PASSWORD } from './people'
import { passerOpenid } from './spread'

const DAY_MS = 86_400_000
const INVITED_DAYS_AGO = 75

type Partners = { door: Door; admin: Admin; as: As; hq: { editor: As; approver: As }; now: number }
type Side = { partnerId: string; code: string; openid: string }

const partnerIdOf = (id: string): string => idFrom(20, 'partner', id)
const before = (now: number, days: number): number => now - days * DAY_MS

const seedPartner = async (of: Partners, who: (typeof demoPartners)[number]): Promise<Side> => {
  const { door, admin, as, now } = of
  const partnerId = partnerIdOf(who.id)
  const contactId = (await contactsOf(door, as)).get(who.remark)
  if (contactId === undefined) throw new Error(`demo: ${who.remark} is no contact`)
  await door.call('rep', 'partner.invite', { partnerId, contactId }, as)
  const [openid, payName] = [passerOpenid(who.id), who.payName]
  if (payName === null) {
    await admin.update('partners', partnerId, { invitedAt: before(now, 1) })
    return { partnerId, code: '', openid }
  }
  const answer = { partnerId, answer: 'yes' as const, version: TERMS.version, payName }
  const { code } = await door.call('reader', 'partner.answer', answer, { openid })
  const [invitedAt, answeredAt] = [before(now, INVITED_DAYS_AGO), before(now, INVITED_DAYS_AGO - 1)]
  await admin.update('partners', partnerId, { invitedAt, answeredAt })
  return { partnerId, code, openid }
}

/** One partner's book, transfer by transfer: after each the instants are moved to the day it stands for. */
class Moving {
  private n = 0
  constructor(
    private readonly of: Partners,
    private readonly side: Side,
  ) {}

  get openid(): string {
    return this.side.openid
  }

  /** The buyer named her; where it was paid and can no longer be given back, it is booked at once. */
  async claim(deal: string, at: number): Promise<void> {
    const { door, admin, as, now } = this.of
    const dealId = dealIdOf(REP, deal)
    const { state } = await door.call('rep', 'partner.claim', { dealId, code: this.side.code }, as)
    if (state !== 'claimed') await this.moved(1, at, dealId, { verifiedAt: before(now, at) })
    else await admin.update('referrals', dealId, { at: before(now, at) })
  }

  /** Nobody objected in time. */
  async release(deal: string, at: number): Promise<void> {
    const { door, as, now } = this.of
    const dealId = dealIdOf(REP, deal)
    await door.call('rep', 'partner.claim', { dealId, code: this.side.code }, as)
    await this.moved(1, at, dealId, { payableAt: before(now, at) })
  }

  /** She gave it back. */
  async refund(deal: string, at: number): Promise<void> {
    const { door, admin, as, now } = this.of
    const dealId = dealIdOf(REP, deal)
    await door.call('rep', 'deal.refund', { dealId }, as)
    await admin.update('deals', dealId, { refundedAt: before(now, at) })
    await door.call('rep', 'partner.claim', { dealId, code: this.side.code }, as)
    await this.moved(1, at, dealId, {})
  }

  async moved(transfers: number, at: number, referralId: string, fields: Record<string, unknown>): Promise<void> {
    const { admin, now } = this.of
    for (let left = transfers; left > 0; left--)
      await admin.update('entries', `${this.side.partnerId}.${++this.n}`, { at: before(now, at) })
    await admin.update('referrals', referralId, { ...fields, lookAt: now })
  }
}

/** Made by one, approved by another, taken out for finance, and paid. */
const payOut = async ({ door, admin, hq, now }: Partners, side: Moving, deal: string): Promise<void> => {
  const payoutId = idFrom(20, 'payout', 'first')
  await door.call('hq', 'payout.make', { payoutId }, hq.editor)
  await door.call('hq', 'payout.approve', { payoutId }, hq.approver)
  await door.call('hq', 'payout.export', { payoutId }, hq.editor)
  await door.call('hq', 'payout.pay', { payoutId }, hq.editor)
  await side.moved(2, 3, dealIdOf(REP, deal), { paidAt: before(now, 3) })
  const [at, approvedAt, endedAt] = [before(now, 4), before(now, 4) + DAY_MS / 4, before(now, 3)]
  await admin.update('payouts', payoutId, { at, approvedAt, endedAt })
}

const DISPUTE = '她买的是三支，这里只算了一支的，麻烦核一下小票'

/** After the till's table: only what was seen paid is owed for. */
export const seedPartners = async (of: Omit<Partners, 'as'>): Promise<void> => {
  const all = { ...of, as: await of.door.signIn(REP, DEMO_PASSWORD) }
  const { payouts } = await of.door.call('hq', 'payout.list', {}, of.hq.editor)
  if (payouts.length > 0) return // put in before an interruption
  const sides: Side[] = []
  for (const who of demoPartners) sides.push(await seedPartner(all, who))
  const [wang, lin] = sides.map((side) => new Moving(all, side))
  if (!wang || !lin) return
  await wang.claim('z4', 14)
  await wang.release('z4', 7)
  await wang.claim('p2', 6)
  await payOut(all, wang, 'z4')
  await wang.claim('q4', 3)
  await wang.refund('p2', 2)
  await wang.claim('n5', 4)
  await lin.claim('h2', 11)
  await lin.release('h2', 4)
  await lin.claim('l2', 5)
  const referralId = dealIdOf(REP, 'l2')
  await of.door.call('reader', 'partner.dispute', { referralId, says: DISPUTE }, { openid: lin.openid })
}
