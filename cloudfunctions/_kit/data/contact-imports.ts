// Which names did a rep bring along at once? Kept for as long as it can be taken back.
import { type ContactImport, IMPORT_ROWS_MAX, type ImportedRow } from '@shared/domain/contact-import'
import type { ContactImportId, MemberId } from '@shared/domain/ids'
import { below, collection } from '../collection'
import { refusal } from '../errors'

const imports = collection<ContactImport>('contactimports')

export const findImport = (id: ContactImportId): Promise<ContactImport | null> => imports.get(id)

/** False when one of that id is there. */
export const insertImport = (one: ContactImport): Promise<boolean> => imports.insertIfAbsent(one)

const TRIES = 20
/** Adds what is not yet in it, as often as it takes; false when it was taken back meanwhile. */
export const addRows = async (id: ContactImportId, rows: readonly ImportedRow[]): Promise<boolean> => {
  for (let tries = TRIES; tries > 0; tries--) {
    const seen = await imports.get(id)
    if (!seen || seen.undoneAt !== null) return false
    const known = new Set<string>(seen.rows.map(({ contactId }) => contactId))
    const fresh = rows.filter(({ contactId }) => !known.has(contactId))
    if (!fresh.length) return true
    if (seen.rows.length + fresh.length > IMPORT_ROWS_MAX) throw refusal('import-full', 'rows')
    const change = { rows: [...seen.rows, ...fresh], rev: seen.rev + 1 }
    if ((await imports.change({ _id: id, rev: seen.rev, undoneAt: null }, change)) > 0) return true
  }
  throw new Error('An import changed too often at once')
}

export const markUndone = (id: ContactImportId, at: number): Promise<number> =>
  imports.change({ _id: id, undoneAt: null }, { undoneAt: at })

/** The latest first. */
export const listImportsOf = (repId: MemberId, limit: number): Promise<ContactImport[]> =>
  imports.find({ repId }, { order: [['at', 'desc']], limit })

export const removeImportsBefore = (at: number): Promise<number> => imports.remove({ at: below(at) })
