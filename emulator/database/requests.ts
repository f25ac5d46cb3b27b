// What does a database request say? Its fields as the SDK sends them, checked and decoded.
import { CloudError, invalidParam } from '../errors'
import { assertFilter } from './filter'
import type { Order } from './plan'
import { type Doc, decodeObject } from './values'

export type Params = { readonly [name: string]: unknown }

const MAX_LIMIT = 1000

export const textOf = (params: Params, name: string): string => {
  const value = params[name]
  if (typeof value !== 'string' || !value) throw invalidParam(`${name} is required`)
  return value
}

/** The filter, and whether the caller wrote one at all. */
export const filterOf = (params: Params, now: number): { filter: Doc; given: boolean } => {
  const given = typeof params.query === 'string' && params.query !== ''
  const filter = given ? decodeObject(params.query as string, now) : {}
  assertFilter(filter)
  return { filter, given }
}

const EMPTY = 'The SDK drops conditions such as {a:{}}, and what is left matches every document.'

/** A filter the SDK emptied must never reach all documents. */
export const refuseEmpty = (filter: Doc, what: string): void => {
  if (Object.keys(filter).length) return
  throw new CloudError('EMULATOR_EMPTY_FILTER', `An empty filter in ${what}. ${EMPTY}`)
}

export const orderOf = (params: Params): Order => {
  if (typeof params.order !== 'string' || !params.order) return []
  return Object.entries(decodeObject(params.order)).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw invalidParam(`the order of ${field} must be 1 or -1`)
    return [field, direction] as const
  })
}

const countOf = (params: Params, name: string, fallback: number): number => {
  const value = params[name] ?? fallback
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidParam(`${name} must be a natural number`)
  return value
}

export const windowOf = (params: Params): { offset: number; limit: number } => {
  const limit = countOf(params, 'limit', 100)
  // the SDK itself makes 100 of 0 and 1000 of more: _kit/collection.ts refuses both before
  if (limit < 1 || limit > MAX_LIMIT) throw invalidParam(`limit ${limit} is not from 1 to ${MAX_LIMIT}`)
  return { offset: countOf(params, 'offset', 0), limit }
}
