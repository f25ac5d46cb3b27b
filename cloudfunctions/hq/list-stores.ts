// Which stores can a post be for, and how many reps does each have?
import { countRepsByStore, listStores as findStores } from '../_kit/data/members'
import type { Handler } from '../_kit/serve'

export const listStores: Handler<'hq', 'store.list'> = async () => {
  const [stores, reps] = await Promise.all([findStores(), countRepsByStore()])
  return {
    stores: stores.map(({ _id, name, company }) => ({ storeId: _id, name, company, reps: reps.get(_id) ?? 0 })),
  }
}
