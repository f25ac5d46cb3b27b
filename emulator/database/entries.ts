// At which keys does a document stand in an index? One per combination of array elements, as MongoDB's multikey indexes.
import { requestFailed } from '../errors'
import type { StoredIndex } from './engine'
import { encodeKey, invert, valuesAt } from './keys'
import type { Doc } from './values'

export const indexEntries = (
  doc: Doc,
  index: Pick<StoredIndex, 'name' | 'keys'>,
): { keys: Buffer[]; multikey: boolean } => {
  let keys: Buffer[] = [Buffer.alloc(0)]
  let arrays = 0
  for (const [field, direction] of index.keys) {
    const values = valuesAt(doc, field).map(encodeKey)
    const parts = direction === 1 ? values : values.map(invert)
    if (parts.length > 1) arrays++
    if (arrays > 1) throw requestFailed(`cannot index parallel arrays in index ${index.name}`)
    keys = keys.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])))
  }
  const unique = new Map(keys.map((key) => [key.toString('latin1'), key]))
  return { keys: [...unique.values()], multikey: arrays > 0 || index.keys.some(([field]) => isEmptyArray(doc, field)) }
}

const isEmptyArray = (doc: Doc, field: string): boolean => {
  const [only] = valuesAt(doc, field)
  return only === undefined
}
