// She was told that her rep left and lets it pass: what rests on her consent goes to the successor, step by step. Every step
// may be repeated after a crash; should she withdraw meanwhile, at whichever step, nothing is left.
import { type Consent, isConsentInForce } from '@shared/domain/consent'
import { type ContactId, type MemberId, readerIdOf } from '@shared/domain/ids'
import { isSaidToBe } from '@shared/domain/link'
import type { Reader } from '@shared/domain/reader'
import { ownContactsOf, readerKeyOf } from './alias'
import { now } from './clock'
import { passContacts } from './data/belongings'
import { arriveConsent, changePassed, dropArriving, findConsent, insertConsent, removePassed } from './data/consents'
import { changeContactReaders } from './data/contacts'
import { passLinks } from './data/links'
import { findMember } from './data/members'
import { changeLink, changeOwns, findReader, insertReader, removeReader } from './data/readers'
import { passReadings } from './data/readings'
import { forgetReader } from './forget'
import { forgetSpread } from './forget-spread'
import { changeReader, knowReader } from './profiles'
import { settleLinks } from './settle-links'

const joined = <T>(some: readonly T[] | undefined, more: readonly T[]): T[] => [...new Set([...(some ?? []), ...more])]

/** The same consent, under the successor: what she agreed to and when stays, and the contacts it brought. */
const copyFor = (source: Consent, toId: MemberId, storeId: Consent['storeId']): Consent => {
  const { toldAt: _, toldOf: __, ...agreed } = source
  return {
    ...agreed,
    _id: readerIdOf(toId, source.personId),
    repId: toId,
    storeId,
    owns: ownContactsOf(source),
    passedFrom: joined(source.passedFrom, [source.repId]),
    passTo: toId,
    arriving: true,
  }
}

/** She may have agreed to the successor by herself: then that stands, and what passes comes under it. */
const joinOwn = async (own: Consent, source: Consent): Promise<Consent | null> => {
  if (!isConsentInForce(own)) return null
  const owns = joined(ownContactsOf(own), ownContactsOf(source)) as [ContactId, ...ContactId[]]
  const passedFrom = joined(own.passedFrom, [...(source.passedFrom ?? []), source.repId])
  const joinedTo = { ...own, owns, passedFrom }
  return (await changePassed(own, { owns, passedFrom })) ? joinedTo : null
}

/**
 * The consent under which she is the successor's, or null when she may not be. The copy is there before the source is looked
 * at: whoever withdraws either ends both, or is seen to have ended the source.
 */
const arrive = async (source: Consent, toId: MemberId): Promise<Consent | null> => {
  const { personId, repId, proofId } = source
  const to = await findMember(toId)
  if (!to) return null
  const copy = copyFor(source, toId, to.storeId)
  await insertConsent(copy)
  const still = await findConsent(personId, repId)
  const isStill = still !== null && isConsentInForce(still) && still.proofId === proofId && still.passTo === toId
  if (!isStill) {
    await dropArriving(copy)
    return null
  }
  await arriveConsent(copy)
  const there = await findConsent(personId, toId)
  if (!there) return null
  if (there.proofId !== proofId) return joinOwn(there, source)
  return isConsentInForce(there) ? there : null
}

/** What she is known as passes whole; who was known to the successor before stays as she was, and gains what was said. */
const settleIn = async (reader: Reader, consent: Consent): Promise<void> => {
  const owns = ownContactsOf(consent)
  const { _id, repId } = consent
  const copy = { ...reader, _id, key: readerKeyOf(_id), repId, owns, linkRev: 0, rev: 0, stale: true }
  if (await insertReader(copy)) return
  const known = await findReader(_id)
  if (!known) return
  const isUndecided = known.link.contactId === owns[0] && known.link.certainty === 'unnamed'
  if (isUndecided && isSaidToBe(reader, reader.link.contactId)) await changeLink(known, reader.link)
  await changeReader(known, (seen) => ({
    selfName: seen.selfName ?? reader.selfName,
    muted: joined(seen.muted, reader.muted),
    stale: true,
  }))
  await changeOwns(_id, owns)
}

/** Whose contacts go along: those that came by her consent, and whom the rep said she is. */
const contactsOf = (source: Consent, reader: Reader | null): ContactId[] =>
  joined(ownContactsOf(source), reader && isSaidToBe(reader, reader.link.contactId) ? [reader.link.contactId] : [])

/** The old reader goes last: while it is there, all of this is done again. */
const moveAll = async (source: Consent, consent: Consent): Promise<void> => {
  const passing = { fromId: source.repId, toId: consent.repId }
  const reader = await findReader(source._id)
  await passReadings(source.personId, passing.fromId, passing.toId)
  await forgetSpread(source, true) // what she passed on for the rep who left is nobody's: it hangs below another's cards
  if (reader) await settleIn(reader, consent)
  await passLinks(source._id, { readerId: consent._id, repId: consent.repId })
  const contacts = contactsOf(source, reader)
  await passContacts(contacts, passing, true)
  await changeContactReaders(contacts)
  await removeReader(source._id)
}

/** True when she is the successor's to know now. */
export const passReader = async (source: Consent, toId: MemberId): Promise<boolean> => {
  const consent = await arrive(source, toId)
  if (!consent) return false
  await moveAll(source, consent)
  await removePassed(source, now(), consent.proofId !== source.proofId)
  await moveAll(source, consent) // what a report or a count that was under way has left
  const reader = await knowReader(consent) // null, and all of it forgotten, if she withdrew meanwhile
  if (reader) await settleLinks([reader])
  else await forgetReader(source)
  return reader !== null
}

/** A copy without its source: she withdrew before it had arrived, and who made it died. */
export const dropStray = async (copy: Consent): Promise<void> => {
  const sources = await Promise.all((copy.passedFrom ?? []).map((repId) => findConsent(copy.personId, repId)))
  if (!sources.some((source) => source?.passTo === copy.repId)) await dropArriving(copy)
}
