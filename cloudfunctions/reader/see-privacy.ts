// What is stored about her? Whom she allowed to know, what they know and made of it, and every reading stored under her.
import type { Output } from '@shared/contracts'
import type { ShownHandover } from '@shared/contracts/handover'
import { type Consent, isConsentInForce, RETENTION_DAYS } from '@shared/domain/consent'
import type { Contact } from '@shared/domain/contact'
import { isSaidToBe } from '@shared/domain/link'
import type { Reader } from '@shared/domain/reader'
import { totalMs } from '@shared/domain/reading'
import { keepGiven } from '@shared/domain/tag'
import { now } from '../_kit/clock'
import { listConsents } from '../_kit/data/consents'
import { findContacts } from '../_kit/data/contacts'
import { findSendersEver, type Sender } from '../_kit/data/members'
import { listPartnersOfPerson } from '../_kit/data/partners'
import { findHeadings } from '../_kit/data/posts'
import { listReadersOfPerson } from '../_kit/data/readers'
import { listReadingsOf } from '../_kit/data/readings'
import { countSharesBy } from '../_kit/data/shares'
import { listOffersOfPerson } from '../_kit/data/submissions'
import { countFile, type FileCounts } from '../_kit/forget-file'
import { findWaiting, showHandovers } from '../_kit/handover-tell'
import type { Handler } from '../_kit/serve'
import { showSections } from '../_kit/show-reading'
import { showTags } from '../_kit/show-tag'

type Seen = Output<'reader', 'privacy.see'>
type Told = {
  sender: Sender | undefined
  reader: Reader | undefined
  contact: Contact | undefined
  handover: ShownHandover | null
  kept: FileCounts
  passedOn: number
}

/** Company and brand as she agreed to them; rep and store as they are called now. */
const showConsent = (
  consent: Consent,
  { sender, reader, contact, handover, kept, passedOn }: Told,
): Seen['consents'][number] => {
  const { repId, company, brand, franchise, givenAt, policyVersion, purposes } = consent
  return {
    ...{ repId, company, brand, franchise, givenAt, policyVersion },
    repName: sender?.repName ?? '',
    storeName: sender?.storeName ?? '',
    tagsOn: purposes.includes('tags'),
    spreadOn: purposes.includes('spread'),
    passedOn,
    selfName: reader?.selfName ?? null,
    remark: contact?.remark ?? null,
    given: contact && reader ? keepGiven(contact.tags, [reader], contact._id) : [],
    tags: reader ? showTags([reader], now()) : [],
    handover,
    kept,
  }
}

/** Of each consent whose rep has left and that waits for her word. */
const findHandoverOf = async (consents: readonly Consent[]): Promise<(consent: Consent) => ShownHandover | null> => {
  const waiting = await findWaiting(consents, now())
  const show = await showHandovers([...waiting.values()])
  return ({ repId }) => {
    const one = waiting.get(repId)
    return one ? show(one) : null
  }
}

const NOTHING_KEPT: FileCounts = { notes: 0, promises: 0, occasions: 0 }

export const seePrivacy: Handler<'reader', 'privacy.see'> = async (_, { caller: { personId } }) => {
  // also readings no rep may see, say because the notice has changed: what is stored about her is hers to see
  const [all, readers, readings, partners, offers] = await Promise.all([
    listConsents(personId),
    listReadersOfPerson(personId),
    listReadingsOf(personId),
    listPartnersOfPerson(personId),
    listOffersOfPerson(personId),
  ])
  const consents = all.filter(isConsentInForce)
  const [senders, contacts, headings, handoverOf] = await Promise.all([
    findSendersEver(consents.map(({ repId }) => repId)),
    findContacts(readers.map(({ link }) => link.contactId)),
    findHeadings(readings.map(({ postId }) => postId)),
    findHandoverOf(consents),
  ])
  const passedOn = new Map(
    await Promise.all(consents.map(async ({ repId }) => [repId, await countSharesBy(repId, personId)] as const)),
  )
  const kept = new Map(await Promise.all(contacts.map(async ({ _id }) => [_id, await countFile(_id)] as const)))
  return {
    retentionDays: RETENTION_DAYS,
    partner: partners.length > 0,
    offers: offers.length,
    consents: consents.map((consent) => {
      const reader = readers.find(({ _id }) => _id === consent._id)
      // of a contact whom she only may be, what is noted is somebody else's
      const contact = contacts.find(({ _id }) => reader?.link.contactId === _id && isSaidToBe(reader, _id))
      return showConsent(consent, {
        sender: senders.get(consent.repId),
        reader,
        contact,
        handover: handoverOf(consent),
        kept: (contact && kept.get(contact._id)) ?? NOTHING_KEPT,
        passedOn: passedOn.get(consent.repId) ?? 0,
      })
    }),
    readings: readings.map((reading) => ({
      readingId: reading._id,
      repId: reading.repId,
      title: headings(reading.postId).title,
      lastAt: reading.lastAt,
      totalMs: totalMs(reading),
      sections: showSections(reading, headings(reading.postId)),
    })),
  }
}
