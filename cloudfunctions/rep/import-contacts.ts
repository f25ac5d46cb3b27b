// A portion of the names a rep brings along: new contacts, or tags for those she has. Sent again it does nothing more.
import { mayReadContact } from '@shared/domain/access'
import type { Contact } from '@shared/domain/contact'
import type { ContactImport, Fault, ImportedRow } from '@shared/domain/contact-import'
import type { ContactId, ContactImportId, MemberId } from '@shared/domain/ids'
import { TAGS_GIVEN_MAX } from '@shared/domain/limits'
import { keepGiven } from '@shared/domain/tag'
import { checkNames, rowsOf } from '../_kit/check-names'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { addRows, findImport, insertImport } from '../_kit/data/contact-imports'
import { changeGivenTags, findContact, insertContact } from '../_kit/data/contacts'
import { AppError, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

type Row = { contactId: ContactId; remark: string; tags: string[]; into: ContactId | null }
type Outcome = ImportedRow | Fault

/** The list this belongs to: hers, and not taken back. */
const openImport = async (_id: ContactImportId, repId: MemberId): Promise<ContactImport> => {
  await insertImport({ _id, repId, at: now(), rows: [], rev: 0, undoneAt: null })
  const list = found(await findImport(_id), 'no-such-import', 'importId')
  if (list.repId !== repId) throw refusal('import-taken', 'importId')
  if (list.undoneAt !== null) throw refusal('import-undone', 'importId')
  return list
}

const make = async ({ contactId, remark, tags }: Row, repId: MemberId): Promise<Outcome> => {
  const at = now()
  const contact: Contact = {
    ...{ _id: contactId, repId, remark, createdAt: at, namedAt: at },
    ...{ origin: 'rep', readers: 0, tags, homeId: null },
  }
  if (await insertContact(contact)) return { contactId, made: true, tags: [] }
  const stored = await findContact(contactId)
  const isHers = stored !== null && mayReadContact(repId, stored).ok && stored.origin === 'rep'
  return isHers ? { contactId, made: true, tags: [] } : { fault: 'not-yours', found: remark }
}

/** The tags she does not have yet, but for those she refused herself. */
const merge = async (into: ContactId, { remark, tags }: Row, repId: MemberId): Promise<Outcome> => {
  try {
    const { contact, readers } = await openContact(repId, into)
    const fresh = tags.filter((tag) => !contact.tags.includes(tag))
    const given = keepGiven([...contact.tags, ...fresh], readers, into)
    if (given.length > TAGS_GIVEN_MAX) return { fault: 'tags-full', found: remark }
    if (fresh.length) await changeGivenTags(into, given)
    return { contactId: into, made: false, tags: fresh.filter((tag) => given.includes(tag)) }
  } catch (error) {
    if (error instanceof AppError && error.code !== 'internal') return { fault: 'not-yours', found: remark }
    throw error
  }
}

const keep = (row: Row, repId: MemberId): Promise<Outcome> =>
  row.into === null ? make(row, repId) : merge(row.into, row, repId)

export const importContacts: Handler<'rep', 'contact.import'> = async (
  { importId, rows },
  { caller: { member }, checkTexts },
) => {
  const list = await openImport(importId, member._id)
  const done = new Map<string, ImportedRow>(list.rows.map((row) => [row.contactId, row]))
  const faults = await checkNames(rowsOf(rows), checkTexts)
  const outcomes: Outcome[] = []
  // one after the other: two rows may mean the same contact
  for (const [at, row] of rows.entries())
    outcomes.push(faults[at] ?? done.get(row.into ?? row.contactId) ?? (await keep(row, member._id)))
  const kept = outcomes.filter((one): one is ImportedRow => 'made' in one)
  if (kept.length && !(await addRows(importId, kept))) throw refusal('import-undone', 'importId')
  return {
    made: kept.filter(({ made }) => made).length,
    merged: kept.filter(({ made }) => !made).length,
    refused: rows.flatMap(({ remark }, at) => {
      const outcome = outcomes[at]
      return outcome && 'fault' in outcome ? [{ remark, fault: outcome.fault, found: outcome.found }] : []
    }),
  }
}
