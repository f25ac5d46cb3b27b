// With whom shall she talk today, and whom leave alone? Facts about her contacts in, decisions with their evidence out:
// the same day and the same facts give the same list.
import type { Day } from './day'
import type { FreeTime } from './free-time'
import type {
  ContactId,
  MemberId,
  NoteId,
  OccasionId,
  PlaybookId,
  PostId,
  PromiseId,
  ReadingId,
  ShareToken,
  SignalRuleId,
} from './ids'
import type { PromiseMade, Purchase } from './note'
import type { Coming } from './occasion'
import type { Scene } from './playbook'
import type { Sheet, TalkEnd } from './sheet'
import type { Tag } from './tag'

/**
 * 承诺到期 · 商机 · 刚在读 · 读得深 · 兴趣在升 · 该补了 · 用了几天 · 特殊日子 · 好久没聊 · 该谢谢她 · 请她介绍. In the order in which they are
 * told where two weigh the same.
 */
export const TALK_REASONS = [
  'promise',
  'signal',
  'hot',
  'repurchase',
  'deep',
  'rising',
  'occasion',
  'thanks',
  'introduce',
  'lifecycle',
  'overdue',
] as const
export type TalkReason = (typeof TALK_REASONS)[number]

/** 刚聊过 · 她没回过来 · 她说先别打扰 · 只看不回 · 陪伴够了 · 说过不合适. */
export const REST_REASONS = [
  'asked-quiet',
  'talked-recently',
  'unanswered',
  'reads-silent',
  'company-cap',
  'unfit',
] as const
export type RestReason = (typeof REST_REASONS)[number]

/** 微信 · 电话 · 到店. */
export const CHANNELS_OF_TALK = ['wechat', 'phone', 'store'] as const
export type TalkChannel = (typeof CHANNELS_OF_TALK)[number]

/** A stored fact, by what names it. at, lastAt: ms. */
export type Evidence =
  | { of: 'reading'; readingId: ReadingId; postId: PostId; at: number; ms: number; nth: number }
  | { of: 'tag'; tag: string; posts: number; ms: number; lastAt: number }
  | { of: 'occasion'; occasionId: OccasionId; name: string; kind: Coming['kind']; day: Day }
  | { of: 'promise'; promiseId: PromiseId; text: string; dueDay: Day }
  | { of: 'purchase'; noteId: NoteId; product: string; at: number; dueDay: Day | null }
  | { of: 'signal'; noteId: NoteId; ruleId: SignalRuleId; name: string; word: string; at: number }
  | { of: 'contact'; lastAt: number | null; sinceAt: number; cadenceDays: number }
  | { of: 'share'; token: ShareToken; postId: PostId; deep: number; at: number }
  | ({ of: 'introduction' } & IntroductionFact)

/** One reason to talk. strength 0 to 1: how much there is to it, before what was learned of such reasons. */
export type Clue = { reason: TalkReason; strength: number; evidence: [Evidence, ...Evidence[]] }

/** A reading of hers. Only of a reader who agreed that her interests are worked out. */
export type ReadFact = { readingId: ReadingId; postId: PostId; at: number; ms: number; score: number }

export type SignalFact = { noteId: NoteId; ruleId: SignalRuleId; name: string; word: string; at: number; days: number }
export type PurchaseFact = Pick<Purchase, 'product' | 'cycleDays'> & { noteId: NoteId; at: number }
/** Someone the rep cannot reach read deeply what this contact passed on to her; both agreed that this is known. */
export type IntroductionFact = { toId: ContactId; deep: number; at: number }
export type BroughtFact = { token: ShareToken; postId: PostId; deep: number; at: number }

/** All that is known of one contact on the morning of a day. Of who has not read lately (SPEAKS_WITHIN_MS) reads and tags may be left out. */
export type ContactFacts = {
  contactId: ContactId
  sinceAt: number // when they became acquainted
  reads: readonly ReadFact[]
  tags: readonly Tag[]
  freeTime: FreeTime | null
  sheet: Pick<Sheet, 'relation' | 'value' | 'cadenceDays' | 'quiet' | 'touches' | 'snoozes'>
  promises: readonly Pick<PromiseMade, '_id' | 'text' | 'dueDay'>[] // open ones
  comings: readonly Coming[]
  purchases: readonly PurchaseFact[]
  signals: readonly SignalFact[]
  brought: readonly BroughtFact[] // what her passing-on has brought
  introductions: readonly IntroductionFact[] // whom she could introduce
}

/** How talks of one reason went for one rep: so many told of, and how well (won ≤ talks). */
export type Learned = Partial<Record<TalkReason, { talks: number; won: number }>>

export type Outcome = { end: TalkEnd | 'later'; at: number }

export type Talk = {
  contactId: ContactId
  clues: [Clue, ...Clue[]] // the strongest first
  mood: number // 0 to 1: how she has answered lately; what the talk is worth shrinks by it
  scene: Scene
  channel: TalkChannel
  window: Omit<FreeTime, 'readings'> | null // when she usually has time
}
export type Rest = { contactId: ContactId; reason: RestReason; at: number | null; until: Day | null }

/** A talk as it was put on a day's list. line: what the rep can begin with, dealt once. */
export type ListedTalk = Talk & {
  about: string | null
  line: string | null
  playbookId: PlaybookId | null
  addedAt?: number // during the day, because she was reading
}

/** How one of a day's talks went. at: when she said so; a later word holds. end null: taken back. */
export type Told = {
  contactId: ContactId
  reason: TalkReason
  playbookId: PlaybookId | null
  end: Outcome['end'] | null
  at: number
}

/** One rep's day; `_id` is `${repId}.${day}`. */
export type TalkDay = {
  _id: string
  repId: MemberId
  day: Day
  madeAt: number
  lookedAt: number // when it was last looked for who has read since
  talks: ListedTalk[]
  rest: Rest[]
  told: Told[] // apart from the talks: what was learned stays when a talk must go
  rev: number // grows with every change
}

/** What was said of a talk. A signal that came after that opens it again. */
export const toldOf = ({ contactId, clues }: Talk, told: readonly Told[]): Told | undefined => {
  const said = told.find((one) => one.contactId === contactId)
  const isNews = (one: Evidence): boolean => one.of === 'signal' && said !== undefined && one.at > said.at
  return clues.some(({ evidence }) => evidence.some(isNews)) ? undefined : said
}

export const talkDayId = (repId: MemberId, day: Day): string => `${repId}.${day}`
/** What a talk's outcome is called among a contact's dealings (sheet.ts, Touch). */
export const touchOfTalk = (day: Day): string => `talk.${day}`
