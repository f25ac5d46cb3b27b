// Her own names as text she can keep: one line each, what a spreadsheet would run made harmless.
import type { ExportId } from '@shared/domain/ids'
import { safeCell } from '@shared/domain/table-cell'
import { call } from '@/platform/call'
import { mintId } from '@/platform/mint'

export type TakenAlong = { count: number; text: string }

const lineOf = ({ remark, tags }: { remark: string; tags: readonly string[] }): string =>
  [remark, ...tags].map((cell) => String(safeCell(cell) ?? '')).join('，')

/** In portions; what is written down in the log before the first is one act, however many follow. */
export const takeAlong = async (): Promise<TakenAlong> => {
  const exportId = mintId() as ExportId
  const lines: string[] = []
  let cursor: string | undefined
  do {
    const { names, next } = await call('rep', 'contact.export', { exportId, ...(cursor && { cursor }) })
    lines.push(...names.filter(({ remark }) => remark !== '').map(lineOf))
    cursor = next ?? undefined
  } while (cursor !== undefined)
  return { count: lines.length, text: lines.join('\n') }
}
