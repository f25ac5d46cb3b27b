// How are money, steps and tiers said to a partner?
import type { I18n } from '@lingui/core'
import type { Kind } from '@shared/domain/ledger'
import type { LeftFor } from '@shared/domain/partner'
import type { TierName } from '@shared/domain/partner-terms'
import type { ReferralState } from '@shared/domain/referral'

/** 300 ten-thousandths are 3%. */
export const percent = (bp: number): string => `${bp / 100}%`

export const wordState = (state: ReferralState, i18n: I18n): string =>
  ({
    claimed: i18n._('等确认收款、过退货期'),
    verified: i18n._('已核实，等异议期结束'),
    payable: i18n._('应付，等下次付款'),
    paid: i18n._('已付'),
    reversed: i18n._('已退款或已取消'),
    none: i18n._('不计报酬'),
  })[state]

export const wordLeft = (leftFor: LeftFor | null, i18n: I18n): string => {
  if (leftFor === 'hired') return i18n._('您成了员工，合伙已结束；已核实的照付')
  return leftFor === 'other' ? i18n._('邀请不是给您的，合伙已结束；已核实的照付') : i18n._('已退出')
}

export const wordStep = (kind: Kind, i18n: I18n): string =>
  ({
    earn: i18n._('核实一笔'),
    release: i18n._('转为应付'),
    grant: i18n._('总部补记'),
    reverse: i18n._('退回一笔'),
    hold: i18n._('进入付款批次'),
    return: i18n._('付款批次退回'),
    pay: i18n._('付款'),
    forgive: i18n._('免去待抵扣'),
  })[kind]

export const wordTier = (tier: TierName, i18n: I18n): string =>
  ({ starter: i18n._('初始档'), steady: i18n._('稳定档'), close: i18n._('同行档') })[tier]
