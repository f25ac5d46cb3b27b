// Who answers for the words of a post? Which of them block it, which are to be signed, and what is signed so far.
import { mayPublishWords, type PostFinding } from '@shared/domain/advert/sign'
import { useMemo, useState } from 'react'

/** One rule of the list and every word in the post that it caught: signed for together. */
export type ToSign = { id: string; article: string; found: PostFinding[] }
export type SignedFor = { signed: string[]; reason: string }

export const REASON_MAX = 200

const byRule = (findings: readonly PostFinding[]): ToSign[] => {
  const rules = new Map<string, ToSign>()
  for (const finding of findings) {
    const rule = rules.get(finding.id) ?? { id: finding.id, article: finding.article, found: [] }
    rule.found.push(finding)
    rules.set(finding.id, rule)
  }
  return Array.from(rules.values())
}

export const wordsOf = ({ found }: ToSign): string[] => Array.from(new Set(found.map(({ word }) => word)))

export const useSigning = (findings: readonly PostFinding[]) => {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const toSign = useMemo(() => byRule(findings.filter(({ severity }) => severity === 'sign')), [findings])
  const blocked = useMemo(() => findings.filter(({ severity }) => severity === 'block'), [findings])
  const known = toSign.map(({ id }) => id)
  const signed = ticked.filter((id) => known.indexOf(id) >= 0)
  const by: SignedFor = toSign.length === 0 ? { signed: [], reason: '' } : { signed, reason: reason.trim() }
  const tick = (id: string, on: boolean) =>
    setTicked((all) => (on ? [...all.filter((other) => other !== id), id] : all.filter((other) => other !== id)))
  const clear = () => {
    setTicked([])
    setReason('')
  }
  return { toSign, blocked, signed, reason, setReason, tick, clear, by, decision: mayPublishWords(findings, by) }
}
export type Signing = ReturnType<typeof useSigning>
