// How is one telling shown, at the desk and to programs?
import type { ShownDelivery } from '@shared/contracts/hook'
import type { Delivery } from '@shared/domain/webhook'

export const showDelivery = ({ _id, event, at, state, tries, replays, ...rest }: Delivery): ShownDelivery => ({
  ...{ deliveryId: _id, event, at, state, tries, replays },
  nextAt: state === 'waiting' ? rest.nextAt : null,
  ...{ status: rest.status, fault: rest.fault, body: rest.body },
})
