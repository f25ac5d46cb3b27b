// An editor keeps a column; saved only over what she saw.
import type { Parsed } from '@shared/contracts'
import { COLUMNS_MAX, type Column } from '@shared/domain/column'
import type { ImageId } from '@shared/domain/ids'
import type { PostImage } from '@shared/domain/post'
import { now } from '../_kit/clock'
import { changeColumn, findColumn, insertColumn, listColumns } from '../_kit/data/columns'
import { findPostImages } from '../_kit/data/images'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { signed } from '../_kit/signed'
import { showColumns } from './list-columns'

type Words = Parsed<'hq', 'column.save'>['column']

const findCover = async (id: ImageId | null): Promise<PostImage | null> => {
  if (id === null) return null
  const cover = (await findPostImages([id])).get(id)
  if (!cover) throw refusal('unknown-image', id)
  return cover
}

const wordsOf = ({ name, weekdays, time, channels, topicHint, about }: Column, cover: PostImage | null) =>
  JSON.stringify([name, weekdays, time, channels, topicHint, about, cover?.imageId ?? null])

/** Saved by this very request before, whose answer was lost? */
const isSavedAs = (stored: Column | null, column: Column): stored is Column =>
  stored !== null &&
  stored.rev === column.rev &&
  stored.updatedBy === column.updatedBy &&
  wordsOf(stored, stored.cover) === wordsOf(column, column.cover)

const show = async (column: Column) => found((await showColumns([column]))[0], 'no-such-column')

const ensureOwnName = async ({ name }: Words, asked: Pick<Column, '_id' | 'rev'>): Promise<void> => {
  const columns = await listColumns()
  if (columns.some((other) => other._id !== asked._id && other.name === name))
    throw refusal('column-name-taken', 'column')
  if (asked.rev === 0 && columns.length >= COLUMNS_MAX) throw refusal('too-many-columns', 'columnId')
}

export const saveColumn: Handler<'hq', 'column.save'> = async ({ columnId, rev, column }, { caller: { member } }) => {
  const { coverId, ...words } = column
  await ensureOwnName(column, { _id: columnId, rev })
  const after: Column = {
    ...{ ...words, _id: columnId, weekdays: [...new Set(words.weekdays)].sort(), cover: await findCover(coverId) },
    ...{ updatedAt: now(), updatedBy: member._id, rev: rev + 1 },
  }
  const stored = await findColumn(columnId)
  const isStale = (stored?.rev ?? 0) !== rev
  if (isSavedAs(stored, after)) return show(stored)
  if (rev > 0) found(stored, 'no-such-column', 'columnId')
  if (isStale) throw refusal('stale-version', 'rev')
  const facts = { name: after.name, weekdays: after.weekdays.join(' '), time: after.time }
  await signed(
    { by: member, act: 'column.saved', after: 'column.dropped', of: `column.${columnId}`, rev, facts },
    () => (rev === 0 ? insertColumn(after) : changeColumn({ _id: columnId, rev }, after)),
    refusal('stale-version', 'rev'),
  )
  return show(after)
}
