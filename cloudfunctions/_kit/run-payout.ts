// How does a payout get on? Partner by partner, a portion at a time; whoever comes next goes on where it stopped.
import type { PartnerId } from '@shared/domain/ids'
import { referralOf } from '@shared/domain/ledger'
import type { Payout, PayoutItem } from '@shared/domain/payout'
import { now } from './clock'
import { findPartner } from './data/partners'
import { changePayout, findPayout } from './data/payouts'
import { findReferrals, listReferralsOf } from './data/referrals'
import { found, refusal } from './errors'
import { dropNameIfDone } from './leave-partner'
import { book, openBook, settleReferral } from './ledger'

/** So many partners at once, within what one call may take. */
const PORTION = 20
const RUNS_MAX = 60

const MOVES = { making: 'hold', paying: 'pay', returning: 'return' } as const
const AFTER = { making: 'made', paying: 'paid', returning: 'returned' } as const
type Running = keyof typeof MOVES

const isRunning = (state: Payout['state']): state is Running => state in MOVES

/** What of hers is in it, shown on each referral. */
const followItems = async (payout: Payout, partnerId: PartnerId): Promise<PayoutItem | null> => {
  const { items, payouts } = await openBook(partnerId)
  const held = payouts.get(payout._id)
  const ids = [...items].filter(([, item]) => item.payoutId === payout._id).map(([key]) => referralOf(key))
  const changed = [...items].filter(([, { payoutId }]) => payoutId === null).map(([key]) => referralOf(key))
  const behind = await findReferrals([...new Set(payout.state === 'returning' ? changed : ids)].slice(0, 500))
  for (const { _id } of behind) await settleReferral(_id, now())
  if (!held) return null
  const partner = await findPartner(partnerId)
  return {
    ...{ partnerId, code: partner?.code ?? '', payName: partner?.payName ?? '' },
    ...{ fen: held.fen, sales: new Set(ids).size },
  }
}

/** What was given back since it was last looked at must not be held. */
const lookAgain = async (partnerId: PartnerId): Promise<void> => {
  const payable = (await listReferralsOf(partnerId)).filter(
    ({ state, payoutId }) => state === 'payable' && payoutId === null,
  )
  for (const { _id } of payable) await settleReferral(_id, now())
}

/** One portion; false when somebody else was at it. */
const runPortion = async (payout: Payout, state: Running): Promise<boolean> => {
  const some = payout.partnerIds.slice(payout.next, payout.next + PORTION)
  const items: PayoutItem[] = []
  for (const partnerId of some) {
    if (state === 'making') await lookAgain(partnerId)
    await book(partnerId, { kind: MOVES[state], payoutId: payout._id, by: payout.endedBy ?? payout.byId }, now())
    const item = await followItems(payout, partnerId)
    if (item) items.push(item)
    const partner = state === 'paying' ? await findPartner(partnerId) : null
    if (partner) await dropNameIfDone(partner)
  }
  const next = payout.next + some.length
  const isDone = next >= payout.partnerIds.length
  return changePayout(payout, {
    next,
    ...(state === 'making' && { items: [...payout.items, ...items] }),
    ...(isDone && { state: AFTER[state], next: 0 }),
    ...(isDone && state !== 'making' && { endedAt: now() }),
  })
}

/** portions: how many at most; the timer does the rest. */
export const runPayout = async (asked: Payout, portions: number): Promise<Payout> => {
  let payout = asked
  let done = 0
  for (let runs = 0; runs < RUNS_MAX && isRunning(payout.state) && done < portions; runs++) {
    if (await runPortion(payout, payout.state)) done++
    payout = found(await findPayout(payout._id), 'no-such-payout')
  }
  if (done === 0 && isRunning(payout.state)) throw refusal('busy')
  return payout
}
