// One of her contacts helped others: the rep's own note of it.
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { keepSupport } from '../_kit/keep-support'
import { ensureKeepable } from '../_kit/keepable'
import type { Handler } from '../_kit/serve'

export const noteKol: Handler<'rep', 'kol.note'> = async (said, { caller: { member }, checkTexts }) => {
  const { entryId, contactId, of, note, agoMs } = said
  await openContact(member._id, contactId)
  if (note) await ensureKeepable([note], checkTexts, 'note')
  const at = now()
  return keepSupport({
    ...{ _id: entryId, repId: member._id, contactId, kind: 'helped', what: of, name: '', note },
    ...{ at: at - agoMs, writtenAt: at, byId: member._id },
  })
}
