// What is it that waits to be sent, in a word; and why was it not taken?
import type { I18n } from '@lingui/core'
import type { Refused } from '@/platform/refused'
import { errorText } from '@/ui/error-text'

export type Kind =
  | 'talk'
  | 'note'
  | 'promise'
  | 'occasion'
  | 'sheet'
  | 'mark'
  | 'share'
  | 'group'
  | 'reminder'
  | 'submission'
  | 'other'

const BY_NOUN: Record<string, Kind> = {
  ...{ talk: 'talk', note: 'note', promise: 'promise', occasion: 'occasion', sheet: 'sheet', kit: 'mark' },
  ...{ share: 'share', group: 'group', reminder: 'reminder', submission: 'submission' },
}

/** Settings are acts on the same nouns: how many talks a day is no outcome. */
export const kindOf = (action: string): Kind =>
  action === 'talk.limit' ? 'other' : (BY_NOUN[action.split('.')[0] ?? ''] ?? 'other')

export const wordKind = (kind: Kind, i18n: I18n): string =>
  ({
    talk: i18n._('沟通结果'),
    note: i18n._('备忘'),
    promise: i18n._('承诺'),
    occasion: i18n._('特殊日子'),
    sheet: i18n._('客户资料'),
    mark: i18n._('标记'),
    share: i18n._('转发'),
    group: i18n._('群'),
    reminder: i18n._('提醒'),
    submission: i18n._('投稿'),
    other: i18n._('设置'),
  })[kind]

/** 沟通结果 2 · 备忘 1, the most first. */
export const wordKinds = (actions: readonly string[], i18n: I18n): string => {
  const counts = new Map<Kind, number>()
  for (const action of actions) counts.set(kindOf(action), (counts.get(kindOf(action)) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, n]) => i18n._('{kind} {n} 条', { kind: wordKind(kind, i18n), n }))
    .join(' · ')
}

export const wordWhy = ({ why }: Refused): string => errorText(why)
