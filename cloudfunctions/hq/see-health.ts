// How strong are the four forces, and where does the chain from link to income hold, as a whole and by store or region?
import { healthOf } from '@shared/domain/health'
import { groupBy, together } from '@shared/domain/work-rows'
import type { Handler } from '../_kit/serve'
import { headOf, partFor, regionNames, storesOfSpan } from '../_kit/work-scope'

export const seeHealth: Handler<'hq', 'work.health'> = async ({ per, span }, { caller: { member } }) => {
  const part = await partFor(member)
  const [head, all, regionOf] = await Promise.all([headOf(part, span), storesOfSpan(part, span), regionNames(part)])
  const names = new Map<string, string>(part.stores.map(({ _id, name }) => [_id, name]))
  for (const { _id } of part.stores) names.set(regionOf(_id)?._id ?? '', regionOf(_id)?.name ?? '')
  const groups = groupBy(all, ({ storeId }) => (per === 'store' ? storeId : (regionOf(storeId)?._id ?? '')))
  const rows = [...groups]
    .map(([id, own]) => ({
      id,
      name: names.get(id) ?? '',
      row: together(
        own.map(({ sums }) => sums),
        false,
      ),
    }))
    .sort((a, b) => (b.row.opened ?? 0) - (a.row.opened ?? 0))
  const { received: _, ...whole } = together(
    all.map(({ sums }) => sums),
    false,
  )
  return {
    ...head,
    ...healthOf(whole),
    rows: rows.map(({ id, name, row: { received: __, ...counts } }) => ({ id, name, ...healthOf(counts) })),
  }
}
