// Everything the guard's checks look at: both texts, read and aligned once.
import { type Alignment, alignTexts, type Replaced, replacedParts } from './alignment'
import { type Reading, readText } from './anchors'
import { type Clause, clauseAt, splitClauses } from './clauses'
import type { GuardScope } from './verdict'

export type Case = {
  source: Reading
  candidate: Reading
  alignment: Alignment
  replaced: readonly Replaced[]
  sourceClauses: readonly Clause[]
  candidateClauses: readonly Clause[]
  scope: GuardScope
}

/** Below this share of kept content a clause counts as another one. */
const SAME_CLAUSE = 0.34

export function openCase(
  candidate: string,
  source: string,
  of: { lockedWords: readonly string[]; scope: GuardScope },
): Case {
  const alignment = alignTexts(source, candidate)
  return {
    source: readText(source, of.lockedWords),
    candidate: readText(candidate, of.lockedWords),
    alignment,
    replaced: replacedParts(source, candidate, alignment),
    sourceClauses: splitClauses(source, alignment.toCandidate, candidate),
    candidateClauses: splitClauses(candidate, alignment.toSource, source),
    scope: of.scope,
  }
}

/** Below this share a clause of the candidate counts as the rep's own. */
const OWN_CLAUSE = 0.55

export const isKept = (clause: Clause): boolean => clause.kept >= SAME_CLAUSE

/** Whether the rep wrote the clause at this offset of the candidate herself. */
export const isOwn = (it: Case, at: number): boolean => {
  const clause = clauseAt(it.candidateClauses, at)
  return clause !== undefined && clause.kept < OWN_CLAUSE
}

/** Whether the clause at this offset of the source was left out. */
export const isGone = (it: Case, sourceAt: number): boolean => {
  const clause = clauseAt(it.sourceClauses, sourceAt)
  return clause !== undefined && !isKept(clause)
}
