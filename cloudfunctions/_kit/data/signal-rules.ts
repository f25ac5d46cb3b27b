// Which words are listened for? HQ's rules for every rep, and each rep's own.
import type { MemberId, SignalRuleId } from '@shared/domain/ids'
import { SIGNAL_RULES_MAX } from '@shared/domain/limits'
import type { SignalOwner, SignalRule } from '@shared/domain/signal'
import { collection, oneOf } from '../collection'

const rules = collection<SignalRule>('signalrules')

export const HQ: SignalOwner = 'hq'

export const findRule = (id: SignalRuleId): Promise<SignalRule | null> => rules.get(id)

/** All of them, whether they are on or not. */
export const listRulesOf = (ownerId: SignalOwner): Promise<SignalRule[]> =>
  rules.find({ ownerId }, { order: [['_id', 'asc']], limit: SIGNAL_RULES_MAX })

/** HQ's and her own that are on: what her notes and pastes are held against. */
export const listRulesFor = async (repId: MemberId): Promise<SignalRule[]> => {
  const condition = { ownerId: oneOf([HQ, repId]) }
  return (await rules.find(condition, { limit: 2 * SIGNAL_RULES_MAX })).filter(({ on }) => on)
}

/** False when one of that id is there. */
export const insertRule = (rule: SignalRule): Promise<boolean> => rules.insertIfAbsent(rule)

/** False when it has been changed since, or is another's. */
export const changeRule = async (
  { _id, ownerId, rev }: Pick<SignalRule, '_id' | 'ownerId' | 'rev'>,
  change: Partial<Omit<SignalRule, '_id' | 'ownerId' | 'rev'>>,
): Promise<boolean> => (await rules.change({ _id, ownerId, rev }, { ...change, rev: rev + 1 })) > 0

export const removeRule = (_id: SignalRuleId, ownerId: SignalOwner): Promise<number> => rules.remove({ _id, ownerId })
