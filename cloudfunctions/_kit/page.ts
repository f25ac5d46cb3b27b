// What comes next? Pages follow an index from a cursor, so that a page costs the same however deep it is.
import { above, below, type Collection, type Condition, EVERYTHING, FIND_MAX, type Order } from './collection'
import { AppError } from './errors'

/** The last line of the page before: its instant or other whole number, and its _id for lines of the same. */
type Cursor = { at: number; id: string }
export type Page<T> = { items: T[]; next: string | null }

const readCursor = (text: string | undefined): Cursor | null => {
  if (text === undefined) return null
  const found = /^(-?\d{1,15})!([\w.-]{1,140})$/.exec(text)
  if (!found?.[1] || !found[2]) throw new AppError('invalid', 'bad-cursor', 'cursor')
  return { at: Number(found[1]), id: found[2] }
}

/** Newest first by `by`; the index must end in [by, -1], ['_id', -1]. fields: only these, `by` among them. */
export const pageNewest = async <T extends { _id: string }, K extends keyof T = keyof T>(
  collection: Collection<T>,
  condition: Condition<T> | typeof EVERYTHING,
  asked: { by: keyof T & string; cursor: string | undefined; size: number; fields?: readonly K[] },
): Promise<Page<Pick<T, K | '_id'>>> => {
  const { by, size, fields } = asked
  const cursor = readCursor(asked.cursor)
  const order: Order<T> = [
    [by, 'desc'],
    ['_id', 'desc'],
  ]
  const base = condition === EVERYTHING ? {} : condition
  const items: Pick<T, K | '_id'>[] = []
  const find = (of: Condition<T> | typeof EVERYTHING, limit: number) =>
    collection.find<K>(of, { order, limit, ...(fields && { fields }) })
  if (cursor) {
    const same = { ...base, [by]: cursor.at, _id: below(cursor.id) }
    items.push(...(await find(same, size + 1)))
  }
  if (items.length <= size) {
    const older = cursor ? { ...base, [by]: below(cursor.at) } : condition
    items.push(...(await find(older, size + 1 - items.length)))
  }
  const shown = items.slice(0, size)
  const last = shown.at(-1)
  return { items: shown, next: items.length > size && last ? `${Number(Reflect.get(last, by))}!${last._id}` : null }
}

/** Every document that meets the condition, by _id, in portions: so many that none comes near the platform's 1 MB a reply. */
export const readAll = async <T extends { _id: string }, K extends keyof T>(
  collection: Collection<T>,
  condition: Condition<T>,
  fields: readonly K[],
  size = FIND_MAX,
): Promise<Pick<T, K | '_id'>[]> => {
  const all: Pick<T, K | '_id'>[] = []
  for (let after = ''; ; ) {
    const portion = await collection.find(
      { ...condition, ...(after && { _id: above(after) }) },
      {
        order: [['_id', 'asc']],
        limit: size,
        fields,
      },
    )
    all.push(...portion)
    const last = portion.at(-1)
    if (!last || portion.length < size) return all
    after = last._id
  }
}

/** The next documents in the order of a number and, within it, of _id; the index must end in [by, 1], ['_id', 1]. */
export const pageOldest = async <T extends { _id: string }, K extends keyof T>(
  collection: Collection<T>,
  condition: Condition<T>,
  after: { by: keyof T & string; at: number; id: string; size: number; fields: readonly K[] },
): Promise<Pick<T, K | '_id'>[]> => {
  const { by, at, id, size, fields } = after
  const order: Order<T> = [
    [by, 'asc'],
    ['_id', 'asc'],
  ]
  const same = await collection.find<K>({ ...condition, [by]: at, _id: above(id) }, { order, limit: size, fields })
  if (same.length >= size) return same
  const later = { ...condition, [by]: above(at) }
  return [...same, ...(await collection.find<K>(later, { order, limit: size - same.length, fields }))]
}
