// Her consent ended: what goes? All that stands under her with this rep. Every step may be repeated after a crash.
import type { Consent } from '@shared/domain/consent'
import { type ContactId, type PersonId, readerIdOf } from '@shared/domain/ids'
import type { LinkEvent, Reader } from '@shared/domain/reader'
import { ownContactsOf } from './alias'
import { endConsent, findConsent, listConsents, type Pair, replaceByProof } from './data/consents'
import { changeContactReaders, removeContactIfBare } from './data/contacts'
import { listLinksOfReader, removeLinksOfReader } from './data/links'
import { removeOpeningsBy } from './data/openings'
import { findReader, listReadersOfPerson, removeReader } from './data/readers'
import { detachReadings, detachReadingsFrom, listCardsReadBy } from './data/readings'
import { detachShares } from './data/shares'
import { stripTalks } from './data/talk-days'
import { forgetCircles } from './forget-circles'
import { forgetFile, forgetWords } from './forget-file'
import { forgetSpread } from './forget-spread'

/** Every contact she was ever said to be: how many readers each has is counted anew. */
const contactsOf = (reader: Reader | null, events: readonly LinkEvent[]): ContactId[] => {
  const links = [reader?.link, ...events.flatMap(({ before, after }) => [before.link, after.link])]
  return [...new Set(links.flatMap((link) => (link ? [link.contactId, ...link.also] : [])))]
}

/**
 * To be called once her consent is gone, so that nothing new is stored meanwhile. Her history goes last: until then it says
 * which contacts are left to be counted. A contact the rep wrote down herself stays, as does one who has another phone.
 */
export const forgetReader = async ({ repId, personId }: Pair): Promise<void> => {
  const id = readerIdOf(repId, personId)
  const [reader, consent, events, read] = await Promise.all([
    findReader(id),
    findConsent(personId, repId),
    listLinksOfReader(id),
    listCardsReadBy(repId, personId),
  ])
  const owns = ownContactsOf(reader ?? consent ?? { _id: id })
  await removeOpeningsBy(read) // while it is known which were hers
  await Promise.all([detachReadingsFrom(repId, personId), forgetSpread({ repId, personId }, true), removeReader(id)])
  const others = contactsOf(reader, events).filter((contactId) => !owns.includes(contactId))
  for (const contactId of owns) await removeContactIfBare(contactId, true, forgetFile)
  for (const contactId of others) await removeContactIfBare(contactId, false, forgetFile)
  await forgetWords(repId, [...owns, ...others])
  await forgetCircles([...owns, ...others])
  // also what a rep who left was to talk about, from whom she came
  for (const from of consent?.passedFrom ?? []) await stripTalks(from, [...owns, ...others])
  await changeContactReaders([...owns, ...others])
  await removeLinksOfReader(id)
}

/**
 * All whose consents have ended is forgotten. What remains of each, last of all, is a proof without a person: that someone
 * agreed to which notice, when, and withdrew — records of providing data must be kept for three years.
 */
export const forgetPerson = async (personId: PersonId, at: number): Promise<void> => {
  const [consents, readers] = await Promise.all([listConsents(personId), listReadersOfPerson(personId)])
  const ended = consents.filter(({ withdrawnAt }) => withdrawnAt !== null)
  for (const pair of new Map([...ended, ...readers].map((one) => [one.repId, one])).values()) await forgetReader(pair)
  await Promise.all([detachReadings(personId), detachShares(personId)])
  for (const consent of ended) await replaceByProof(consent, at)
}

/**
 * The same where only some of her consents ended, and who knows her by the others goes on knowing her: also by the job, for
 * whoever died before it was done.
 */
export const forgetEnded = async (personId: PersonId, at: number): Promise<void> => {
  for (const consent of await listConsents(personId)) {
    if (consent.withdrawnAt === null) continue
    await forgetReader(consent)
    await replaceByProof(consent, at)
  }
}

/** Ends this one consent of hers, as withdrawing would; false when it had ended or changed before. */
export const endPair = async (consent: Consent, at: number): Promise<boolean> => {
  const isEnded = await endConsent(consent, at)
  await forgetEnded(consent.personId, at)
  return isEnded
}
