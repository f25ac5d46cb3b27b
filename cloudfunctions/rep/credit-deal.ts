// What came before this deal? Worked out anew each time it is asked, from nothing but what she agrees to now.
import { attribute, pointsBefore, WINDOW_DAYS } from '@shared/domain/attribution'
import { amountOf } from '@shared/domain/deal'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { findDeal } from '../_kit/data/deals'
import { findHeadings } from '../_kit/data/posts'
import { loadPoints } from '../_kit/deal-points'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

export const creditDeal: Handler<'rep', 'deal.credit'> = async ({ dealId }, { caller: { member } }) => {
  const deal = found(await findDeal(dealId), 'no-such-entry', 'dealId')
  if (deal.repId !== member._id) throw refusal('not-yours', 'dealId')
  if (deal.contactId) await openContact(member._id, deal.contactId)
  const points = deal.contactId ? await loadPoints(member._id, deal.contactId, now()) : []
  const before = pointsBefore(points, deal.at)
  const headingOf = await findHeadings(before.flatMap(({ postId }) => postId ?? []))
  const { credits, noneFen } = attribute(amountOf(deal), before, deal.at)
  return {
    ...{ amountFen: amountOf(deal), windowDays: WINDOW_DAYS, noneFen },
    credits: credits.map(({ of, postId, at, fen }) => ({
      ...{ of, at, fen, title: postId === null ? null : headingOf(postId).title },
    })),
  }
}
