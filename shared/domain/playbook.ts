// How is a talk led? HQ's plays by kind of rep, relation and scene: steps, lines to say, do and don't.
import type { MemberId, PlaybookId } from './ids'
import type { RepKind } from './member'
import type { Relation, Value } from './sheet'

/**
 * 新朋友 · 读后第一聊 · 异议 · 道谢 · 请她介绍 · 群里讲 · 好久不见 · 特殊日子 · 该补了 · 用了几天 · 兑现承诺 · 商机 · 微课
 */
export const SCENES = [
  'new-friend',
  'after-reading',
  'objection',
  'thanks',
  'introduce',
  'group-session',
  'comeback',
  'occasion',
  'repurchase',
  'aftercare',
  'promise',
  'signal',
  'micro-class',
] as const
export type Scene = (typeof SCENES)[number]

/** say: lines in spintax with {facts}; minutes: how long the step takes in a group session, null elsewhere. */
/** How much a playbook may hold. */
export const PLAY_STEPS_MAX = 10
export const PLAY_LINES_MAX = 8 // in one step
export const PLAY_LINE_MAX = 300 // characters of one line, spintax included
export const PLAY_ADVICE_MAX = 8 // dos, and as many donts

export type PlayStep = { name: string; say: string[]; minutes: number | null }

export type Playbook = {
  _id: PlaybookId
  name: string
  scene: Scene
  kinds: RepKind[] // empty: every kind of rep
  relation: Relation | null // null: any
  value: Value | null // null: any
  goal: string // what it is for: 目的
  steps: PlayStep[]
  dos: string[]
  donts: string[]
  lockedWords: string[] // stay as they are in every line
  state: 'draft' | 'live' | 'retired'
  version: number
  updatedAt: number
  updatedBy: MemberId
}

/** What HQ writes of it; the rest is worked out. */
export type PlayWords = Pick<
  Playbook,
  'name' | 'scene' | 'kinds' | 'relation' | 'value' | 'goal' | 'steps' | 'dos' | 'donts' | 'lockedWords'
>

export const wordsOf = (playbook: PlayWords): PlayWords => {
  const { name, scene, kinds, relation, value, goal, steps, dos, donts, lockedWords } = playbook
  return { name, scene, kinds, relation, value, goal, steps, dos, donts, lockedWords }
}

export type PlayDecision = { ok: true } | { ok: false; reason: PlayRefusal }
export type PlayRefusal = 'stale-version' | 'playbook-live' | 'not-live' | 'name-missing' | 'line-missing'

/** Only over what the editor saw; a live one is taken back first, so that nobody says a half-written line. */
export const maySavePlay = (stored: Pick<Playbook, 'version' | 'state'> | null, baseVersion: number): PlayDecision => {
  if ((stored?.version ?? 0) !== baseVersion) return { ok: false, reason: 'stale-version' }
  return stored?.state === 'live' ? { ok: false, reason: 'playbook-live' } : { ok: true }
}

/** How its lines read is asked in play-check.ts. */
export const mayPublishPlay = (
  { version: stored, name, steps }: Pick<Playbook, 'version' | 'name' | 'steps'>,
  version: number,
): PlayDecision => {
  if (stored !== version) return { ok: false, reason: 'stale-version' }
  if (name.trim() === '') return { ok: false, reason: 'name-missing' }
  return steps[0]?.say.some((line) => line.trim() !== '') ? { ok: true } : { ok: false, reason: 'line-missing' }
}

export const mayRetirePlay = (
  { version: stored, state }: Pick<Playbook, 'version' | 'state'>,
  version: number,
): PlayDecision => {
  if (stored !== version) return { ok: false, reason: 'stale-version' }
  return state === 'live' ? { ok: true } : { ok: false, reason: 'not-live' }
}

type ForWhom = Pick<Playbook, 'scene' | 'kinds' | 'relation' | 'value'>
/** Wherever `narrow` suits a rep of this kind, does `wide` suit too? */
export const coversFor = (kind: RepKind, wide: ForWhom, narrow: ForWhom): boolean =>
  wide.scene === narrow.scene &&
  (wide.kinds.length === 0 || wide.kinds.includes(kind)) &&
  (wide.relation === null || wide.relation === narrow.relation) &&
  (wide.value === null || wide.value === narrow.value)
