// Which playbook leads this talk, and which line of it may be said here? The same facts and seed give the same line.
import type { PlaybookId } from './ids'
import type { RepKind } from './member'
import type { Playbook, Scene } from './playbook'
import type { Relation, Value } from './sheet'
import { hash32, hash53 } from './variant/hash'
import { type Choice, type Piece, radixOf, renderChoice } from './variant/pieces'
import { parseSpintax, speakAs } from './variant/spintax'
import type { Tone } from './variant/tone'

/** What a line may name: 话题 · 内容标题 · 商品 · 特殊日子 · 承诺 · 商机 · 导购 */
export const PLAY_FACTS = ['topic', 'title', 'product', 'occasion', 'promise', 'signal', 'rep'] as const
export type PlayFact = (typeof PLAY_FACTS)[number]
export type PlayFacts = Partial<Record<PlayFact, string>>

export type PlayAsked = { kind: RepKind; scene: Scene; relation: Relation | null; value: Value | null }

/** Ids of those that come with the product; HQ's own never begin so. */
const BUILT_IN = 'ripple-'
export const builtInId = (name: string): PlaybookId => `${BUILT_IN}${name}` as PlaybookId
export const isBuiltIn = (id: string): boolean => id.startsWith(BUILT_IN)

const suits = ({ kinds, relation, value, scene, state }: Playbook, asked: PlayAsked): boolean =>
  state === 'live' &&
  scene === asked.scene &&
  (kinds.length === 0 || kinds.includes(asked.kind)) &&
  (relation === null || relation === asked.relation) &&
  (value === null || value === asked.value)

/** How much of whom it is for is said: kind, relation, value. */
const specificOf = ({ kinds, relation, value }: Playbook): number =>
  Number(kinds.length > 0) + Number(relation !== null) + Number(value !== null)

/** Every live one that suits: HQ's before those that come with the product, the more specific first, then by id. */
export const playsFor = (playbooks: readonly Playbook[], asked: PlayAsked): Playbook[] =>
  playbooks
    .filter((playbook) => suits(playbook, asked))
    .sort(
      (a, b) =>
        Number(isBuiltIn(a._id)) - Number(isBuiltIn(b._id)) ||
        specificOf(b) - specificOf(a) ||
        (a._id < b._id ? -1 : Number(a._id > b._id)),
    )

export const playFor = (playbooks: readonly Playbook[], asked: PlayAsked): Playbook | null =>
  playsFor(playbooks, asked)[0] ?? null

/**
 * Facts stand in spintax as private characters, as many as were written: places stay the same, and what a fact holds is
 * never read as spintax.
 */
const FIRST_SLOT = 0xf8e0
const FILLER = '\uf8ff'
const PRIVATE = /[\uf8e0-\uf8ff]/g
const SLOT = /([\uf8e0-\uf8ef])\uf8ff*/g
const ESCAPED_OR_FACT = new RegExp(`\\\\[\\s\\S]|\\{(${PLAY_FACTS.join('|')})\\}`, 'g')

const slotOf = (fact: string): string =>
  (String.fromCharCode(FIRST_SLOT + PLAY_FACTS.indexOf(fact as PlayFact)) + FILLER.repeat(fact.length + 2)).slice(
    0,
    fact.length + 2,
  )

/** The line with its {facts} out of the parser's way; every place in it stays what it was. */
export const holdFacts = (written: string): string =>
  written
    .replace(PRIVATE, ' ')
    .replace(ESCAPED_OR_FACT, (all, fact?: string) => (fact === undefined ? all : slotOf(fact)))

/** Puts facts in verbatim; null: one is missing or empty. */
export const putFacts = (held: string, facts: PlayFacts): string | null => {
  let missing = false
  const text = held.replace(SLOT, (_, slot: string) => {
    const fact = PLAY_FACTS[slot.charCodeAt(0) - FIRST_SLOT]
    const said = fact && facts[fact]
    if (!said) missing = true
    return said ?? ''
  })
  return missing ? null : text
}

/** Which facts a text with held ones names, each once. */
export const factsIn = (held: string): PlayFact[] =>
  PLAY_FACTS.filter((_, i) => held.includes(String.fromCharCode(FIRST_SLOT + i)))

/** Are all the facts of the line there, in whichever branch they stand? */
const hasFacts = (held: string, facts: PlayFacts): boolean => factsIn(held).every((fact) => Boolean(facts[fact]))

/** The path through its choices, hashed apart from the choice of the line: one does not decide the other. */
const sayPieces = (pieces: readonly Piece[], seed: string): string => {
  const whole: Choice = { any: [pieces] }
  return renderChoice(whole, hash53(`${seed}/words`) % Math.min(radixOf(whole), Number.MAX_SAFE_INTEGER))
}

/** One line in this voice with its facts put in; null: broken, a fact is missing, or it has no branch for the voice. */
export const speakLine = (written: string, facts: PlayFacts, seed: string, tone: Tone): string | null => {
  const held = holdFacts(written)
  if (!hasFacts(held, facts)) return null
  const parsed = parseSpintax(held)
  const spoken = parsed.ok ? speakAs(parsed.pieces, tone) : parsed
  return spoken.ok ? putFacts(sayPieces(spoken.pieces, seed), facts) : null
}

/** A line to begin with, from the first step; null: none of them can be said with these facts. */
export const lineOf = (
  playbook: Pick<Playbook, 'steps'>,
  facts: PlayFacts,
  seed: string,
  tone: Tone,
): string | null => {
  const lines = (playbook.steps[0]?.say ?? []).flatMap((line) => speakLine(line, facts, seed, tone) ?? [])
  return lines[hash32(`${seed}/line`) % Math.max(1, lines.length)] ?? null
}
