// What is stored about her? Whom she allowed to know, and every reading that is stored under her.
import { isConsentInForce, RETENTION_DAYS } from '@shared/domain/consent'
import { totalMs } from '@shared/domain/reading'
import { listConsents } from '../_kit/data/consents'
import { findSenders } from '../_kit/data/members'
import { findHeadings } from '../_kit/data/posts'
import { listReadingsOf } from '../_kit/data/readings'
import type { Handler } from '../_kit/serve'
import { showSections } from '../_kit/show-reading'

export const seePrivacy: Handler<'reader', 'privacy.see'> = async (_, { caller }) => {
  const consents = (await listConsents(caller.personId)).filter(isConsentInForce)
  // also those no rep may see, say because the notice has changed: what is stored about her is hers to see
  const readings = await listReadingsOf(caller.personId)
  const [senders, headings] = await Promise.all([
    findSenders(consents.map(({ repId }) => repId)),
    findHeadings(readings.map(({ postId }) => postId)),
  ])
  return {
    retentionDays: RETENTION_DAYS,
    consents: consents.map(({ repId, company, givenAt, policyVersion }) => {
      const { repName = '', storeName = '' } = senders.get(repId) ?? {}
      return { repId, repName, storeName, company, givenAt, policyVersion }
    }),
    readings: readings.map((reading) => ({
      readingId: reading._id,
      title: headings(reading.postId).title,
      lastAt: reading.lastAt,
      totalMs: totalMs(reading),
      sections: showSections(reading, headings(reading.postId)),
    })),
  }
}
