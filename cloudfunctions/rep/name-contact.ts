// What does she call this contact? Her own remark, seen by nobody else.
import { mayReadContact } from '@shared/domain/access'
import { isConsentInForce } from '@shared/domain/consent'
import { now } from '../_kit/clock'
import { findConsent } from '../_kit/data/consents'
import { findContact, renameContact } from '../_kit/data/contacts'
import { ensure, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showContact } from './show-contact'

/**
 * WeChat asks that what users write is checked. Only it being risky refuses the remark: a check that fails is logged
 * and lets a note pass that no one else reads, and from the web there is no openid to check for.
 */
export const nameContact: Handler<'rep', 'contact.name'> = async ({ contactId, remark }, { caller, checkTexts }) => {
  const { member } = caller
  const contact = found(await findContact(contactId), 'no-such-contact', 'contactId')
  ensure(mayReadContact(member._id, contact), 'contactId')
  if (!isConsentInForce(await findConsent(contact.personId, member._id))) throw refusal('consent-gone', 'contactId')
  if ((await checkTexts([remark])) === 'risky') throw refusal('unsafe-text', 'remark')
  if (!(await renameContact(contactId, remark, now()))) throw refusal('consent-gone', 'contactId')
  return showContact({ ...contact, remark })
}
