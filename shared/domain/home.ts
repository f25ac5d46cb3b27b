// Who lives together? Contacts of one rep who are one home.
import type { Contact } from './contact'
import type { ContactId, HomeId } from './ids'
import { HOME_MAX } from './limits'

type Housed = Pick<Contact, '_id' | 'repId' | 'homeId'>
export type HomeDecision =
  | { ok: true; homeId: HomeId; movers: ContactId[] }
  | { ok: false; reason: 'same-contact' | 'not-yours' | 'home-full' }

/**
 * `contact` comes to live with `other`. Where one of them has a home already it is that one, hers of whom she is joined to
 * first; `fresh` is the id of a home where there is none. movers: whose home changes; living: how many live there now.
 */
export const joinHome = (
  { contact, other }: { contact: Housed; other: Housed },
  fresh: HomeId,
  living: number,
): HomeDecision => {
  if (contact._id === other._id) return { ok: false, reason: 'same-contact' }
  if (contact.repId !== other.repId) return { ok: false, reason: 'not-yours' }
  const homeId = other.homeId ?? contact.homeId ?? fresh
  const movers = [contact, other].filter((each) => each.homeId !== homeId).map(({ _id }) => _id)
  return living + movers.length > HOME_MAX ? { ok: false, reason: 'home-full' } : { ok: true, homeId, movers }
}
