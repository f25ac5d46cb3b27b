// Whom does she know? Those who agreed, the latest reader first.
import { whoConsents } from '../_kit/data/consents'
import { pageContacts } from '../_kit/data/contacts'
import type { Handler } from '../_kit/serve'
import { showContact } from './show-contact'

const PAGE = 30

export const listContacts: Handler<'rep', 'contact.list'> = async ({ cursor }, { caller: { member } }) => {
  const { items, next } = await pageContacts(member._id, cursor, PAGE)
  const agrees = await whoConsents(items)
  return { contacts: items.filter(({ personId }) => agrees(personId, member._id)).map(showContact), next }
}
