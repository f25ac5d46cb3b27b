// How long was what read? Phones report running totals; here they become stored readings, nameless without consent.
import type { Caller } from '@shared/domain/access'
import { isConsentInForce } from '@shared/domain/consent'
import { type MemberId, type PersonId, type PostId, readerIdOf } from '@shared/domain/ids'
import { nextBeatMs, placeReport, type Reading, type ReadingReport, readBy } from '@shared/domain/reading'
import type { Share } from '@shared/domain/share'
import { noteBoundOpening } from '../_kit/bound-opening'
import { now } from '../_kit/clock'
import { findConsent } from '../_kit/data/consents'
import { isPost } from '../_kit/data/posts'
import { type Stored, storeReport } from '../_kit/data/reading-growth'
import { findShare } from '../_kit/data/shares'
import type { Handler } from '../_kit/serve'

type Place = { postId: PostId; share: Share | null }

/** Where it was read; null when neither its share nor its post is known, so it never will be. */
const findPlace = async ({ token, postId }: ReadingReport): Promise<Place | null> => {
  if (token === undefined) return postId !== undefined && (await isPost(postId)) ? { postId, share: null } : null
  const share = await findShare(token)
  return share && (postId === undefined || postId === share.postId) ? { postId: share.postId, share } : null
}

/** Under whom a first report is stored: the reader herself with her consent in force, else nobody. */
const findName = async ({ by, repId }: Reading, personId: PersonId): Promise<PersonId | null> =>
  by === 'reader' && repId !== null && isConsentInForce(await findConsent(personId, repId as MemberId))
    ? personId
    : null

const keepReport = async (report: ReadingReport, caller: Caller, at: number): Promise<Stored | 'never'> => {
  const place = await findPlace(report)
  if (!place) return 'never'
  const by = readBy(caller.kind === 'member', report)
  const reading = placeReport(report, { postId: place.postId, repId: place.share?.repId ?? null, by }, at)
  const personId = caller.kind === 'person' ? caller.personId : null
  const stored = await storeReport(reading, personId, async () => personId && findName(reading, personId))
  const isOpening = stored === 'first' || stored === 'known'
  if (isOpening && place.share && personId)
    await noteBoundOpening(place.share, readerIdOf(place.share.repId, personId), reading._id, at)
  return stored
}

export const reportReading: Handler<'reader', 'reading.report'> = async ({ readings }, { caller }) => {
  const at = now()
  const stored = await Promise.all(readings.map((report) => keepReport(report, caller, at)))
  const idsOf = (wanted: (one: Stored | 'never' | undefined) => boolean) =>
    readings.filter((_, i) => wanted(stored[i])).map(({ readingId }) => readingId)
  const newest = readings.reduce((a, b) => (b.agoMs < a.agoMs ? b : a))
  return {
    accepted: idsOf((one) => one !== 'never' && one !== 'later'),
    later: idsOf((one) => one === 'later'),
    nextBeatMs: nextBeatMs(newest.spanMs),
  }
}
