// What came of a post, of a store's work, of a week? The words for it: steps, spans, and the formula behind every number shown.

/**
 * 领到 · 存图 · 发出 · 有人读到 · 打开 · 读得深 · 读得深的客户 · 聊到 · 成交. The first three count reps' kits; received counts
 * those posted kits of which at least one reading came: posted is not received. named: customers who agreed to be known, once a day
 * each. talked: talks she answered (聊了, 约了, 成交).
 */
export const WORK_STEPS = [
  'found',
  'saved',
  'posted',
  'received',
  'opened',
  'deep',
  'named',
  'talked',
  'deals',
] as const
export type WorkStep = (typeof WORK_STEPS)[number]

/** Calendar weeks begin on Monday; a quarter is this month and the two before it. */
export const WORK_SPANS = ['this-week', 'last-week', 'this-month', 'last-month', 'quarter'] as const
export type WorkSpan = (typeof WORK_SPANS)[number]

/** What a formula's parts count beside the steps. */
export const WORK_PARTS = [
  ...WORK_STEPS,
  'told', // talks of which the rep said how they went
  'led', // of these: by a playbook
  'passed', // openings by a card that a reader handed on
  'came', // customers who read a column at its hour
  'back', // of these: who had come the time before, too
] as const
export type WorkPart = (typeof WORK_PARTS)[number]

/**
 * How each number is made of its parts. share: the first of the second, between 0 and 1, with Wilson's interval (95 %). per:
 * the first for each one of the second. score: weights times parts, see board.ts.
 */
export const FORMULAS = {
  'reach-rate': { how: 'share', of: ['received', 'posted'] },
  'deep-rate': { how: 'share', of: ['deep', 'opened'] },
  'content-force': { how: 'share', of: ['deep', 'opened'] },
  'reach-force': { how: 'per', of: ['opened', 'posted'] },
  'trust-force': { how: 'share', of: ['talked', 'told'] },
  'deal-force': { how: 'share', of: ['deals', 'talked'] },
  'link-health': { how: 'share', of: ['posted', 'found'] },
  'scene-health': { how: 'share', of: ['led', 'told'] },
  'trust-health': { how: 'share', of: ['named', 'deep'] },
  'spread-health': { how: 'share', of: ['passed', 'opened'] },
  'deal-health': { how: 'share', of: ['deals', 'told'] },
  'family-rate': { how: 'share', of: ['deep', 'opened'] },
  'habit-rate': { how: 'share', of: ['back', 'came'] },
  'board-score': { how: 'score', of: ['named', 'talked', 'deals'] },
} as const satisfies Record<string, { how: 'share' | 'per' | 'score'; of: readonly WorkPart[] }>
export type FormulaId = keyof typeof FORMULAS
export const FORMULA_IDS = Object.keys(FORMULAS) as [FormulaId, ...FormulaId[]]

/** 内容力 · 触达力 · 信任力 · 成交力. */
export const FORCES = ['content-force', 'reach-force', 'trust-force', 'deal-force'] as const
/** 链接 · 场景 · 信任 · 裂变 · 变现. */
export const LOOP = ['link-health', 'scene-health', 'trust-health', 'spread-health', 'deal-health'] as const
