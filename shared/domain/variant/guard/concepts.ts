// Where does a text speak of a fact, a condition or a claim, in which wording whatsoever?
import { CONCEPTS } from './concepts.data'
import type { GuardReason } from './verdict'

export type ConceptRule = 'seq' | 'ctx' | 'bag' | 'add' | 'keep' | 'skip'

/** `key` names the concept, so that two wordings of it compare equal. */
export type Concept = { word: string; key: string; rule: ConceptRule; reason: GuardReason }
export type ConceptHit = Concept & { at: number }

const RULES: readonly string[] = ['seq', 'ctx', 'bag', 'add', 'keep', 'skip']

function readConcepts(written: string): Map<string, Concept[]> {
  const byFirst = new Map<string, Concept[]>()
  for (const line of written.split('\n')) {
    const [head = '', list = ''] = line.split(': ')
    const [reason = '', rule = ''] = head.split(' ')
    if (RULES.indexOf(rule) < 0) continue
    for (const group of list.split(' ')) {
      const wordings = group.split('=')
      for (const word of wordings) {
        const concept = { word, key: wordings[0] ?? word, rule: rule as ConceptRule, reason: reason as GuardReason }
        const first = word.charAt(0)
        const same = byFirst.get(first)
        if (same === undefined) byFirst.set(first, [concept])
        else same.push(concept)
      }
    }
  }
  // Of equal words the list written first decides: Array.sort is not stable on iOS 12 for long arrays, these are short.
  byFirst.forEach((concepts) => {
    concepts.sort((a, b) => b.word.length - a.word.length)
  })
  return byFirst
}

let known: Map<string, Concept[]> | undefined

/** Every concept outside `taken`, in order of place. Reading the lists waits until the first text comes. */
export function findConcepts(text: string, taken: readonly boolean[]): ConceptHit[] {
  known = known ?? readConcepts(CONCEPTS)
  const hits: ConceptHit[] = []
  let at = 0
  while (at < text.length) {
    const found =
      taken[at] === true ? undefined : known.get(text.charAt(at))?.find((each) => text.startsWith(each.word, at))
    if (found === undefined) {
      at += 1
      continue
    }
    if (found.rule !== 'skip') hits.push({ ...found, at })
    at += found.word.length
  }
  return hits
}
