// Which columns does HQ keep? Few, changed only as they were seen.
import { COLUMNS_MAX, type Column } from '@shared/domain/column'
import type { ColumnId } from '@shared/domain/ids'
import { collection, EVERYTHING } from '../collection'

const columns = collection<Column>('columns')

export const findColumn = (id: ColumnId): Promise<Column | null> => columns.get(id)

export const listColumns = (): Promise<Column[]> =>
  columns.find(EVERYTHING, { order: [['name', 'asc']], limit: COLUMNS_MAX })

/** False when one of that id is there. */
export const insertColumn = (column: Column): Promise<boolean> => columns.insertIfAbsent(column)

/** False when it has been saved since it was seen. */
export const changeColumn = async ({ _id, rev }: Pick<Column, '_id' | 'rev'>, to: Column): Promise<boolean> => {
  const { _id: _, ...rest } = to
  return (await columns.change({ _id, rev }, rest)) > 0
}

export const removeColumn = (id: ColumnId): Promise<number> => columns.remove({ _id: id })
