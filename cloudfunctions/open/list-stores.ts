// Which stores are there, and how many reps work in each?
import { countRepsByStore, listStores as findStores } from '../_kit/data/members'
import type { OpenHandlers } from '../_kit/serve-http'

export const listStores: OpenHandlers['stores.list'] = async () => {
  const [stores, reps] = await Promise.all([findStores(), countRepsByStore()])
  return {
    stores: stores.map(({ _id, name, company, kind }) => ({
      ...{ storeId: _id, name, company, kind, reps: reps.get(_id) ?? 0 },
    })),
  }
}
