// What does the guard say about a text, and which finding does a person see first?

/** edit: the rep may add a greeting of her own and leave out ornaments; sentence: it must say the same. */
export type GuardScope = 'sentence' | 'edit'

export type GuardReason =
  | 'leak'
  | 'legal-tail'
  | 'link-changed'
  | 'name-changed'
  | 'number-changed'
  | 'fact-missing'
  | 'fact-moved'
  | 'fact-added'
  | 'negation-changed'
  | 'condition-changed'
  | 'claim-changed'
  | 'certainty-changed'
  | 'pressure'
  | 'subject-changed'
  | 'word-changed'
  | 'script-changed'
  | 'repeated'
  | 'cut-off'
  | 'sentence-dropped'
  | 'symbol-spam'
  | 'too-long'
  | 'too-short'

/** `at` is a UTF-16 offset in the candidate, `sourceAt` one in the source; -1 where the word does not stand there. */
export type GuardFinding = { reason: GuardReason; word: string; at: number; sourceAt: number }
export type GuardVerdict = { ok: true } | { ok: false; findings: readonly GuardFinding[] }

/** Most important first: what may not leave the house at all, then facts, then meaning, then form. */
const ORDER: readonly GuardReason[] = [
  'leak',
  'legal-tail',
  'link-changed',
  'name-changed',
  'number-changed',
  'fact-moved',
  'fact-missing',
  'condition-changed',
  'negation-changed',
  'claim-changed',
  'pressure',
  'fact-added',
  'certainty-changed',
  'subject-changed',
  'word-changed',
  'script-changed',
  'repeated',
  'cut-off',
  'sentence-dropped',
  'symbol-spam',
  'too-long',
  'too-short',
]

/** The verdict over all findings; a finding said twice is said once. */
export function toVerdict(findings: readonly GuardFinding[]): GuardVerdict {
  if (findings.length === 0) return { ok: true }
  const said = new Map<string, GuardFinding>()
  for (const finding of findings) {
    const key = `${finding.reason} ${finding.word} ${finding.at} ${finding.sourceAt}`
    if (!said.has(key)) said.set(key, finding)
  }
  const rank = (finding: GuardFinding) =>
    ORDER.indexOf(finding.reason) * 10_000 + Math.max(finding.at, finding.sourceAt)
  return { ok: false, findings: Array.from(said.values()).sort((a, b) => rank(a) - rank(b)) }
}
