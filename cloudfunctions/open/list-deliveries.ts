// What was an address told, and what did it answer? The latest first.
import { pageDeliveries } from '../_kit/data/deliveries'
import type { OpenHandlers } from '../_kit/serve-http'
import { showDelivery } from '../_kit/show-delivery'

const PAGE = 50

export const listDeliveries: OpenHandlers['deliveries.list'] = async ({ webhookId, cursor }) => {
  const { items, next } = await pageDeliveries(webhookId, cursor, PAGE)
  return { deliveries: items.map(showDelivery), next }
}
