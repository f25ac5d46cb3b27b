// What did this contact read, and since when may the rep know?
import { mayReadContact } from '@shared/domain/access'
import { isConsentInForce } from '@shared/domain/consent'
import { isLive, totalMs } from '@shared/domain/reading'
import { now } from '../_kit/clock'
import { findConsent } from '../_kit/data/consents'
import { findContact } from '../_kit/data/contacts'
import { findHeadings } from '../_kit/data/posts'
import { listReadingsFor } from '../_kit/data/readings'
import { ensure, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { aliasOf, showSections } from '../_kit/show-reading'
import { showContact } from './show-contact'

export const seeContact: Handler<'rep', 'contact.see'> = async ({ contactId }, { caller: { member } }) => {
  const contact = found(await findContact(contactId), 'no-such-contact', 'contactId')
  ensure(mayReadContact(member._id, contact), 'contactId')
  const consent = await findConsent(contact.personId, member._id)
  if (!consent || !isConsentInForce(consent)) throw refusal('consent-gone', 'contactId')
  const readings = await listReadingsFor(member._id, contact.personId)
  const headings = await findHeadings(readings.map(({ postId }) => postId))
  const at = now()
  return {
    contact: showContact(contact),
    consent: { givenAt: consent.givenAt, policyVersion: consent.policyVersion },
    timeline: readings.map((reading) => ({
      readingId: aliasOf(reading._id),
      postId: reading.postId,
      title: headings(reading.postId).title,
      lastAt: reading.lastAt,
      totalMs: totalMs(reading),
      depth: reading.depth,
      live: isLive(reading, at),
      sections: showSections(reading, headings(reading.postId)),
    })),
  }
}
