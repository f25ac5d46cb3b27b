// HQ has one event told again.
import { replay } from '../_kit/replay-delivery'
import type { Handler } from '../_kit/serve'

export const replayDelivery: Handler<'hq', 'delivery.replay'> = async (
  { deliveryId, replays },
  { caller: { member } },
) => ({ delivery: await replay({ deliveryId, replays, byId: member._id, byName: member.name }) })
