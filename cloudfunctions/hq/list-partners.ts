// Who are the firm's partners, and what is owed to each by a recount? Neither their phones nor whom they know.
import { now } from '../_kit/clock'
import { findMembers } from '../_kit/data/members'
import { pagePartners } from '../_kit/data/partners'
import { openBook } from '../_kit/ledger'
import type { Handler } from '../_kit/serve'
import { showDue, standing } from '../_kit/show-partner'

const SIZE = 30

export const listPartners: Handler<'hq', 'partner.list'> = async ({ cursor }) => {
  const at = now()
  const { partners, next } = await pagePartners(cursor, SIZE)
  const [reps, books] = await Promise.all([
    findMembers(partners.map(({ repId }) => repId)),
    Promise.all(partners.map(({ _id }) => openBook(_id))),
  ])
  const nameOf = new Map(reps.map(({ _id, name }) => [_id, name]))
  return {
    partners: partners.flatMap(({ _id, state, code, repId }, n) => {
      const book = books[n]
      if (!book || state === 'invited' || state === 'declined') return [] // who did not agree is nobody to HQ
      const { sales } = standing(book, at)
      return [{ partnerId: _id, state, code, repName: nameOf.get(repId) ?? '', sales, due: showDue(book) }]
    }),
    next,
  }
}
