// A program has one event told again; the log names its token.
import { replay } from '../_kit/replay-delivery'
import type { OpenHandlers } from '../_kit/serve-http'

export const replayDelivery: OpenHandlers['deliveries.replay'] = async ({ deliveryId, replays }, { byId, name }) => ({
  delivery: await replay({ deliveryId, replays, byId, byName: name }),
})
