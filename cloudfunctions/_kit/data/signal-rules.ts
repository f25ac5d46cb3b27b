// Which words are listened for? HQ's rules for every rep, and each rep's own.
import type { MemberId, SignalRuleId } from '@shared/domain/ids'
import { SIGNAL_RULES_MAX } from '@shared/domain/limits'
import type { SignalOwner, SignalRule } from '@shared/domain/signal'
import { collection, oneOf } from '../collection'

const rules = collection<SignalRule>('signalrules')

const HQ: SignalOwner = 'hq'

export const findSignalRule = (id: SignalRuleId): Promise<SignalRule | null> => rules.get(id)

/** All of them, whether they are on or not. */
export const listRulesOf = (ownerId: SignalOwner): Promise<SignalRule[]> =>
  rules.find({ ownerId }, { order: [['_id', 'asc']], limit: SIGNAL_RULES_MAX })

/** HQ's and her own that are on: what her notes and pastes are held against. */
export const listRulesFor = async (repId: MemberId): Promise<SignalRule[]> => {
  const condition = { ownerId: oneOf([HQ, repId]) }
  return (await rules.find(condition, { limit: 2 * SIGNAL_RULES_MAX })).filter(({ on }) => on)
}
