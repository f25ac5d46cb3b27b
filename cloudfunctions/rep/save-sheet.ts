// She writes fields of a contact's sheet: each by itself, so that what two phones of hers say meets without loss.
import { type SheetWord, sayToSheet } from '@shared/domain/sheet-said'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { listGroupsOf } from '../_kit/data/groups'
import { reviseSheet } from '../_kit/data/sheets'
import { ensureKeepable } from '../_kit/keepable'
import type { Handler } from '../_kit/serve'
import { showSheet } from '../_kit/show-file'

export const saveSheet: Handler<'rep', 'sheet.save'> = async (
  { contactId, from, to, agoMs },
  { caller, checkTexts },
) => {
  const [at, repId] = [now() - agoMs, caller.member._id]
  await openContact(repId, contactId)
  if (to.source?.note) await ensureKeepable([to.source.note], checkTexts, 'to.source.note')
  const own = to.groupIds?.length ? new Set((await listGroupsOf(repId)).map(({ _id }) => _id)) : null
  const said = own ? { ...to, groupIds: to.groupIds?.filter((id) => own.has(id)) ?? [] } : to
  let told: Pick<SheetWord, 'replaced' | 'late'> = { replaced: [], late: [] }
  const sheet = await reviseSheet(contactId, repId, (stored) => {
    const { change, replaced, late } = sayToSheet(stored, { from, to: said }, at)
    told = { replaced, late }
    return change
  })
  return { sheet: showSheet(sheet), ...told }
}
