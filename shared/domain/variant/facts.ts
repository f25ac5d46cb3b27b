// Did every fact survive, letter for letter and in the author's order?

export type FactsVerdict = { ok: true } | { ok: false; reason: 'missing-fact' | 'fact-moved'; fact: string }

/** Facts that may overlap ("399元" holds "99元") still start one after the other. */
function findMoved(text: string, ordered: readonly string[]): string | undefined {
  let from = 0
  for (const fact of ordered) {
    const at = text.indexOf(fact, from)
    if (at < 0) return fact
    from = at
  }
  return undefined
}

/**
 * Checks facts verbatim. Given the `source`, also that facts come in the order of their first appearance there;
 * facts the source never had are only asked to be present.
 */
export function factsKept(text: string, facts: readonly string[], source?: string): FactsVerdict {
  const missing = facts.find((fact) => text.indexOf(fact) < 0)
  if (missing !== undefined) return { ok: false, reason: 'missing-fact', fact: missing }
  if (source === undefined) return { ok: true }
  const ordered = facts
    .filter((fact) => source.indexOf(fact) >= 0)
    .sort((a, b) => source.indexOf(a) - source.indexOf(b) || b.length - a.length)
  const moved = findMoved(text, ordered)
  return moved === undefined ? { ok: true } : { ok: false, reason: 'fact-moved', fact: moved }
}
