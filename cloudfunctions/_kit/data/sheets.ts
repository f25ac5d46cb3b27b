// What does a rep know of her contacts beside their readings? One sheet per contact, changed only as it was seen.
import type { ContactId, MemberId } from '@shared/domain/ids'
import { newSheet, type Sheet } from '@shared/domain/sheet'
import { collection } from '../collection'
import { refusal } from '../errors'
import { readAll } from '../page'

const sheets = collection<Sheet>('sheets')

/** A sheet with all it may hold is about 3 KB. */
const PORTION = 250
const TRIES = 8 // so many times others may be faster before she is asked to try again
const FIELDS = [
  ...(['_id', 'repId', 'source', 'relation', 'value', 'taste', 'cadenceDays', 'quiet', 'answers'] as const),
  ...(['groupIds', 'touches', 'snoozes', 'rev'] as const),
]

export type SheetChange = Partial<Omit<Sheet, '_id' | 'repId' | 'rev'>>

export const findSheet = (id: ContactId): Promise<Sheet | null> => sheets.get(id)
export const findSheets = (ids: readonly ContactId[]): Promise<Sheet[]> => sheets.findMany(ids)

/** All of hers, in no order that means anything. */
export const listSheets = (repId: MemberId): Promise<Sheet[]> => readAll(sheets, { repId }, FIELDS, PORTION)

/** False when it has been changed since it was seen; one never stored (rev 0) is stored now. */
export const changeSheet = async (sheet: Sheet, change: SheetChange): Promise<boolean> => {
  const { _id, rev } = sheet
  if (rev === 0) return sheets.insertIfAbsent({ ...sheet, ...change, rev: 1 })
  return (await sheets.change({ _id, rev }, { ...change, rev: rev + 1 })) > 0
}

/**
 * The sheet after `change`, which is asked again with what stands there whenever another write was faster. Changes by
 * null: nothing is written. The caller has made sure that the contact is this rep's.
 */
export const reviseSheet = async (
  id: ContactId,
  repId: MemberId,
  change: (sheet: Sheet) => SheetChange | null,
): Promise<Sheet> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const sheet = (await findSheet(id)) ?? newSheet(id, repId)
    const to = change(sheet)
    if (to === null) return sheet
    if (await changeSheet(sheet, to)) return { ...sheet, ...to, rev: sheet.rev + 1 }
  }
  throw refusal('busy', 'contactId')
}

export const removeSheet = (id: ContactId): Promise<number> => sheets.remove({ _id: id })
