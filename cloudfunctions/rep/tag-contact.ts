// Which tags does she give this contact by hand? The whole list, beside those that earned themselves; none she refused.
import { keepGiven } from '@shared/domain/tag'
import { openContact } from '../_kit/contact-file'
import { changeGivenTags } from '../_kit/data/contacts'
import { refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

export const tagContact: Handler<'rep', 'contact.tag'> = async ({ contactId, tags }, { caller, checkTexts }) => {
  const { readers } = await openContact(caller.member._id, contactId)
  if (tags.length && (await checkTexts(tags)) === 'risky') throw refusal('unsafe-text', 'tags')
  const given = keepGiven([...new Set(tags)], readers, contactId)
  if (!(await changeGivenTags(contactId, given))) throw refusal('consent-gone', 'contactId')
  return { given }
}
