// What she wrote down of a key person was not so after all: it goes.
import { findSupport, markKolSums, removeSupport } from '../_kit/data/supports'
import { ensureOwnEntry } from '../_kit/own-entry'
import type { Handler } from '../_kit/serve'

export const undoKol: Handler<'rep', 'kol.undo'> = async ({ entryId }, { caller: { member } }) => {
  const entry = await findSupport(entryId)
  if (entry?.repId !== member._id) return { dropped: false }
  await ensureOwnEntry(member._id, entry)
  const dropped = (await removeSupport(entryId)) > 0
  await markKolSums([member._id])
  return { dropped }
}
