// How long was what read? Phones report running totals; here they become stored readings, nameless without consent.
import type { Caller } from '@shared/domain/access'
import type { Consent } from '@shared/domain/consent'
import { type MemberId, type PersonId, type PostId, readerIdOf } from '@shared/domain/ids'
import { nextBeatMs, onlySections, placeReport, type Reading, type ReadingReport, readBy } from '@shared/domain/reading'
import type { Share } from '@shared/domain/share'
import { noteBoundOpening } from '../_kit/bound-opening'
import { now } from '../_kit/clock'
import { findConsentInForce } from '../_kit/data/consents'
import { findCompanies } from '../_kit/data/members'
import { findSectionIds, isPost } from '../_kit/data/posts'
import { type Name, type Stored, storeReport } from '../_kit/data/reading-growth'
import { findShare } from '../_kit/data/shares'
import { findHeirConsent } from '../_kit/handover-tell'
import type { Handler } from '../_kit/serve'

type Place = { postId: PostId; share: Share | null }

/** Where it was read; null when neither its share nor its post is known, so it never will be. */
const findPlace = async ({ token, postId }: ReadingReport): Promise<Place | null> => {
  if (token === undefined) return postId !== undefined && (await isPost(postId)) ? { postId, share: null } : null
  const share = await findShare(token)
  return share && (postId === undefined || postId === share.postId) ? { postId: share.postId, share } : null
}

/**
 * Under whom a first report is stored: the reader herself with her consent in force, else nobody. By the card of a rep who
 * has left it is for her successor, once this reader has passed to her.
 */
const findName = async ({ by, repId }: Reading, personId: PersonId): Promise<Name | null> => {
  if (by !== 'reader' || repId === null) return null
  const consent = (await findConsentInForce({ personId, repId })) ?? (await findHeir(repId, personId))
  return consent && { personId, repId: consent.repId }
}

/** Asked only where the rep has left: most who read have agreed to nothing. */
const findHeir = async (repId: MemberId, personId: PersonId): Promise<Consent | null> => {
  const companyOf = await findCompanies([repId])
  return companyOf(repId) === null ? findHeirConsent(repId, personId) : null
}

/** Also for a first report that comes again: whatever failed the first time is done now. Few cards are meant for one. */
const isBoundOpening = (share: Share | null, report: ReadingReport, stored: Stored): share is Share =>
  share !== null && share.contactId !== null && (stored === 'first' || report.seq === 1)

const keepReport = async (report: ReadingReport, caller: Caller, at: number): Promise<Stored | 'never'> => {
  const place = await findPlace(report)
  if (!place) return 'never'
  const { share, postId } = place
  const by = readBy(caller.kind === 'member', report)
  const sections = await findSectionIds(postId, report.version)
  if (!sections) return 'never'
  const reading = placeReport(onlySections(report, sections), { postId, repId: share?.repId ?? null, by }, at)
  const personId = caller.kind === 'person' ? caller.personId : null
  const stored = await storeReport(reading, personId, async () => personId && findName(reading, personId))
  if (personId !== null && isBoundOpening(share, report, stored))
    await noteBoundOpening(share, readerIdOf(share.repId, personId), report.readingId)
  return stored
}

export const reportReading: Handler<'reader', 'reading.report'> = async ({ readings }, { caller, missed }) => {
  const at = now()
  const stored = await Promise.all(readings.map((report) => keepReport(report, caller, at)))
  if (stored.includes('never')) missed?.()
  const idsOf = (wanted: (one: Stored | 'never' | undefined) => boolean) =>
    readings.filter((_, i) => wanted(stored[i])).map(({ readingId }) => readingId)
  const newest = readings.reduce((a, b) => (b.agoMs < a.agoMs ? b : a))
  return {
    accepted: idsOf((one) => one !== 'never' && one !== 'later'),
    later: idsOf((one) => one === 'later'),
    nextBeatMs: nextBeatMs(newest.spanMs),
  }
}
