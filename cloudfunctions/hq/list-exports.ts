// Who took what out, and when? The latest first.
import { pageExports } from '../_kit/data/exports'
import type { Handler } from '../_kit/serve'

const PAGE = 50

export const listExports: Handler<'hq', 'export.list'> = async ({ cursor }) => {
  const { items, next } = await pageExports(cursor, PAGE)
  return {
    exports: items.map(({ _id, kind, byName, at, days, rows, isWhole }) => ({
      ...{ exportId: _id, kind, byName, at, days, rows, isWhole },
    })),
    next,
  }
}
