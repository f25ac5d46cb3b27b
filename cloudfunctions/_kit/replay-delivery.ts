// Somebody wants a telling again: with fresh tries, under the same id, once however often she asks.
import type { ShownDelivery } from '@shared/contracts/hook'
import { appendAudit } from './audit'
import { now } from './clock'
import { findDelivery, requeueDelivery } from './data/deliveries'
import { found, refusal } from './errors'
import { showDelivery } from './show-delivery'

type Asked = { deliveryId: string; replays: number; byId: Parameters<typeof appendAudit>[0]['byId']; byName: string }

export const replay = async ({ deliveryId, replays, byId, byName }: Asked): Promise<ShownDelivery> => {
  const delivery = found(await findDelivery(deliveryId), 'no-such-delivery', 'deliveryId')
  if (delivery.replays === replays + 1) return showDelivery(delivery) // this very request came before
  if (delivery.replays !== replays) throw refusal('stale-version', 'replays')
  if (delivery.state === 'waiting') throw refusal('delivery-waiting', 'deliveryId')
  const at = now()
  const act = { act: 'delivery.replayed' as const, byId, byName, of: `webhook.${delivery.webhookId}` }
  await appendAudit({ ...act, actId: `replay.${deliveryId}.${replays}`, facts: { deliveryId, replays } }, at)
  await requeueDelivery(delivery, at)
  return showDelivery(found(await findDelivery(deliveryId), 'no-such-delivery', 'deliveryId'))
}
