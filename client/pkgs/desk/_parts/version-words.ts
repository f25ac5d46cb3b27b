// What of a post changed, in a word for each part.
import type { I18n } from '@lingui/core'
import type { PostPart } from '@shared/domain/version'
import type { DraftForm } from '@/features/post/draft-form'
import type { ListPart, SectionDifference, TextPart } from './compare-forms'

export const wordPart = (i18n: I18n, part: PostPart): string => {
  switch (part) {
    case 'text':
      return i18n._('文案')
    case 'locked':
      return i18n._('锁定词')
    case 'comment':
      return i18n._('首条评论')
    case 'article':
      return i18n._('长文')
    case 'images':
      return i18n._('图片')
    case 'marks':
      return i18n._('图上标记')
    case 'topics':
      return i18n._('话题')
    case 'meaning':
      return i18n._('痛点和身份')
    case 'audience':
      return i18n._('发给谁')
    case 'plan':
      return i18n._('栏目和安排')
    case 'ad':
      return i18n._('广告标')
  }
}

export const wordText = (i18n: I18n, part: TextPart): string => {
  switch (part) {
    case 'text':
      return i18n._('文案')
    case 'firstComment':
      return i18n._('首条评论')
    case 'title':
      return i18n._('长文标题')
    case 'painPoint':
      return i18n._('痛点')
    case 'persona':
      return i18n._('身份')
    case 'column':
      return i18n._('栏目')
  }
}

export const wordList = (i18n: I18n, part: ListPart): string => {
  switch (part) {
    case 'topics':
      return i18n._('话题')
    case 'lockedWords':
      return i18n._('锁定词')
    case 'vetoes':
      return i18n._('不用的词')
    case 'labels':
      return i18n._('人群')
  }
}

export const wordSection = (i18n: I18n, { kind, n }: SectionDifference): string => {
  switch (kind) {
    case 'added':
      return i18n._('第 {n} 节 · 新加的', { n })
    case 'removed':
      return i18n._('原第 {n} 节 · 拿掉了', { n })
    case 'moved':
      return i18n._('第 {n} 节 · 换了位置', { n })
    case 'changed':
      return i18n._('第 {n} 节', { n })
  }
}

/** A place that two people changed at once: a field, or a section by its id. */
export const wordClash = (i18n: I18n, place: string, { sections }: Pick<DraftForm, 'sections'>): string => {
  const at = sections.findIndex(({ id }) => id === place)
  if (at >= 0) return i18n._('第 {n} 节', { n: at + 1 })
  if (place === 'text' || place === 'firstComment' || place === 'title' || place === 'painPoint')
    return wordText(i18n, place)
  if (place === 'persona' || place === 'column') return wordText(i18n, place)
  if (place === 'coverId') return i18n._('封面')
  if (place === 'pollId') return i18n._('文末的问题')
  if (place === 'isAd') return wordPart(i18n, 'ad')
  return place === 'orderFree' ? wordPart(i18n, 'marks') : wordPart(i18n, 'plan')
}
