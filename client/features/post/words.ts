// The desk's words for states, faults and refusals: what happened and what to do.
import type { I18n } from '@lingui/core'
import { type PickedRefusal, placeOf } from '@shared/domain/draft'
import { POST_STATES, type PostState } from '@shared/domain/post'
import type { Form } from '@shared/domain/reader'
import { MAX_BRANCHES, MAX_CHOICE_POINTS, MAX_SPINTAX_DEPTH } from '@shared/domain/variant/spintax'
import type { TextVerdict } from '@shared/domain/variant/text-check'
import type { Tone } from '@shared/domain/variant/tone'
import type { PostRow } from './use-posts'

export { POST_STATES, type PostState }

export const wordState = (i18n: I18n, state: PostState): string => {
  switch (state) {
    case 'draft':
      return i18n._('草稿')
    case 'scheduled':
      return i18n._('已定时')
    case 'live':
      return i18n._('已上线')
    case 'recalled':
      return i18n._('已撤回')
    case 'expired':
      return i18n._('已到期')
  }
}

export const wordForm = (i18n: I18n, form: Form): string => {
  switch (form) {
    case 'reason':
      return i18n._('道理')
    case 'result':
      return i18n._('成绩')
    case 'science':
      return i18n._('科学')
  }
}

export const wordTone = (i18n: I18n, tone: Tone): string => {
  switch (tone) {
    case 'warm':
      return i18n._('亲切')
    case 'expert':
      return i18n._('专业')
    case 'lively':
      return i18n._('活泼')
  }
}

/** 12,000, without Intl, which some phones lack. */
const grouped = (n: number): string => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ',')

/** 12,000 · 34 万 · 10 亿以上: no more exact than is useful. */
export const wordSpace = (i18n: I18n, space: number): string => {
  if (space >= 1e9) return i18n._('10 亿以上')
  if (i18n.locale === 'en') return grouped(space)
  if (space >= 1e8) return i18n._('{n} 亿', { n: Math.floor(space / 1e7) / 10 })
  if (space >= 1e5) return i18n._('{n} 万', { n: Math.floor(space / 1e4) })
  return grouped(space)
}

export const titleOf = (i18n: I18n, post: Pick<PostRow, 'title' | 'text'>): string =>
  post.title.trim() || post.text.trim().slice(0, 24) || i18n._('还没写标题')

/** Null while nothing is wrong. An empty text is not wrong yet, only unfinished. */
export const wordVerdict = (i18n: I18n, verdict: TextVerdict, text: string): string | null => {
  if (verdict.ok || verdict.reason === 'empty') return null
  if (verdict.reason === 'too-long')
    return i18n._('写了 {n} 字，最多 {max} 字', { n: verdict.characters, max: verdict.limit })
  if (verdict.reason === 'space-too-small')
    return i18n._('{tone}的说法只有 {n} 种，够 {needed} 种才能发。再加 {more} 处选词', {
      tone: wordTone(i18n, verdict.tone),
      n: wordSpace(i18n, verdict.space),
      needed: wordSpace(i18n, verdict.needed),
      more: verdict.morePoints,
    })
  const { line, place } = placeOf(text, verdict.at)
  return i18n._('第 {line} 行第 {place} 字：{fault}', { line, place, fault: wordFault(i18n, verdict.reason) })
}

type Fault = Extract<TextVerdict, { at: number }>['reason']
const wordFault = (i18n: I18n, fault: Fault): string => {
  switch (fault) {
    case 'unclosed':
      return i18n._('这个 {mark} 没有收尾', { mark: '{' })
    case 'unopened':
      return i18n._('这个 {mark} 前面没有开头', { mark: '}' })
    case 'empty-choice':
      return i18n._('选词至少两种，每种都要有字')
    case 'no-branch-for-tone':
      return i18n._('这处选词有一种语气没有说法，补一个')
    case 'too-deep':
      return i18n._('选词套了超过 {n} 层，拆开写', { n: MAX_SPINTAX_DEPTH })
    case 'too-many':
      return i18n._('选词太多，最多 {points} 处，每处最多 {branches} 种', {
        points: MAX_CHOICE_POINTS,
        branches: MAX_BRANCHES,
      })
    case 'locked-word-in-choice':
      return i18n._('锁定词在选词里会丢，移到选词外面')
    case 'empty':
      return i18n._('先写点文案')
  }
}

export const wordPicked = (i18n: I18n, reason: PickedRefusal, name: string): string => {
  switch (reason) {
    case 'too-big':
      return i18n._('“{name}”超过 10 MB，压小一点再传', { name })
    case 'empty':
      return i18n._('“{name}”是空的，换一张', { name })
    case 'heic':
      return i18n._('“{name}”是 HEIC。iPhone 请到“设置-相机-格式”选“兼容性最佳”，或导出成 JPG 再传', { name })
    case 'not-a-picture':
      return i18n._('“{name}”不是 JPEG、PNG 或 WebP，换一张', { name })
  }
}

export const wordNote = (i18n: I18n, note: 'first-frame-only' | 'made-smaller' | 'colours-converted'): string => {
  switch (note) {
    case 'first-frame-only':
      return i18n._('动图只留了第一帧')
    case 'made-smaller':
      return i18n._('已缩小到合适的尺寸')
    case 'colours-converted':
      return i18n._('颜色已转成手机通用的')
  }
}

export type RefusedField = 'text' | 'lockedWords' | 'title' | 'time' | 'article' | 'audience' | 'poll' | 'form'

/** Which field an answer of the server belongs to; the sentence itself is the server's. */
export const fieldOf = (error: { reason?: string; field?: string }): RefusedField => {
  switch (error.reason) {
    case 'title-missing':
      return 'title'
    case 'article-too-long':
    case 'too-many-paragraphs':
      return 'article'
    case 'past-time':
      return 'time'
    case 'locked-word-missing':
      return 'lockedWords'
    case 'no-such-poll':
    case 'poll-not-for-readers':
    case 'poll-not-open-then':
      return 'poll'
    case 'text-missing':
    case 'too-long':
    case 'empty':
    case 'space-too-small':
    case 'locked-word-in-choice':
    case 'unclosed':
    case 'unopened':
    case 'empty-choice':
    case 'no-branch-for-tone':
    case 'too-deep':
    case 'too-many':
    case 'words-blocked':
    case 'words-unsigned':
      return 'text'
    default:
      return error.field === 'text' || error.field === 'title' ? error.field : 'form'
  }
}
