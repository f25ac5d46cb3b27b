// Who lives together? She puts two contacts into one home, or takes one out of it.
import { joinHome } from '@shared/domain/home'
import type { HomeId, MemberId } from '@shared/domain/ids'
import { openContact } from '../_kit/contact-file'
import { changeHome, listHome } from '../_kit/data/contacts'
import { AppError, ensure } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

const membersOf = async (repId: MemberId, homeId: HomeId) => (await listHome(repId, homeId)).map(({ _id }) => _id)

/** Joining who lives together already, or leaving no home, changes nothing: both can be repeated. */
export const homeContact: Handler<'rep', 'contact.home'> = async (input, { caller: { member } }) => {
  const { contact } = await openContact(member._id, input.contactId)
  if (input.act === 'leave') {
    if (contact.homeId !== null && !(await changeHome(contact, null))) throw new AppError('conflict')
    return { homeId: null, members: [] }
  }
  const { contact: other } = await openContact(member._id, input.withContactId)
  const home = other.homeId ?? contact.homeId ?? input.homeId
  const living = await membersOf(member._id, home)
  const decision = joinHome({ contact, other }, input.homeId, living.length)
  ensure(decision, 'withContactId')
  const movers = [contact, other].filter(({ _id }) => decision.movers.includes(_id))
  const moved = await Promise.all(movers.map((mover) => changeHome(mover, decision.homeId)))
  if (moved.includes(false)) throw new AppError('conflict')
  return { homeId: decision.homeId, members: await membersOf(member._id, decision.homeId) }
}
