// How do we talk to the document database? Every trap of the SDK is met here once, so data modules cannot fall into it.
import { type Command, database } from './cloud'
import { countRequest } from './counted'
import { inPace } from './pace'

type Query = ReturnType<ReturnType<ReturnType<typeof database>['collection']>['where']>
type Scalar = string | number | boolean | null
/** A comparison or a guarded change, made when the query runs. */
export type Operator = (_: Command) => unknown

export const below =
  (value: number | string): Operator =>
  (_) =>
    _.lt(value)
export const upTo =
  (value: number): Operator =>
  (_) =>
    _.lte(value)
export const above =
  (value: number | string): Operator =>
  (_) =>
    _.gt(value)
export const oneOf =
  (values: readonly Scalar[]): Operator =>
  (_) =>
    _.in(values)
export const raisedTo =
  (value: number): Operator =>
  (_) =>
    _.max(value)
export const loweredTo =
  (value: number): Operator =>
  (_) =>
    _.min(value)
/** Added to what is there; a missing field counts as 0. */
export const addedTo =
  (value: number): Operator =>
  (_) =>
    _.inc(value)

export type Condition<T> = { [K in keyof T]?: Scalar | Operator }
/** Said out loud, because an empty condition is almost always a mistake. */
export const EVERYTHING = 'everything'
export type Change<T> = { [K in keyof T]?: T[K] | Operator } & { [path: `${string}.${string}`]: Scalar | Operator }
export type Order<T> = readonly (readonly [field: keyof T & string, direction: 'asc' | 'desc'])[]
export type Asked<T, K extends keyof T> = { order?: Order<T>; limit?: number; fields?: readonly K[] }

/** The SDK and the platform give at most this many documents at once. */
export const FIND_MAX = 1000

const isOperator = (value: unknown): value is Operator => typeof value === 'function'

/** The SDK drops `{}` and undefined from a condition, which then matches everything: refuse both. */
const conditionOf = (condition: object): Record<string, unknown> => {
  const entries = Object.entries(condition)
  if (!entries.length) throw new Error('A condition must not be empty')
  const { command } = database()
  return Object.fromEntries(
    entries.map(([field, test]) => {
      if (isOperator(test)) return [field, test(command)]
      if (test === undefined || (typeof test === 'object' && test !== null))
        throw new Error(`The condition on ${field} must be a plain value or an operator`)
      return [field, test]
    }),
  )
}

/**
 * Every plain value replaces: without `set` the SDK would merge objects key by key and lose empty ones. What is undefined
 * stays as it is stored; the SDK would drop it without a word, and of nothing else would answer that it was done.
 */
const changeOf = (change: object): Record<string, unknown> => {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined)
  if (!entries.length) throw new Error('A change must not be empty')
  const { command } = database()
  return Object.fromEntries(
    entries.map(([field, value]) => [field, isOperator(value) ? value(command) : command.set(value)]),
  )
}

/** The SDK makes 100 of 0 and 1000 of anything above, both without a word. */
const limitOf = ({ limit = FIND_MAX }: { limit?: number }): number => {
  if (!Number.isInteger(limit) || limit < 0 || limit > FIND_MAX)
    throw new Error(`A limit must be from 0 to ${FIND_MAX}, not ${limit}`)
  return limit
}

const isDuplicate = (error: unknown): boolean => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  return code === 'DATABASE_DUPLICATE_WRITE' || /E11000/.test(String(message))
}

export type Collection<T extends { _id: string }> = ReturnType<typeof collection<T>>

export const collection = <T extends { _id: string }>(name: string) => {
  /** Asked for once in each request, which is counted here. */
  const all = async () => {
    await inPace()
    countRequest()
    return database().collection(name)
  }

  const find = async <K extends keyof T = keyof T>(
    condition: Condition<T> | typeof EVERYTHING,
    asked: Asked<T, K> = {},
  ) => {
    const limit = limitOf(asked)
    if (!limit) return [] as Pick<T, K | '_id'>[]
    let query: Query = condition === EVERYTHING ? await all() : (await all()).where(conditionOf(condition))
    for (const [field, direction] of asked.order ?? []) query = query.orderBy(field, direction)
    if (asked.fields) query = query.field(Object.fromEntries(asked.fields.map((field) => [field, true])))
    const { data } = await query.limit(limit).get()
    return data as Pick<T, K | '_id'>[]
  }

  return {
    get: async (id: T['_id']): Promise<T | null> => {
      const { data } = await (await all()).doc(id).get()
      return (data as T[])[0] ?? null
    },

    find,

    /** In no particular order; unknown ids are simply not there. */
    findMany: async <K extends keyof T = keyof T>(ids: readonly T['_id'][], fields?: readonly K[]) =>
      ids.length
        ? find<K>({ _id: oneOf([...new Set(ids)]) } as Condition<T>, fields ? { fields } : {})
        : ([] as Pick<T, K | '_id'>[]),

    count: async (condition: Condition<T>): Promise<number> => {
      const { total } = await (await all()).where(conditionOf(condition)).count()
      return Number(total)
    },

    /** False when a document of that _id is already there; it stays as it is. */
    insertIfAbsent: async (doc: T): Promise<boolean> => {
      try {
        await (await all()).add({ ...doc })
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },

    /** All of them in one request; false when one of them was there before: then some may have been inserted. */
    insertAll: async (docs: readonly T[]): Promise<boolean> => {
      try {
        await (await all()).add(docs.map((doc) => ({ ...doc })))
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },

    put: async ({ _id, ...rest }: T): Promise<void> => {
      await (await all()).doc(_id).set(rest)
    },

    /** How many documents met the condition and were changed. */
    change: async (condition: Condition<T>, change: Change<T>): Promise<number> => {
      const { updated } = await (await all()).where(conditionOf(condition)).update(changeOf(change))
      return Number(updated)
    },

    remove: async (condition: Condition<T>): Promise<number> => {
      const { deleted } = await (await all()).where(conditionOf(condition)).remove()
      return Number(deleted)
    },
  }
}
