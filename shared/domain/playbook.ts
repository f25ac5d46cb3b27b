// How is a talk led? HQ's plays by kind of rep, relation and scene: steps, lines to say, do and don't.
import type { MemberId, PlaybookId } from './ids'
import type { RepKind } from './member'
import type { Relation, Value } from './sheet'

/**
 * 新朋友 · 读后第一聊 · 异议 · 道谢 · 群里讲 · 好久不见 · 特殊日子 · 该补了 · 兑现承诺 · 商机 · 微课
 */
export const SCENES = [
  'new-friend',
  'after-reading',
  'objection',
  'thanks',
  'group-session',
  'comeback',
  'occasion',
  'repurchase',
  'promise',
  'signal',
  'micro-class',
] as const
export type Scene = (typeof SCENES)[number]

/** say: lines in spintax with {facts}; minutes: how long the step takes in a group session, null elsewhere. */
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
