// A column as its readers see it.
import type { Output } from '@shared/contracts'
import type { ColumnId, ShareToken } from '@shared/domain/ids'
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type ColumnPage = Output<'reader', 'column.see'>

/** token: the share she came by, so that she sees what her adviser has. */
export const useColumnPage = (columnId: ColumnId, token: ShareToken | undefined) =>
  useQuery({
    queryKey: ['reader', 'column.see', columnId, token ?? ''],
    queryFn: () => call('reader', 'column.see', { columnId, ...(token && { token }) }),
  })
