import { dayAfter, instantOf } from '../../shared/domain/day'
import type {
  ContactId,
  MemberId,
  NoteId,
  OccasionId,
  PostId,
  PromiseId,
  ReadingId,
  ShareToken,
  SignalRuleId,
} from '../../shared/domain/ids'
import { newSheet, type Sheet, type Touch } from '../../shared/domain/sheet'
import type { ContactFacts, ReadFact } from '../../shared/domain/talk'

export const DAY_MS = 86_400_000
export const today = '2026-11-22'
export const now = instantOf(today, '08:00')
export const daysAgo = (days: number): number => now - days * DAY_MS
export const rep = 'rep-lin' as MemberId

export const sheetOf = (change: Partial<Sheet> = {}): Sheet => ({ ...newSheet('c1' as ContactId, rep), ...change })
export const touch = (how: Touch['how'], days: number, id = `${how}-${days}`): Touch => ({ id, at: daysAgo(days), how })

export const factsOf = (change: Partial<ContactFacts> = {}): ContactFacts => ({
  contactId: 'c1' as ContactId,
  sinceAt: daysAgo(5),
  reads: [],
  tags: [],
  freeTime: null,
  sheet: sheetOf(),
  promises: [],
  comings: [],
  purchases: [],
  signals: [],
  brought: [],
  introductions: [],
  ...change,
})

export const read = (hoursAgo: number, score: number, change: Partial<ReadFact> = {}): ReadFact => ({
  readingId: `r-${hoursAgo}` as ReadingId,
  postId: 'p1' as PostId,
  at: now - hoursAgo * 3_600_000,
  ms: 120_000,
  score,
  ...change,
})
export const promise = (days: number) => ({
  _id: `due-${days}` as PromiseId,
  text: '带小样',
  dueDay: dayAfter(today, days),
})
export const bought = (days: number, cycleDays: number | null, product = '面霜') => ({
  noteId: `n-${days}` as NoteId,
  product,
  at: daysAgo(days),
  cycleDays,
})
export const signal = (daysBefore: number, days = 14) => ({
  noteId: 'n-s' as NoteId,
  ruleId: 'rule-1' as SignalRuleId,
  name: '换房',
  word: '看房',
  at: daysAgo(daysBefore),
  days,
})
export const coming = (days: number, leadDays = 3) => ({
  occasionId: 'o1' as OccasionId,
  name: '生日',
  kind: 'birthday' as const,
  day: dayAfter(today, days),
  leadDays,
})
export const rising = {
  tag: '护肤',
  kind: 'topic' as const,
  strength: 0.7,
  rising: true,
  posts: 2,
  readings: 3,
  ms: 200_000,
  lastAt: daysAgo(1),
  fadesMs: DAY_MS,
}
export const brought = (deep: number, days: number) => ({
  token: 'tok' as ShareToken,
  postId: 'p1' as PostId,
  deep,
  at: daysAgo(days),
})

export const introduction = (days: number, deep = 2) => ({ toId: 'c-friend' as ContactId, deep, at: daysAgo(days) })
