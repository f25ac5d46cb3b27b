// What her rep keeps of a contact beside her readings: how much is it, and when does it go? Every step may be repeated.
import type { Contact } from '@shared/domain/contact'
import type { ContactId, MemberId } from '@shared/domain/ids'
import { PASTED } from '@shared/domain/note'
import { now } from './clock'
import { detachDeals, dropCredits } from './data/deals'
import { blankNotes, countNotesOf, listAllNotesOf, removeNotesOf } from './data/notes'
import { countOccasionsOf, removeOccasionsOf } from './data/occasions'
import { countPromisesOf, removePromisesOf } from './data/promises'
import { removeSheet } from './data/sheets'
import { countSupportsOf, markKolSums, removeSupportsOf } from './data/supports'
import { stripTalks } from './data/talk-days'
import { listWordless } from './keeps-words'
import { deletePhotosOf } from './note-photos'

export type FileCounts = { notes: number; promises: number; occasions: number }

export const countFile = async (id: ContactId): Promise<FileCounts> => {
  const [notes, supports, promises, occasions] = await Promise.all([
    countNotesOf(id),
    countSupportsOf(id),
    countPromisesOf(id),
    countOccasionsOf(id),
  ])
  return { notes: notes + supports, promises, occasions }
}

type Filed = Pick<Contact, '_id' | 'repId' | 'passedFrom'>

/** Photos before the notes that name them, so that none is left that nobody knows of. */
export const forgetFile = async ({ _id, repId, passedFrom = [] }: Filed): Promise<void> => {
  await deletePhotosOf(await listAllNotesOf(_id))
  await Promise.all([removeNotesOf(_id), removePromisesOf(_id), removeOccasionsOf(_id), removeSheet(_id)])
  await removeSupportsOf(_id)
  await detachDeals(_id)
  for (const rep of [repId, ...passedFrom]) await stripTalks(rep, [_id])
}

/**
 * Somebody who was said to be one of these contacts agrees no longer: their own words go where nobody else who is said to
 * be them agrees, and with them every talk that may rest on what she read.
 */
export const forgetWords = async (repId: MemberId, ids: readonly ContactId[]): Promise<void> => {
  for (const id of await listWordless(repId, ids)) await blankNotes(id, PASTED)
  await Promise.all([stripTalks(repId, ids), dropCredits(ids, now()), markKolSums([repId])])
}
