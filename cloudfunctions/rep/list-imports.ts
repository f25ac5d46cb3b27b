// Which lists of names did she bring along lately, and may she still take them back?
import { IMPORT_UNDO_MS, IMPORTS_SHOWN } from '@shared/domain/contact-import'
import { now } from '../_kit/clock'
import { listImportsOf } from '../_kit/data/contact-imports'
import type { Handler } from '../_kit/serve'

export const listImports: Handler<'rep', 'contact.imports'> = async (_, { caller: { member } }) => ({
  imports: (await listImportsOf(member._id, IMPORTS_SHOWN)).map(({ _id, at, rows, undoneAt }) => ({
    ...{ importId: _id, at, undoneAt },
    made: rows.filter(({ made }) => made).length,
    merged: rows.filter(({ made }) => !made).length,
    mayUndo: undoneAt === null && now() - at < IMPORT_UNDO_MS,
  })),
})
