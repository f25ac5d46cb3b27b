// She takes a list of names back: those nothing was added to since go, the others stay and are told by name.
import type { Contact } from '@shared/domain/contact'
import { IMPORT_UNDO_MS, type ImportedRow } from '@shared/domain/contact-import'
import type { MemberId } from '@shared/domain/ids'
import { now } from '../_kit/clock'
import { findImport, markUndone } from '../_kit/data/contact-imports'
import { changeGivenTags, findContacts, removeUntouched } from '../_kit/data/contacts'
import { findSheets } from '../_kit/data/sheets'
import { found, refusal } from '../_kit/errors'
import { countFile } from '../_kit/forget-file'
import type { Handler } from '../_kit/serve'

/** Nobody reads under her, nobody lives with her, and nothing was written of her. */
const isBare = async (contact: Contact): Promise<boolean> => {
  if (contact.readers > 0 || contact.homeId !== null) return false
  const { notes, promises, occasions } = await countFile(contact._id)
  return notes + promises + occasions === 0
}

const untag = async (rows: readonly ImportedRow[], contacts: ReadonlyMap<string, Contact>): Promise<number> => {
  let untagged = 0
  for (const { contactId, tags } of rows) {
    const contact = contacts.get(contactId)
    if (!contact || !tags.length) continue
    untagged += await changeGivenTags(
      contactId,
      contact.tags.filter((tag) => !tags.includes(tag)),
    )
  }
  return untagged
}

const hersOf = async (rows: readonly ImportedRow[], repId: MemberId) =>
  new Map(
    (await findContacts(rows.map(({ contactId }) => contactId)))
      .filter((contact) => contact.repId === repId)
      .map((contact) => [contact._id as string, contact]),
  )

export const undoImport: Handler<'rep', 'contact.unimport'> = async ({ importId }, { caller: { member } }) => {
  const list = found(await findImport(importId), 'no-such-import', 'importId')
  if (list.repId !== member._id) throw refusal('no-such-import', 'importId')
  if (now() - list.at >= IMPORT_UNDO_MS) throw refusal('import-too-old', 'importId')
  // said first: a portion still under way is added no more
  await markUndone(importId, now())
  const contacts = await hersOf(list.rows, member._id)
  const made = list.rows.filter((row) => row.made).flatMap(({ contactId }) => contacts.get(contactId) ?? [])
  const sheets = new Set<string>((await findSheets(made.map(({ _id }) => _id))).map(({ _id }) => _id))
  const outcome = { removed: 0, kept: [] as string[] }
  for (const contact of made) {
    const isGone = !sheets.has(contact._id) && (await isBare(contact)) && (await removeUntouched(contact)) > 0
    if (isGone) outcome.removed++
    else outcome.kept.push(contact.remark ?? '')
  }
  const untagged = await untag(
    list.rows.filter((row) => !row.made),
    contacts,
  )
  return { ...outcome, untagged }
}
