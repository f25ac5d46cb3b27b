// Which documents answer a query, and in what order? The planner's rows, a transaction's overlay, the rest of the filter.
import { CloudError } from '../errors'
import type { Engine, Row } from './engine'
import { matcher } from './filter'
import { sortKey } from './keys'
import { fullScan, type Order, type Plan, planQuery } from './plan'
import type { Overlay } from './transactions'
import { type Doc, decodeObject } from './values'

export type Found = { readonly id: Buffer; readonly body: string; readonly doc: Doc | undefined }
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

function* rowsOf(engine: Engine, request: FindRequest, plan: Plan): Iterable<Row> {
  const { collection, overlay, offset, limit } = request
  const enough = plan.sorted && plan.exact && !overlay?.size ? Math.min(BATCH, offset + limit) : BATCH
  const seen = plan.multikey ? new Set<string>() : undefined
  for (const row of engine.scan(collection, plan.scan, Math.max(1, enough))) {
    const name = seen || overlay?.size ? row.id.toString('latin1') : ''
    if (overlay?.has(`${collection}\u0000${name}`) || seen?.has(name)) continue
    seen?.add(name)
    yield row
  }
  for (const { id, body } of overlay?.values() ?? []) if (body !== undefined) yield { id, body }
}

const compareBy =
  (order: Order) =>
  (a: Found, b: Found): number => {
    for (const [field, direction] of order) {
      const difference = Buffer.compare(sortKey(a.doc, field, direction), sortKey(b.doc, field, direction))
      if (difference) return difference * direction
    }
    return Buffer.compare(a.id, b.id)
  }

export const find = (engine: Engine, request: FindRequest, plan: Plan): FindResult => {
  const overlaid = (request.overlay?.size ?? 0) > 0
  const matches = plan.exact && !overlaid ? undefined : matcher(request.filter)
  const inOrder = !overlaid && plan.sorted
  const found: Found[] = []
  let examined = 0
  for (const { id, body } of rowsOf(engine, request, plan)) {
    examined++
    const doc = matches || !inOrder ? decodeObject(body) : undefined
    if (matches && doc && !matches(doc)) continue
    found.push({ id, body, doc })
    if (inOrder && found.length >= request.offset + request.limit) break
  }
  if (!inOrder && request.order.length) found.sort(compareBy(request.order))
  return { found: found.slice(request.offset, request.offset + request.limit), examined }
}

export const docOf = (found: Found): Doc => found.doc ?? decodeObject(found.body)
