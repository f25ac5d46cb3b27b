// She told a contact what she would do, and by when. The same id is the same promise.
import type { PromiseMade } from '@shared/domain/note'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { findPromise, insertPromise, removePromise } from '../_kit/data/promises'
import { ensureKeepable } from '../_kit/keepable'
import { sameEntry } from '../_kit/own-entry'
import type { Handler } from '../_kit/serve'
import { showPromise } from '../_kit/show-file'

/** Should the contact have gone while this was stored, it goes too. */
const keep = async (made: PromiseMade): Promise<PromiseMade> => {
  if (!(await insertPromise(made))) return sameEntry(await findPromise(made._id), made)
  await openContact(made.repId, made.contactId).catch(async (error: unknown) => {
    await removePromise(made._id)
    throw error
  })
  return made
}

export const makePromise: Handler<'rep', 'promise.make'> = async (said, { caller, checkTexts }) => {
  const { promiseId, contactId, text, dueDay } = said
  const repId = caller.member._id
  await openContact(repId, contactId)
  await ensureKeepable([text], checkTexts)
  const made = { _id: promiseId, repId, contactId, text, dueDay, madeAt: now(), keptAt: null, open: true }
  return showPromise(await keep(made))
}
