// What is kept of her, and how does it go? By the very actions her own privacy page calls; and the file of the contact she is.
import { appendAudit } from '../../cloudfunctions/_kit/audit'
import { collection } from '../../cloudfunctions/_kit/collection'
import { erasureMark } from '../../cloudfunctions/_kit/data/erasures'
import { forgetFile } from '../../cloudfunctions/_kit/forget-file'
import { erasePrivacy } from '../../cloudfunctions/reader/erase-privacy'
import { listSubmissions } from '../../cloudfunctions/reader/list-submissions'
import { listVoices } from '../../cloudfunctions/reader/list-voices'
import { seePartner } from '../../cloudfunctions/reader/see-partner'
import { seePrivacy } from '../../cloudfunctions/reader/see-privacy'
import type { Contact } from '../../shared/domain/contact'
import type { PersonId } from '../../shared/domain/ids'
import type { Subject } from './find'

type Filed = { _id: string; contactId?: string }
const FILED = ['notes', 'promises', 'occasions', 'supports', 'deals'] as const

const callOf = (personId: PersonId) => ({
  caller: { kind: 'person' as const, personId, via: 'mini' as const },
  checkTexts: async () => 'pass' as const,
})

const personOf = async (personId: PersonId) => {
  const call = callOf(personId)
  return {
    privacy: await seePrivacy({}, call),
    voices: (await listVoices({}, call)).voices,
    offers: await listSubmissions({}, call),
    partner: (await seePartner({}, call)).partners,
  }
}

/** All that the rep wrote about her; only where the request was of this very contact. */
const fileOf = async (contact: Contact) => {
  const { _id: contactId, remark, tags, createdAt } = contact
  const sheet = await collection<Filed>('sheets').get(contactId)
  const lists = await Promise.all(FILED.map((name) => collection<Filed>(name).find({ contactId })))
  return {
    contactId,
    remark,
    tags,
    createdAt,
    sheet,
    ...Object.fromEntries(FILED.map((name, n) => [name, lists[n] ?? []])),
  }
}

export type Answer = Awaited<ReturnType<typeof exportSubject>>

export const exportSubject = async ({ persons, contact }: Subject, now: number) => ({
  exportedAt: new Date(now).toISOString(),
  persons: await Promise.all(persons.map(personOf)),
  file: contact && (await fileOf(contact)),
})

const length = (list: unknown): number => (Array.isArray(list) ? list.length : 0)

/** How much there is, for the operator's eyes and for the log: numbers alone. */
export const countAnswer = ({ persons, file }: Answer) => ({
  persons: persons.length,
  consents: persons.reduce((sum, { privacy }) => sum + privacy.consents.length, 0),
  readings: persons.reduce((sum, { privacy }) => sum + privacy.readings.length, 0),
  voices: persons.reduce((sum, { voices }) => sum + voices.length, 0),
  offers: persons.reduce((sum, { privacy }) => sum + (privacy.offers ?? 0), 0),
  filed: file ? FILED.reduce((sum, name) => sum + length(Reflect.get(file, name)), 0) + (file.sheet ? 1 : 0) : 0,
})

/** Never removed from the log, so nothing in it leads to her: a mark, and numbers. Before it is done. */
export const noteRequest = async (
  { by, persons, contact }: Subject,
  act: 'subject.exported' | 'subject.erased',
  { byName, now, counts }: { byName: string; now: number; counts: ReturnType<typeof countAnswer> },
): Promise<void> => {
  const mark = erasureMark(persons[0] ?? ((contact?._id ?? '') as string as PersonId))
  const entry = { act, byId: null, byName, of: `subject.${mark}`, facts: { by, ...counts } }
  await appendAudit({ ...entry, actId: `${act}.${mark}.${now}` }, now)
}

/** As on her own page: a contact that a rep wrote down stays by its name alone. May be repeated. */
export const eraseSubject = async ({ persons, contact }: Subject): Promise<void> => {
  if (contact) await forgetFile(contact)
  for (const personId of persons) await erasePrivacy({ readingIds: [] }, callOf(personId))
}
