// How does a rep read partners, what speaks for asking somebody, and how far a purchase is?
import type { I18n } from '@lingui/core'
import { wordDay } from '@shared/domain/day'
import type { LeftFor, PartnerState } from '@shared/domain/partner'
import type { ReferralState } from '@shared/domain/referral'
import { wordHeads } from '@/features/spread/words'
import { currentLang } from '@/platform/lang'
import type { ShownCandidate, ShownPartner } from './use-partners'

const wordState = (state: PartnerState, i18n: I18n): string =>
  ({
    invited: i18n._('已邀请，等她答复'),
    active: i18n._('合伙人'),
    declined: i18n._('她不做'),
    left: i18n._('已退出'),
  })[state]

const wordLeft = (leftFor: LeftFor, i18n: I18n): string =>
  ({
    own: i18n._('已退出'),
    erased: i18n._('已退出'),
    hired: i18n._('成了员工，合伙已结束'),
    other: i18n._('不是她本人，合伙已结束'),
  })[leftFor]

/** What she is, and since when. */
export const wordPartner = ({ state, leftFor, since }: ShownPartner, i18n: I18n): string =>
  i18n._('{state} · {day}', {
    state: leftFor === null ? wordState(state, i18n) : wordLeft(leftFor, i18n),
    day: wordDay(since, Date.now(), currentLang()),
  })

/** Who took the invitation up, where that is not known to be her. */
export const wordTaken = ({ who }: { who: string }, i18n: I18n): string =>
  who === ''
    ? i18n._('接受邀请的人还没和她对上号，请当面请她念一遍代码')
    : i18n._('接受邀请的是「{who}」，请核对是不是她；是的话，在她的资料里把两份合在一起', { who })

export const wordReferral = (state: ReferralState, i18n: I18n): string =>
  ({
    claimed: i18n._('等核实'),
    verified: i18n._('异议期'),
    payable: i18n._('应付'),
    paid: i18n._('已付'),
    reversed: i18n._('已退回'),
    none: i18n._('不计报酬'),
  })[state]

/** Each reason with its numbers, as a colleague would say it. */
export const wordEvidence = ({ evidence }: ShownCandidate, i18n: I18n): string[] => {
  const { brought, bought, met, koc } = evidence
  return [
    ...(bought
      ? [i18n._('买过 {n} 次，最近 {day}', { n: bought.times, day: wordDay(bought.lastAt, Date.now(), currentLang()) })]
      : []),
    ...(koc
      ? [
          i18n._('{people}经她来读，{weeks} 个星期、{posts} 篇内容都有', {
            people: wordHeads(koc.people, i18n).trim(),
            ...{ weeks: koc.weeks, posts: koc.posts },
          }),
        ]
      : []),
    ...(brought
      ? [
          brought.deep === 'few'
            ? i18n._('她传出去的 {n} 篇有人细看，不足 3 人', { n: brought.posts })
            : i18n._('她传出去的 {n} 篇带来 {deep} 次细看', { n: brought.posts, deep: brought.deep }),
        ]
      : []),
    ...(met > 0 ? [i18n._('你们打过 {n} 次交道', { n: met })] : []),
  ]
}
