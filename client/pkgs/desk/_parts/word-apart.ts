// Who read but does not count, in a few words.
import type { I18n } from '@lingui/core'
import type { Counted } from '@/features/post/use-heat'

export const wordApart = (i18n: I18n, { apart }: Counted): string => {
  const { staff, sharer, crawler } = apart
  if (staff + sharer + crawler === 0) return '—'
  return i18n._('员工 {staff} · 转发者本人 {sharer} · 机器 {crawler}', { staff, sharer, crawler })
}
