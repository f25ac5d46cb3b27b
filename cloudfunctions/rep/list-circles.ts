// Whom has she in each circle, and who are her 铁杆粉, by what evidence?
import { FANS_MAX, fanScoreOf, isFan } from '@shared/domain/circle-fan'
import { ordinalOf } from '@shared/domain/contact'
import type { Known } from '../_kit/circle-facts'
import { loadOwnCircles, nameCircle, placesOf } from '../_kit/circle-own'
import type { Handler } from '../_kit/serve'

const who = ({ contactId, remark }: Known) => ({ contactId, remark, ordinal: ordinalOf(contactId) })

export const listOwnCircles: Handler<'rep', 'circle.list'> = async (_, { caller: { member } }) => {
  const { at, circles, people, sorted } = await loadOwnCircles(member)
  const isInSlot = new Map(sorted.map(({ contactId, slots }) => [contactId, new Set(slots)]))
  const fans = people.map((known) => ({ who: who(known), ...fanScoreOf(known.facts, at) })).filter(isFan)
  return {
    places: await placesOf(circles),
    circles: circles.map((circle) => ({
      ...nameCircle(circle),
      contacts: people.filter(({ contactId }) => isInSlot.get(contactId)?.has(circle.slot)).map(who),
    })),
    fans: fans.sort((a, b) => b.score - a.score || (a.who.contactId < b.who.contactId ? -1 : 1)).slice(0, FANS_MAX),
  }
}
