// 做了: she did what HQ's plan asked for in this group that day, or takes it back.
import { tickOf } from '@shared/domain/group'
import { reviseGroup } from '../_kit/data/groups'
import { findOwnGroup } from '../_kit/own-group'
import type { Handler } from '../_kit/serve'

export const tickGroup: Handler<'rep', 'group.tick'> = async ({ groupId, day, itemId, done }, { caller }) => {
  const group = await reviseGroup(await findOwnGroup(caller.member._id, groupId), ({ ticks }) => {
    const after = tickOf(ticks, { day, item: itemId, done })
    return after && { ticks: after }
  })
  return { done: group.ticks?.[day] ?? [] }
}
