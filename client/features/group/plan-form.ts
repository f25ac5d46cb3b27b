// What an editor fills in of a plan for groups, and what is missing in it.
import type { I18n } from '@lingui/core'
import type { ShownPlan } from '@shared/contracts/group'
import { GROUP_THEME_MAX, PLAN_ACT_MAX, PLAN_ITEMS_MAX } from '@shared/domain/limits'
import { mintId } from '@/platform/mint'

export type PlanForm = Pick<ShownPlan, 'theme' | 'weekdays' | 'items' | 'storeIds'>
export type PlanItemForm = PlanForm['items'][number]

/** A plan in hand. rev 0: it is not stored yet. */
export type InHand = { planId: string; rev: number; form: PlanForm }

export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const

export const newItem = (time: string): PlanItemForm => ({
  ...{ itemId: mintId(), time, act: '', playbookId: null, postId: null },
})

export const newPlan = (): PlanForm => ({
  theme: '',
  weekdays: [...EVERY_DAY],
  items: [newItem('08:30')],
  storeIds: [],
})

export const formOf = ({ theme, weekdays, items, storeIds }: ShownPlan): PlanForm => ({
  ...{ theme, weekdays, items, storeIds },
})

/** The first thing that keeps it from being saved; null: nothing. */
export const missingIn = ({ theme, weekdays, items }: PlanForm, i18n: I18n): string | null => {
  if (theme.trim().length > GROUP_THEME_MAX) return i18n._('主题最多 {n} 个字', { n: GROUP_THEME_MAX })
  if (weekdays.length === 0) return i18n._('选一下星期几')
  if (items.length === 0) return i18n._('至少写一件事')
  if (items.length > PLAN_ITEMS_MAX) return i18n._('一天最多 {n} 件', { n: PLAN_ITEMS_MAX })
  if (items.some(({ act }) => act.trim() === '')) return i18n._('有一件还没写做什么')
  if (items.some(({ act }) => act.trim().length > PLAN_ACT_MAX))
    return i18n._('做什么最多 {n} 个字', { n: PLAN_ACT_MAX })
  if (items.some(({ time }) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(time))) return i18n._('有一件还没写几点')
  return null
}

/** As it goes to the cloud. */
export const saidOf = ({ theme, weekdays, items, storeIds }: PlanForm): PlanForm => ({
  theme: theme.trim(),
  weekdays,
  items: items.map((item) => ({ ...item, act: item.act.trim() })),
  storeIds,
})

const WEEKDAYS = (i18n: I18n): string[] => [
  ...[i18n._('周一'), i18n._('周二'), i18n._('周三'), i18n._('周四')],
  ...[i18n._('周五'), i18n._('周六'), i18n._('周日')],
]

export const wordWeekday = (weekday: number, i18n: I18n): string => WEEKDAYS(i18n)[weekday - 1] ?? ''

export const wordWeekdays = (weekdays: readonly number[], i18n: I18n): string =>
  weekdays.length === EVERY_DAY.length
    ? i18n._('每天')
    : weekdays.map((weekday) => wordWeekday(weekday, i18n)).join(i18n._('、'))

export const wordTheme = (theme: string, i18n: I18n): string => (theme === '' ? i18n._('所有的群') : theme)
