// What does HQ want done in a group today? Plans by theme and weekday; the day's items by the clock.
import { type Day, daysBetween } from './day'
import type { GroupPlanId, MemberId, PlaybookId, PostId, StoreId } from './ids'

/** time: '08:30' in Asia/Shanghai. act: what to do, in a few words. */
export type PlanItem = {
  itemId: string
  time: string
  act: string
  playbookId: PlaybookId | null
  postId: PostId | null
}

export type GroupPlan = {
  _id: GroupPlanId
  theme: string // '': for every group
  weekdays: number[] // 1 Monday to 7 Sunday
  items: PlanItem[]
  storeIds: StoreId[] // empty: every store
  updatedAt: number
  updatedBy: MemberId
  rev: number
}

/** What an editor writes. */
export type PlanWords = Pick<GroupPlan, 'theme' | 'weekdays' | 'items' | 'storeIds'>

const A_MONDAY: Day = '2024-01-01'

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (day: Day): number => (((daysBetween(A_MONDAY, day) % 7) + 7) % 7) + 1

const isForStore = ({ storeIds }: Pick<GroupPlan, 'storeIds'>, storeId: StoreId | null): boolean =>
  storeIds.length === 0 || (storeId !== null && storeIds.includes(storeId))

type Where = { theme: string; storeId: StoreId | null; day: Day }

/** The items of that day for a group of that theme, by the clock. Two plans may ask for the same hour: both stand. */
export const itemsOn = (plans: readonly GroupPlan[], { theme, storeId, day }: Where): PlanItem[] =>
  plans
    .filter((plan) => plan.theme === '' || plan.theme === theme)
    .filter((plan) => plan.weekdays.includes(weekdayOf(day)) && isForStore(plan, storeId))
    .flatMap(({ items }) => items)
    .sort((a, b) => (a.time === b.time ? (a.itemId < b.itemId ? -1 : 1) : a.time < b.time ? -1 : 1))

/** The themes HQ plans for in her store, each once: a group named so gets their items. */
export const themesFor = (plans: readonly Pick<GroupPlan, 'theme' | 'storeIds'>[], storeId: StoreId | null): string[] =>
  [...new Set(plans.filter((plan) => plan.theme !== '' && isForStore(plan, storeId)).map((p) => p.theme))].sort()
