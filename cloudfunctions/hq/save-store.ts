// A store is made, renamed or moved to another region. Its firm stays: customers agreed to that one.
import type { Store } from '@shared/domain/member'
import { findStore, listStores } from '../_kit/data/members'
import { findRegion, putStore } from '../_kit/data/org'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showStore } from '../_kit/show-org'
import { signed } from '../_kit/signed'

const isSame = (a: Store, b: Store): boolean => JSON.stringify(showStore(a)) === JSON.stringify(showStore(b))

/** Whoever sees it otherwise has it from before. */
const ensureFits = async (after: Store, before: Store | null): Promise<void> => {
  if (after.regionId) found(await findRegion(after.regionId), 'no-such-region', 'regionId')
  const isOtherFirm = before && (before.company !== after.company || before.brand !== after.brand)
  if (isOtherFirm) throw refusal('firm-stays', 'company')
  const stores = await listStores()
  if (stores.some(({ _id, name }) => _id !== after._id && name === after.name)) throw refusal('name-in-use', 'name')
}

export const saveStore: Handler<'hq', 'store.save'> = async ({ storeId, rev, store }, { caller: { member: by } }) => {
  const before = await findStore(storeId)
  const after: Store = { _id: storeId, ...store, rev: rev + 1 }
  if (before && isSame(before, after)) return showStore(before)
  if (rev > 0) found(before, 'no-such-store', 'storeId')
  if ((before?.rev ?? 0) !== rev) throw refusal('stale-version', 'rev')
  await ensureFits(after, before)
  const { name, company, kind, regionId } = store
  const facts = { name, company, kind, region: regionId, was: before?.name ?? null, wasIn: before?.regionId ?? null }
  await signed({ by, act: 'store.saved', of: `store.${storeId}`, rev, facts }, () => putStore(after, before))
  return showStore(after)
}
