// Do all facts stand, in the author's order, with their neighbours, and were none brought in?
import { alignKeys } from './alignment'
import type { Anchor, Reading } from './anchors'
import { type Case, isGone, isOwn } from './case'
import type { ConceptHit } from './concepts'
import { checkNeighbours } from './neighbours'
import type { GuardFinding, GuardReason } from './verdict'

/** A count right where another stood is a changed number, not one lost and one invented. */
const isCount = (anchor: Anchor) => anchor.reason === 'number-changed'

function lostReason(anchor: Anchor, brought: readonly Anchor[]): GuardReason {
  if (brought.some((each) => each.key === anchor.key)) return 'fact-moved'
  if (isCount(anchor)) return brought.some(isCount) ? 'number-changed' : 'fact-missing'
  return anchor.reason
}

function broughtReason(anchor: Anchor, lost: readonly Anchor[]): GuardReason {
  if (lost.some((each) => each.key === anchor.key)) return 'fact-moved'
  if (isCount(anchor)) return lost.some(isCount) ? 'number-changed' : 'fact-added'
  return anchor.reason === 'fact-missing' || anchor.reason === 'name-changed' ? 'fact-added' : anchor.reason
}

export function checkAnchors(it: Case): GuardFinding[] {
  const { anchors } = it.source
  const found = it.candidate.anchors
  const { toCandidate, toSource } = alignKeys(
    anchors.map((each) => each.key),
    found.map((each) => each.key),
  )
  const lost = anchors.filter((_, i) => toCandidate[i] === -1)
  const brought = found.filter((_, i) => toSource[i] === -1)
  const stillLoose = (anchor: Anchor) => anchor.loose && isLooseLoss(it, anchor)
  return [
    ...lost
      .filter((anchor) => !stillLoose(anchor))
      .map((anchor) => ({ reason: lostReason(anchor, brought), word: anchor.word, at: -1, sourceAt: anchor.at })),
    ...brought
      .filter((anchor) => !anchor.loose)
      .map((anchor) => ({ reason: broughtReason(anchor, lost), word: anchor.word, at: anchor.at, sourceAt: -1 })),
    ...anchors.flatMap((was, i) => {
      const is = found[toCandidate[i] ?? -1]
      if (is === undefined || !isCount(was) || was.loose) return []
      return checkNeighbours(it.source, it.candidate, { was, is })
    }),
  ]
}

/** "缺一件外套" may become "缺件外套", and an ornament may go with its count in a rep's edit. */
function isLooseLoss(it: Case, anchor: Anchor): boolean {
  if (it.scope === 'edit' && isGone(it, anchor.at)) return true
  const measure = anchor.at + anchor.word.length - 1
  return (it.alignment.toCandidate[measure] ?? -1) >= 0
}

/** A rep's own greeting may name a time of day or whom it greets; nothing else of substance. */
const GREETING = /^(?:今天|今日|周末|早上|上午|中午|下午|晚上|宝妈|宝妈们|妈妈们|妈妈|宝宝|孩子|娃|小朋友|同事|邻居)$/

/** Wishes and calls are hers to add, not to put in place of what stood there. */
function isCourtesy(it: Case, hit: ConceptHit): boolean {
  if (it.scope !== 'edit' || !GREETING.test(hit.word) || !isOwn(it, hit.at)) return false
  return !it.replaced.some((part) => part.from !== '' && part.at <= hit.at && hit.at < part.at + part.to.length)
}

/** Which hits of one text find no equal in the other, wherever it stands. */
function unmatched(hits: readonly ConceptHit[], others: readonly ConceptHit[]): ConceptHit[] {
  const left = new Map<string, number>()
  for (const { key } of others) left.set(key, (left.get(key) ?? 0) + 1)
  return hits.filter(({ key }) => {
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return count <= 0
  })
}

const isUnordered = (hit: ConceptHit) => hit.rule !== 'seq' && hit.rule !== 'ctx'
const isSaid = (reading: Reading, key: string) => reading.concepts.some((hit) => hit.key === key)

/** Facts and claims outside the order: how often is each spoken of, there and here? */
export function checkConcepts(it: Case): GuardFinding[] {
  const before = it.source.concepts.filter(isUnordered)
  const after = it.candidate.concepts.filter(isUnordered)
  const mayGo = (hit: ConceptHit) =>
    hit.rule === 'add' ||
    (hit.rule === 'keep' && isSaid(it.candidate, hit.key)) ||
    (it.scope === 'edit' && hit.rule === 'bag' && hit.reason === 'fact-missing' && isGone(it, hit.at))
  // Saying a claim of the source once more is no new claim; a lone 最 or 超 says something of each word it stands before.
  const mayCome = (hit: ConceptHit) =>
    hit.rule === 'keep' ||
    (hit.rule === 'add' && hit.word.length > 1 && isSaid(it.source, hit.key)) ||
    isCourtesy(it, hit)
  return [
    ...unmatched(before, after)
      .filter((hit) => !mayGo(hit))
      .map((hit) => ({ reason: hit.reason, word: hit.word, at: -1, sourceAt: hit.at })),
    ...unmatched(after, before)
      .filter((hit) => !mayCome(hit))
      .map((hit) => ({
        reason: hit.reason === 'fact-missing' ? ('fact-added' as const) : hit.reason,
        word: hit.word,
        at: hit.at,
        sourceAt: -1,
      })),
  ]
}
