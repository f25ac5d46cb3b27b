// Which columns does HQ keep, and when is each due?
import type { ShownColumn } from '@shared/contracts/calendar'
import type { Column } from '@shared/domain/column'
import { listColumns as findColumns } from '../_kit/data/columns'
import type { Handler } from '../_kit/serve'
import { orNull, showImages } from '../_kit/show'

export const showColumns = async (columns: readonly Column[]): Promise<ShownColumn[]> => {
  const show = await showImages(columns.map(({ cover }) => cover))
  return columns.map(({ _id, name, weekdays, time, channels, topicHint, about, cover, updatedAt, rev }) => ({
    ...{ columnId: _id, name, weekdays, time, channels, topicHint, about, updatedAt, rev },
    ...{ coverId: cover?.imageId ?? null, cover: orNull(cover, show) },
  }))
}

export const listColumns: Handler<'hq', 'column.list'> = async () => ({
  columns: await showColumns(await findColumns()),
})
