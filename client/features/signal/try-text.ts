// What stands in a text, found on the phone or at the desk before anything is sent?
import type { ShownRule } from '@shared/contracts/signal'
import type { SignalRuleId } from '@shared/domain/ids'
import { findSignals, onceEach } from '@shared/domain/signal'

/** Words as she types them, between any marks she likes. */
export const splitWords = (typed: string): string[] =>
  onceEach(
    typed
      .split(/[、，,;；\n]+/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  )

export type Found = { ruleId: string; name: string; word: string; talk: string }

/** What stands in a text, found on the phone; once per rule. */
export const tryText = (text: string, rules: readonly ShownRule[]): Found[] => {
  const listening = rules.filter(({ on }) => on).map((rule) => ({ ...rule, _id: rule.ruleId as SignalRuleId }))
  const hits = findSignals(text, listening)
  return [...new Map([...hits].reverse().map((hit) => [hit.ruleId, hit])).values()].reverse().map((hit) => ({
    ...{ ruleId: hit.ruleId, name: hit.name, word: hit.word },
    talk: rules.find(({ ruleId }) => ruleId === hit.ruleId)?.talk ?? '',
  }))
}
