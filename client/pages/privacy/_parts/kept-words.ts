// How much does her adviser keep of her beside her readings? Counts alone; nothing where it is nothing.
import type { I18n } from '@lingui/core'
import type { Privacy } from './use-privacy'

export const wordKept = ({ kept }: Pick<Privacy['consents'][number], 'kept'>, i18n: I18n): string => {
  const { notes, promises, occasions } = kept
  const parts = [
    ...(notes ? [i18n._('{n} 条笔记', { n: notes })] : []),
    ...(promises ? [i18n._('{n} 件答应您的事', { n: promises })] : []),
    ...(occasions ? [i18n._('{n} 个特别的日子', { n: occasions })] : []),
  ]
  return parts.length ? parts.join(i18n._('、')) : i18n._('没有记别的')
}
