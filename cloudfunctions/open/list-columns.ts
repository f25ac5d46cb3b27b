// Which series at fixed hours are there?
import { listColumns as findColumns } from '../_kit/data/columns'
import type { OpenHandlers } from '../_kit/serve-http'

export const listColumns: OpenHandlers['columns.list'] = async () => ({
  columns: (await findColumns()).map(({ _id, name, weekdays, time, channels, about }) => ({
    ...{ columnId: _id, name, weekdays, time, channels, about },
  })),
})
