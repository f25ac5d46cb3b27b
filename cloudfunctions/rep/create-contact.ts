// She writes down someone she knows, before that person reads anything.
import { mayReadContact } from '@shared/domain/access'
import type { Contact } from '@shared/domain/contact'
import { now } from '../_kit/clock'
import { findContact, insertContact } from '../_kit/data/contacts'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showContact } from '../_kit/show-contact'

/** The first to come with an id has it: again with the same id shows what is there. */
const keepContact = async (contact: Contact): Promise<Contact> => {
  if (await insertContact(contact)) return contact
  const stored = found(await findContact(contact._id), 'contact-taken', 'contactId')
  const isHers = mayReadContact(contact.repId, stored).ok && stored.origin === 'rep'
  if (!isHers) throw refusal('contact-taken', 'contactId')
  return stored
}

export const createContact: Handler<'rep', 'contact.create'> = async (
  { contactId, remark },
  { caller, checkTexts },
) => {
  if ((await checkTexts([remark])) === 'risky') throw refusal('unsafe-text', 'remark')
  const [at, repId] = [now(), caller.member._id]
  const contact = await keepContact({
    ...{ _id: contactId, repId, remark, createdAt: at, namedAt: at },
    ...{ origin: 'rep', readers: 0, tags: [], homeId: null },
  })
  return showContact(contact, [], at)
}
