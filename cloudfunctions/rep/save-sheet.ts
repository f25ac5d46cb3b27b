// She writes fields of a contact's sheet: each by itself, so that what two phones of hers say meets without loss.
import { mergeSheet, type SheetMerge } from '@shared/domain/sheet-merge'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { listGroupsOf } from '../_kit/data/groups'
import { reviseSheet } from '../_kit/data/sheets'
import { ensureKeepable } from '../_kit/keepable'
import type { Handler } from '../_kit/serve'
import { showSheet } from '../_kit/show-file'

export const saveSheet: Handler<'rep', 'sheet.save'> = async ({ contactId, from, to }, { caller, checkTexts }) => {
  const [at, repId] = [now(), caller.member._id]
  await openContact(repId, contactId)
  if (to.source?.note) await ensureKeepable([to.source.note], checkTexts, 'to.source.note')
  const own = to.groupIds?.length ? new Set((await listGroupsOf(repId)).map(({ _id }) => _id)) : null
  const said = own ? { ...to, groupIds: to.groupIds?.filter((id) => own.has(id)) ?? [] } : to
  let replaced: SheetMerge['replaced'] = []
  const sheet = await reviseSheet(contactId, repId, (stored) => {
    const merge = mergeSheet(stored, { from, to: said }, at)
    replaced = merge.replaced
    return merge.change
  })
  return { sheet: showSheet(sheet), replaced }
}
