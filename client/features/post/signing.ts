// Who answers for what is doubtful in a post? What blocks it, what is to be signed, and what is signed so far.
import { mayAnswerFor } from '@shared/domain/approval'
import { needsSecond } from '@shared/domain/safety'
import { useMemo, useState } from 'react'
import type { Risk } from './risks'

/** What can be signed for, in a line. */
export type Signable = Pick<Risk, 'id' | 'severity' | 'word' | 'article'>
/** One rule and everything in the post that it caught: signed for together. */
export type ToSign = Pick<Risk, 'id' | 'article' | 'why'> & { found: Risk[] }
export type SignedFor = { signed: string[]; reason: string }

export const REASON_MAX = 200

const byRule = (risks: readonly Risk[]): ToSign[] => {
  const rules = new Map<string, ToSign>()
  for (const risk of risks) {
    const { id, article, why } = risk
    const rule = rules.get(id) ?? { id, article, why, found: [] }
    rule.found.push(risk)
    rules.set(id, rule)
  }
  return Array.from(rules.values())
}

export const wordsOf = ({ found }: ToSign): string[] => Array.from(new Set(found.map(({ word }) => word)))

export const useSigning = (risks: readonly Risk[]) => {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const toSign = useMemo(() => byRule(risks.filter(({ severity }) => severity === 'sign')), [risks])
  const blocked = useMemo(() => risks.filter(({ severity }) => severity === 'block'), [risks])
  const known = toSign.map(({ id }) => id)
  const signed = ticked.filter((id) => known.indexOf(id) >= 0)
  const by: SignedFor = toSign.length === 0 ? { signed: [], reason: '' } : { signed, reason: reason.trim() }
  const tick = (id: string, on: boolean) =>
    setTicked((all) => (on ? [...all.filter((other) => other !== id), id] : all.filter((other) => other !== id)))
  const clear = () => {
    setTicked([])
    setReason('')
  }
  const decision = mayAnswerFor(risks, by)
  return {
    toSign,
    blocked,
    signed,
    reason,
    setReason,
    tick,
    clear,
    by,
    decision,
    second: blocked.length === 0 && needsSecond(risks),
  }
}
export type Signing = ReturnType<typeof useSigning>
