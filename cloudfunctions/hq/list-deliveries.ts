// What was this address told, and what did it answer? The latest first.
import { pageDeliveries } from '../_kit/data/deliveries'
import type { Handler } from '../_kit/serve'
import { showDelivery } from '../_kit/show-delivery'

const PAGE = 50

export const listDeliveries: Handler<'hq', 'delivery.list'> = async ({ webhookId, cursor }) => {
  const { items, next } = await pageDeliveries(webhookId, cursor, PAGE)
  return { deliveries: items.map(showDelivery), next }
}
