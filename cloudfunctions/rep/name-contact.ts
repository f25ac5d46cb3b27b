// What does she call this contact? Her own remark, seen by the contact herself and by nobody else.
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { refusal } from '../_kit/errors'
import { sayName } from '../_kit/say-name'
import type { Handler } from '../_kit/serve'
import { showContact } from '../_kit/show-contact'

/**
 * WeChat asks that what users write is checked. Only it being risky refuses the remark: a check that fails is logged
 * and lets a note pass that no one else reads, and from the web there is no openid to check for.
 */
export const nameContact: Handler<'rep', 'contact.name'> = async ({ contactId, ...said }, { caller, checkTexts }) => {
  const [at, repId] = [now(), caller.member._id]
  const opened = await openContact(repId, contactId)
  if ((await checkTexts([said.remark])) === 'risky') throw refusal('unsafe-text', 'remark')
  await sayName(opened, said, at)
  const { contact, readers } = await openContact(repId, contactId)
  return showContact(contact, readers, at)
}
