// Which documents answer a query, and in what order? The planner's rows, a transaction's overlay, the rest of the filter.
import { CloudError } from '../errors'
import type { Engine, Row } from './engine'
import { matcher } from './filter'
import { encodeKey, sortKey } from './keys'
import { fullScan, type Order, type Plan, planQuery } from './plan'
import { type Overlay, overlayKey } from './transactions'
import { type Doc, decodeStored } from './values'

/** `row` is unknown for what only a transaction has written. */
export type Found = { readonly row: number | undefined; readonly body: string; readonly doc: Doc | undefined }
export type FindRequest = {
  readonly collection: string
  readonly filter: Doc
  readonly order: Order
  readonly offset: number
  readonly limit: number
  readonly overlay?: Overlay | undefined
}
export type FindResult = { readonly found: Found[]; readonly examined: number }

const BATCH = 256

/** The plan, or the loud refusal of a query that would scan the collection in production. */
export const planOrRefuse = (engine: Engine, collection: string, filter: Doc, order: Order, strict: boolean): Plan => {
  const plan = planQuery(engine.indexes(collection), filter, order)
  if (plan) return plan
  if (!strict) return fullScan()
  const asked = JSON.stringify(filter)
  const sorted = order.length ? ` ordered by ${JSON.stringify(order)}` : ''
  throw new CloudError(
    'EMULATOR_NO_INDEX',
    `No index of '${collection}' in shared/schema.ts serves ${asked}${sorted}. Add one, or query by an indexed field.`,
  )
}

const candidates = (engine: Engine, collection: string, plan: Plan, batch: number): Iterable<Row> => {
  if (!plan.id) return engine.scan(collection, plan.scan, batch)
  const row = engine.get(collection, plan.id)
  return row ? [row] : []
}

type Candidate = Row | { readonly row: undefined; readonly body: string }

function* rowsOf(engine: Engine, request: FindRequest, plan: Plan): Iterable<Candidate> {
  const { collection, overlay, offset, limit } = request
  const enough = plan.sorted && plan.exact && !overlay?.size ? Math.min(BATCH, offset + limit) : BATCH
  const seen = plan.multikey ? new Set<number>() : undefined
  for (const row of candidates(engine, collection, plan, Math.max(1, enough))) {
    if (seen?.has(row.row)) continue
    seen?.add(row.row)
    if (overlay?.size && overlay.has(overlayKey(collection, idOf(decodeStored(row.body))))) continue
    yield row
  }
  for (const { body } of overlay?.values() ?? []) if (body !== undefined) yield { row: undefined, body }
}

/** The bytes an _id is known by. */
export const idOf = (doc: Doc | undefined): Buffer => encodeKey(doc?._id)

const compareBy =
  (order: Order) =>
  (a: Found, b: Found): number => {
    for (const [field, direction] of order) {
      const difference = Buffer.compare(sortKey(a.doc, field, direction), sortKey(b.doc, field, direction))
      if (difference) return difference * direction
    }
    return Buffer.compare(idOf(a.doc), idOf(b.doc))
  }

export const find = (engine: Engine, request: FindRequest, plan: Plan): FindResult => {
  const overlaid = (request.overlay?.size ?? 0) > 0
  const matches = plan.exact && !overlaid ? undefined : matcher(request.filter)
  const inOrder = !overlaid && plan.sorted
  const found: Found[] = []
  let examined = 0
  for (const { row, body } of rowsOf(engine, request, plan)) {
    examined++
    const doc = matches || !inOrder ? decodeStored(body) : undefined
    if (matches && doc && !matches(doc)) continue
    found.push({ row, body, doc })
    if (inOrder && found.length >= request.offset + request.limit) break
  }
  if (!inOrder && request.order.length) found.sort(compareBy(request.order))
  return { found: found.slice(request.offset, request.offset + request.limit), examined }
}

export const docOf = (found: Found): Doc => found.doc ?? decodeStored(found.body)
