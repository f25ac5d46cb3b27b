// Which addresses are told what happened, and do they listen?
import { countDeliveries } from '../_kit/data/deliveries'
import { listHooks } from '../_kit/data/webhooks'
import type { Handler } from '../_kit/serve'

export const listWebhooks: Handler<'hq', 'webhook.list'> = async () => {
  const hooks = (await listHooks()).sort((a, b) => a.at - b.at)
  const counts = await Promise.all(
    hooks.flatMap(({ _id }) => [countDeliveries(_id, 'waiting'), countDeliveries(_id, 'dead')]),
  )
  return {
    webhooks: hooks.map(({ _id, rev, name, url, events, on, byName, at, offReason, lastOkAt, lastFailedAt }, n) => ({
      ...{ webhookId: _id, rev, name, url, events, on, byName, at, offReason, lastOkAt, lastFailedAt },
      ...{ waiting: counts[2 * n] ?? 0, dead: counts[2 * n + 1] ?? 0 },
    })),
  }
}
