// A column comes no longer; asked twice it is simply gone. Posts that stood in it keep its name.
import { findColumn, removeColumn } from '../_kit/data/columns'
import type { Handler } from '../_kit/serve'
import { signed } from '../_kit/signed'

export const dropColumn: Handler<'hq', 'column.drop'> = async ({ columnId }, { caller: { member } }) => {
  const column = await findColumn(columnId)
  if (!column) return { dropped: false }
  const { name, time, rev, updatedAt } = column
  const signing = { by: member, act: 'column.dropped' as const, of: `column.${columnId}`, rev }
  await signed({ ...signing, facts: { name, time, at: updatedAt } }, async () => {
    await removeColumn(columnId)
    return true
  })
  return { dropped: true }
}
