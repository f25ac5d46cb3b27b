// A rep writes down what a key person did, or was given. The same id is the same; should the contact have gone meanwhile, it
// goes too.
import type { KolEntry } from '@shared/domain/kol'
import { openContact } from './contact-file'
import { findSupport, insertSupport, isSupportFull, markKolSums, removeSupport } from './data/supports'
import { refusal } from './errors'
import { sameEntry } from './own-entry'

export const keepSupport = async (entry: KolEntry) => {
  const { _id, repId, contactId } = entry
  const before = await findSupport(_id)
  if (!before && (await isSupportFull(repId))) throw refusal('kol-full', 'entryId')
  const isNew = before === null && (await insertSupport(entry))
  const stored = isNew ? entry : sameEntry(before ?? (await findSupport(_id)), entry)
  if (isNew)
    await openContact(repId, contactId).catch(async (error: unknown) => {
      await removeSupport(_id)
      throw error
    })
  await markKolSums([repId])
  return { entryId: stored._id, contactId: stored.contactId, at: stored.at }
}
