// How a contact's sheet is told in words: what the rep is to her, what she comes for, from where, how often, by which consent.
import type { I18n } from '@lingui/core'
import type { ContactSheet } from '@shared/contracts/file'
import type { Day } from '@shared/domain/day'
import type { Form } from '@shared/domain/reader'
import type { Relation, Source, TalkEnd, Value } from '@shared/domain/sheet'
import type { TalkReason } from '@shared/domain/talk'
import { currentLang } from '@/platform/lang'
import { afterHan } from '@/ui/han'
import { wordDate } from './note-words'

export const wordRelation = (relation: Relation, i18n: I18n): string => {
  switch (relation) {
    case 'service':
      return i18n._('客服')
    case 'expert':
      return i18n._('专家')
    case 'model':
      return i18n._('榜样')
  }
}

export const wordValue = (value: Value, i18n: I18n): string => {
  switch (value) {
    case 'benefit':
      return i18n._('利益')
    case 'information':
      return i18n._('信息')
    case 'company':
      return i18n._('陪伴')
  }
}

export const wordSource = (source: Source, i18n: I18n): string => {
  switch (source) {
    case 'parcel-card':
      return i18n._('包裹卡')
    case 'store':
      return i18n._('到店')
    case 'referral':
      return i18n._('老客介绍')
    case 'group':
      return i18n._('微信群')
    case 'event':
      return i18n._('活动')
    case 'moments':
      return i18n._('朋友圈')
    case 'other':
      return i18n._('其他')
  }
}

export const wordForm = (form: Form, i18n: I18n): string => {
  if (form === 'reason') return i18n._('道理')
  return form === 'result' ? i18n._('成绩') : i18n._('科学')
}

export const wordConsent = (consent: ContactSheet['consent'], i18n: I18n): string => {
  switch (consent) {
    case 'tags':
      return i18n._('她同意你看阅读和标签')
    case 'reading':
      return i18n._('她只同意你看阅读')
    case 'none':
      return i18n._('她还没同意你看阅读')
  }
}

export const wordEnd = (end: TalkEnd, i18n: I18n): string => {
  switch (end) {
    case 'talked':
      return i18n._('聊了')
    case 'silent':
      return i18n._('没回')
    case 'booked':
      return i18n._('约了')
    case 'dealt':
      return i18n._('成交')
    case 'unfit':
      return i18n._('不合适')
  }
}

/** The reasons in two to four characters; the evidence itself stands on 今日. */
export const wordReason = (reason: TalkReason, i18n: I18n): string => {
  switch (reason) {
    case 'promise':
      return i18n._('承诺到期')
    case 'signal':
      return i18n._('商机')
    case 'hot':
      return i18n._('刚在读')
    case 'repurchase':
      return i18n._('该补了')
    case 'deep':
      return i18n._('读得深')
    case 'rising':
      return i18n._('兴趣在升')
    case 'occasion':
      return i18n._('特殊日子')
    case 'thanks':
      return i18n._('该谢谢她')
    case 'introduce':
      return i18n._('请她介绍')
    case 'lifecycle':
      return i18n._('用了几天')
    case 'overdue':
      return i18n._('好久没聊')
  }
}

/** Until when she asked to be left alone. */
export const wordQuiet = ({ until }: { until: Day | null }, i18n: I18n): string =>
  until === null
    ? i18n._('等她再开口')
    : i18n._('到{day}', { day: afterHan(wordDate(until, Date.now(), currentLang())) })
