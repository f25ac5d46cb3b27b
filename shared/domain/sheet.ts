// What does a rep know of a contact beside what she read? One sheet per contact: how they stand, and their latest dealings.
import type { Day } from './day'
import type { ContactId, GroupId, MemberId } from './ids'
import { TOUCHES_MAX } from './limits'
import type { Form } from './reader'

/** 客服 · 专家 · 榜样: what the rep is to her. */
export const RELATIONS = ['service', 'expert', 'model'] as const
export type Relation = (typeof RELATIONS)[number]

/** 利益 · 信息 · 陪伴: what she comes for. */
export const VALUES = ['benefit', 'information', 'company'] as const
export type Value = (typeof VALUES)[number]

/** 包裹卡 · 到店 · 老客介绍 · 群 · 活动 · 朋友圈 · 其他: where the acquaintance comes from. */
export const SOURCES = ['parcel-card', 'store', 'referral', 'group', 'event', 'moments', 'other'] as const
export type Source = (typeof SOURCES)[number]

/** How a talk went: 聊了 · 没回 · 约了 · 成交 · 不合适. (稍后 is no dealing.) */
export const TALK_ENDS = ['talked', 'silent', 'booked', 'dealt', 'unfit'] as const
export type TalkEnd = (typeof TALK_ENDS)[number]

/** One dealing with her. Under the same id it is the same one: said twice it counts once. */
export type Touch = {
  id: string // `talk.${day}` or the id of the note that tells of it
  at: number
  how: TalkEnd | 'meeting' | 'consultation' | 'purchase' | 'delight'
}

/** What a touch must be to count as contact: she answered, came or bought. */
const REAL: readonly Touch['how'][] = ['talked', 'booked', 'dealt', 'meeting', 'consultation', 'purchase']

export type Sheet = {
  _id: ContactId
  repId: MemberId
  source: { kind: Source; note: string } | null
  relation: Relation | null
  value: Value | null
  taste: Form | null // as the rep has it; what readings say stands in the tags
  cadenceDays: number | null // how often to be in touch; null: as the relation has it
  quiet: { since: number; until: Day | null } | null // she asked to be left alone; until null: until she says otherwise
  answers: Record<string, string[]> // the trade's own sheet: field to choices (sheet-fields.data.ts); never free text
  groupIds: GroupId[]
  touches: Touch[] // the latest ones, oldest first
  snoozes: Record<string, Day> // reminders put off: their key to the day they come back
  saidAt?: Record<string, number> // by field, answer and group: when she last said so; late words do not undo newer ones
  rev: number // grows with every change
}

/** What of it a rep writes; quiet without since when. */
export type SheetFields = Pick<
  Sheet,
  'source' | 'relation' | 'value' | 'taste' | 'cadenceDays' | 'answers' | 'groupIds'
> & { quiet: { until: Day | null } | null }

export const newSheet = (_id: ContactId, repId: MemberId): Sheet => ({
  ...{ _id, repId, source: null, relation: null, value: null, taste: null, cadenceDays: null, quiet: null },
  ...{ answers: {}, groupIds: [], touches: [], snoozes: {}, rev: 0 },
})

const inOrder = (touches: readonly Touch[]): Touch[] =>
  [...touches].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).slice(-TOUCHES_MAX)

/** With this dealing, in place of what was said of it before. */
export const withTouch = (touches: readonly Touch[], touch: Touch): Touch[] =>
  inOrder([...touches.filter(({ id }) => id !== touch.id), touch])

export const withoutTouch = (touches: readonly Touch[], id: string): Touch[] => touches.filter((one) => one.id !== id)

/** When there last was a dealing of one of these kinds; null: never. */
export const lastOf = (touches: readonly Touch[], hows: readonly Touch['how'][]): number | null =>
  touches.reduce<number | null>((last, { how, at }) => (hows.includes(how) ? Math.max(last ?? 0, at) : last), null)

/** When she last answered, came or bought; null: never. */
export const lastContactAt = (touches: readonly Touch[]): number | null => lastOf(touches, REAL)

/** Talks and tries: what was known before one has been talked about. */
const TRIED: readonly Touch['how'][] = ['talked', 'silent', 'booked', 'dealt', 'unfit', 'meeting', 'consultation']
export const lastTriedAt = (touches: readonly Touch[]): number | null => lastOf(touches, TRIED)

/** How many tries in a row she has left unanswered since she last answered. */
export const unansweredOf = (touches: readonly Touch[]): number => {
  const last = lastContactAt(touches) ?? Number.NEGATIVE_INFINITY
  return touches.filter(({ how, at }) => how === 'silent' && at > last).length
}

/** How often to be in touch where the rep has set nothing; days. */
const CADENCE_DAYS: Record<Relation, number> = { service: 45, expert: 30, model: 21 }
export const CADENCE_DAYS_UNSAID = 40

export const cadenceOf = ({ cadenceDays, relation }: Pick<Sheet, 'cadenceDays' | 'relation'>): number =>
  cadenceDays ?? (relation ? CADENCE_DAYS[relation] : CADENCE_DAYS_UNSAID)

/** Does she want to be left alone that day? */
export const isQuietOn = ({ quiet }: Pick<Sheet, 'quiet'>, day: Day): boolean =>
  quiet !== null && (quiet.until === null || day < quiet.until)
