// What are reasons, outcomes and ways of talking called? On the phone and on HQ's desk alike.
import type { I18n } from '@lingui/core'
import type { RestReason, TalkReason } from '@shared/domain/talk'
import type { ShownOutcome, ShownTalk } from './shown'

export const wordReason = (reason: TalkReason, i18n: I18n): string =>
  ({
    promise: i18n._('承诺到期'),
    signal: i18n._('商机'),
    hot: i18n._('刚读过'),
    repurchase: i18n._('该补了'),
    deep: i18n._('读得深'),
    rising: i18n._('兴趣在升'),
    occasion: i18n._('特殊日子'),
    thanks: i18n._('该谢谢她'),
    introduce: i18n._('请她介绍'),
    lifecycle: i18n._('买了几天'),
    overdue: i18n._('好久没聊'),
  })[reason]

/** 目的: what this talk is for; a deal is never the first thing. */
export const wordPurpose = (reason: TalkReason, i18n: I18n): string =>
  ({
    promise: i18n._('把答应的事办好'),
    signal: i18n._('趁她有需要，先帮上忙'),
    hot: i18n._('趁她刚读过，答她想问的'),
    repurchase: i18n._('别让她用着用着断了'),
    deep: i18n._('弄清她想解决什么'),
    rising: i18n._('顺着她关心的聊下去'),
    occasion: i18n._('让她知道你记着'),
    thanks: i18n._('谢谢她，不求什么'),
    introduce: i18n._('请她牵个线，不勉强'),
    lifecycle: i18n._('问问用得怎么样'),
    overdue: i18n._('问声好，不提买'),
  })[reason]

export const wordEnd = (end: ShownOutcome['end'], i18n: I18n): string =>
  ({
    talked: i18n._('聊了'),
    silent: i18n._('没回'),
    booked: i18n._('约了'),
    dealt: i18n._('成交'),
    unfit: i18n._('不合适'),
    later: i18n._('稍后'),
  })[end]

export const wordRestReason = (reason: RestReason, i18n: I18n): string =>
  ({
    'asked-quiet': i18n._('她说先别打扰'),
    'talked-recently': i18n._('刚聊过'),
    unanswered: i18n._('发了没回，先等等'),
    'reads-silent': i18n._('只看不回，让她安静看'),
    'company-cap': i18n._('陪伴够了，歇一歇'),
    unfit: i18n._('说过不合适'),
  })[reason]

const wordChannel = (channel: ShownTalk['channel'], i18n: I18n): string =>
  ({ wechat: i18n._('发微信'), phone: i18n._('打电话'), store: i18n._('到店里聊') })[channel]

/** 24:00 is the end of a day. */
const hour = (n: number): string => `${String(n).padStart(2, '0')}:00`

const wordWindow = ({ fromHour, toHour, weekend }: NonNullable<ShownTalk['window']>, i18n: I18n): string => {
  const span = { from: hour(fromHour), to: hour(toHour) }
  return weekend ? i18n._('她多在周末 {from}–{to} 有空', span) : i18n._('她多在 {from}–{to} 有空', span)
}

const wordRelation = (relation: NonNullable<ShownTalk['relation']>, i18n: I18n): string =>
  ({
    service: i18n._('像客服：先问要帮什么'),
    expert: i18n._('像专家：说清道理'),
    model: i18n._('像榜样：说自己的做法'),
  })[relation]

const wordValue = (value: NonNullable<ShownTalk['value']>, i18n: I18n): string =>
  ({
    benefit: i18n._('有实惠直接说'),
    information: i18n._('给有用的，不催'),
    company: i18n._('多听少说'),
  })[value]

type How = Pick<ShownTalk, 'channel' | 'window' | 'relation' | 'value'>

/** 怎么聊: by what, when, in which tone; what is not known is not said. */
export const wordHow = ({ channel, window, relation, value }: How, i18n: I18n): string[] => [
  wordChannel(channel, i18n),
  ...(window ? [wordWindow(window, i18n)] : []),
  ...(relation ? [wordRelation(relation, i18n)] : []),
  ...(value ? [wordValue(value, i18n)] : []),
]
