// Who took which table out, and when?
import type { Export } from '@shared/domain/export'
import type { ExportId } from '@shared/domain/ids'
import { collection, EVERYTHING, raisedTo } from '../collection'
import { type Page, pageNewest } from '../page'

const exports_ = collection<Export>('exports')

export const findExport = (id: ExportId): Promise<Export | null> => exports_.get(id)

/** False when one of that id is there. */
export const insertExport = (one: Export): Promise<boolean> => exports_.insertIfAbsent(one)

/** So many rows have been given; a page asked for again changes nothing. */
export const noteRows = (_id: ExportId, rows: number, isWhole: boolean): Promise<number> =>
  exports_.change({ _id }, { rows: raisedTo(rows), ...(isWhole && { isWhole }) })

export const pageExports = (cursor: string | undefined, size: number): Promise<Page<Export>> =>
  pageNewest(exports_, EVERYTHING, { by: 'at', cursor, size })
