// How far has a handover come, in figures that point at no customer?
import type { HandoverProgress } from '@shared/contracts/handover'
import { type Handover, mayCancelHandover, tellCount } from '@shared/domain/handover'
import { countWritten } from '../_kit/data/belongings'

export const showHandover = async (handover: Handover, toName: string): Promise<HandoverProgress> => {
  const { _id, toId, state, beganAt, contacts, told, agreed, declined } = handover
  const written = state === 'passing' ? await countWritten(_id) : state === 'cancelled' ? contacts : 0
  return {
    ...{ toId, toName, state, beganAt, contacts },
    left: Math.min(written, contacts),
    told: tellCount(told),
    agreed: tellCount(agreed),
    declined: tellCount(declined),
    mayCancel: mayCancelHandover(handover, written).ok,
  }
}
