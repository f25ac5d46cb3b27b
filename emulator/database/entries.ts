// At which keys does a document stand in an index? One per combination of array elements, as MongoDB's multikey indexes.
import { requestFailed } from '../errors'
import type { StoredIndex } from './engine'
import { encodeKeys, valuesAt } from './keys'
import type { Doc } from './values'

export const indexEntries = (
  doc: Doc,
  index: Pick<StoredIndex, 'name' | 'keys'>,
): { keys: Buffer[]; multikey: boolean } => {
  const directions = index.keys.map(([, direction]) => direction)
  const fields = index.keys.map(([field]) => valuesAt(doc, field))
  const arrays = fields.filter((values) => values.length > 1).length
  if (arrays > 1) throw requestFailed(`cannot index parallel arrays in index ${index.name}`)
  // a missing element is what an empty array leaves
  const multikey = arrays > 0 || fields.some(([only]) => only === undefined)
  if (!arrays) {
    const single = fields.map(([value]) => value)
    return { keys: [encodeKeys(single, directions)], multikey }
  }
  let combinations: unknown[][] = [[]]
  for (const values of fields)
    combinations = combinations.flatMap((prefix) => values.map((value) => [...prefix, value]))
  const keys = combinations.map((values) => encodeKeys(values, directions))
  return { keys: [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()], multikey }
}
