// Which posts are hot, and which only lie there? By openings of two weeks against the two before, and how old the post is.

/** 正热 · 平稳 · 在退 · 积灰 · 新上 · 还不能判断. */
export const SHELF_STATES = ['hot', 'steady', 'cooling', 'stale', 'new', 'few'] as const
export type ShelfState = (typeof SHELF_STATES)[number]

/** So young, a post is new whatever came of it. */
export const NEW_DAYS = 3
/** Fewer openings in four weeks say nothing of which way it goes. */
const TOLD_FROM = 20
const HOT_FACTOR = 1.5
const COOLING_FACTOR = 0.5

/** recent: openings of this week and last; before: of the two weeks before these. */
export const shelfState = ({
  ageDays,
  recent,
  before,
}: {
  ageDays: number
  recent: number
  before: number
}): ShelfState => {
  if (ageDays <= NEW_DAYS) return 'new'
  if (recent === 0 && ageDays > 14) return 'stale'
  if (recent + before < TOLD_FROM) return 'few'
  if (recent >= before * HOT_FACTOR) return 'hot'
  return recent <= before * COOLING_FACTOR ? 'cooling' : 'steady'
}
