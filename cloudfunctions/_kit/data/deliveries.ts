// What is still to be told, what was, and what nobody heard? One document per event and address.
import type { WebhookId } from '@shared/domain/ids'
import type { Delivery, Settled } from '@shared/domain/webhook'
import { below, collection, FIND_MAX, upTo } from '../collection'
import { type Page, pageNewest } from '../page'

const deliveries = collection<Delivery>('deliveries')

/** So long a telling is kept, also for playing it again. */
export const DELIVERIES_KEPT_MS = 30 * 86_400_000

export const findDelivery = (id: string): Promise<Delivery | null> => deliveries.get(id)

/** False when this event is queued for this address already. */
export const insertDelivery = (delivery: Delivery): Promise<boolean> => deliveries.insertIfAbsent(delivery)

/** Which of these are there already? A thousand at once at most. */
export const whichAreQueued = async (ids: readonly string[]): Promise<Set<string>> =>
  new Set((await deliveries.findMany(ids.slice(0, FIND_MAX), ['state'])).map(({ _id }) => _id))

/** Those longest due first. */
export const listDue = (now: number, limit: number): Promise<Delivery[]> =>
  deliveries.find({ state: 'waiting', nextAt: upTo(now) }, { order: [['nextAt', 'asc']], limit })

/** How many are still to be told, and since when the one that waits longest is due. */
export const countWaitingDeliveries = (): Promise<number> => deliveries.count({ state: 'waiting' })
export const oldestDueDelivery = async (now: number): Promise<number | null> =>
  (await listDue(now, 1))[0]?.nextAt ?? null

/** False when somebody else is trying it; who has it loses it at `until`, should she die over it. */
export const claimDelivery = async (
  { _id, nextAt, tries }: Pick<Delivery, '_id' | 'nextAt' | 'tries'>,
  until: number,
): Promise<boolean> =>
  (await deliveries.change({ _id, state: 'waiting', nextAt, tries }, { nextAt: until, tries: tries + 1 })) > 0

/** Only as it was claimed: whoever had it longer than allowed no longer decides. */
export const settleDelivery = async (
  { _id, tries, nextAt }: Pick<Delivery, '_id' | 'tries' | 'nextAt'>,
  to: Settled,
): Promise<boolean> => (await deliveries.change({ _id, state: 'waiting', tries, nextAt }, to)) > 0

/** False when it has been played again since it was seen, or waits already. */
export const requeueDelivery = async (
  { _id, state, replays }: Pick<Delivery, '_id' | 'state' | 'replays'>,
  now: number,
): Promise<boolean> =>
  (await deliveries.change(
    { _id, state, replays },
    { state: 'waiting', tries: 0, nextAt: now, replays: replays + 1, settledAt: null },
  )) > 0

export const pageDeliveries = (
  webhookId: WebhookId,
  cursor: string | undefined,
  size: number,
): Promise<Page<Delivery>> => pageNewest(deliveries, { webhookId }, { by: 'at', cursor, size })

export const countDeliveries = (webhookId: WebhookId, state: Delivery['state']): Promise<number> =>
  deliveries.count({ webhookId, state })

export const removeDeliveriesOf = (webhookId: WebhookId): Promise<number> =>
  deliveries.remove({ webhookId, state: 'waiting' })
export const removeDeliveriesBefore = (at: number): Promise<number> => deliveries.remove({ at: below(at) })
