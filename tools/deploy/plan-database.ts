// Which collections and indexes are to be made, closed, replaced or dropped?
import type { Index } from '@shared/schema'
import { CLOSED, type Found, type Step, type Wanted } from './state'

const shapeOf = ({ keys, unique }: Index): string => JSON.stringify([keys, unique ?? false])
export const wordIndex = ({ name, keys, unique }: Index): string =>
  `${name}(${keys.map(([field, direction]) => (direction === 1 ? field : `-${field}`)).join(', ')})${unique ? ' unique' : ''}`

/** Every collection has it by itself, whatever the platform calls it. */
const isOfIds = ({ keys }: Index): boolean => keys.length === 1 && keys[0]?.[0] === '_id'
const planIndexes = (of: string, wanted: readonly Index[], found: readonly Index[]): Step[] =>
  wanted.flatMap((index): Step[] => {
    const there = found.find(({ name }) => name === index.name)
    if (!there) return [{ do: 'create index', of, index, why: 'queries of ours go by it' }]
    return shapeOf(there) === shapeOf(index)
      ? []
      : [
          {
            do: 'replace index',
            of,
            index,
            why: `it is ${wordIndex(there)}; queries go without it until it is made anew`,
          },
        ]
  })

export const planCollections = (wanted: Wanted, found: Found): Step[] =>
  wanted.collections.flatMap(({ name: of, indexes }): Step[] => {
    const there = found.collections.find(({ name }) => name === of)
    const create: Step[] = there ? [] : [{ do: 'create collection', of, why: 'writing to it would not create it' }]
    // a place that has rules for its files has them for its collections; the local cloud has none
    const open = there ? there.acl !== null && there.acl !== CLOSED : found.storageAcl !== null
    const close: Step[] = open
      ? [
          {
            do: 'close collection',
            of,
            why: `only functions may read and write it${there ? `; it is ${there.acl}` : ''}`,
          },
        ]
      : []
    return [...create, ...close, ...planIndexes(of, indexes, there?.indexes ?? [])]
  })

export const staleIndexes = (wanted: Wanted, found: Found): Step[] =>
  found.collections.flatMap(({ name: of, indexes }) => {
    const ours = wanted.collections.find(({ name }) => name === of)
    if (!ours) return []
    return indexes
      .filter((index) => !isOfIds(index) && !ours.indexes.some(({ name }) => name === index.name))
      .map(
        (index): Step => ({ do: 'drop index', of, index, why: 'no query of ours goes by it; every write pays for it' }),
      )
  })
