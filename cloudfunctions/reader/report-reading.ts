// How long was what read? Phones report running totals; here they become stored readings, nameless without consent.
import type { Caller } from '@shared/domain/access'
import { isConsentInForce } from '@shared/domain/consent'
import type { MemberId, PersonId } from '@shared/domain/ids'
import { CRAWLER_SCENE, nextBeatMs, type ReadingReport, toReading, totalMs } from '@shared/domain/reading'
import { now } from '../_kit/clock'
import { findConsent } from '../_kit/data/consents'
import { isPost } from '../_kit/data/posts'
import { saveReading } from '../_kit/data/readings'
import { findShare } from '../_kit/data/shares'
import type { Handler } from '../_kit/serve'
import { makeKnown } from './make-known'

type Clock = { sentAt: number; now: number }
/** Who the reading belongs to when it came by this rep's share: null without her consent. */
type Whose = (repId: MemberId | null) => Promise<PersonId | null>

/** Looks each consent up once per call. */
const whoReads = (caller: Caller): Whose => {
  const asked = new Map<MemberId, Promise<PersonId | null>>()
  const ask = async (personId: PersonId, repId: MemberId) =>
    isConsentInForce(await findConsent(personId, repId)) ? personId : null
  return async (repId) => {
    if (caller.kind !== 'person' || repId === null) return null
    const answer = asked.get(repId) ?? ask(caller.personId, repId)
    asked.set(repId, answer)
    return answer
  }
}

/** Stores one reading; false when neither its share nor its post is known, so it never will be. */
const keepReading = async (report: ReadingReport, whose: Whose, clock: Clock): Promise<boolean> => {
  if (report.scene === CRAWLER_SCENE) return true
  const share = report.token && (await findShare(report.token))
  const isKnown = report.token ? share?.postId === report.postId : await isPost(report.postId)
  if (!isKnown) return false
  const repId = share ? share.repId : null
  const personId = await whose(repId)
  const reading = toReading(report, { repId, personId }, clock)
  const isNews = await saveReading(reading)
  if (isNews && repId && personId) await makeKnown(repId, personId, { readAt: reading.lastAt, now: clock.now })
  return true
}

/** Staff read too, the sharer first of all: accepted, so that phones forget it, and not stored. */
export const reportReading: Handler<'reader', 'reading.report'> = async ({ sentAt, readings }, { caller }) => {
  const [whose, clock] = [whoReads(caller), { sentAt, now: now() }]
  const isStaff = caller.kind === 'member'
  const kept = await Promise.all(readings.map((report) => isStaff || keepReading(report, whose, clock)))
  const newest = readings.reduce((a, b) => (b.lastAt > a.lastAt ? b : a))
  return {
    accepted: readings.filter((_, i) => kept[i]).map(({ readingId }) => readingId),
    nextBeatMs: nextBeatMs(totalMs(newest)),
  }
}
