// What is each step of a payout called?
import type { I18n } from '@lingui/core'
import type { PayoutState } from '@shared/domain/payout'

export const wordPayout = (state: PayoutState, i18n: I18n): string =>
  ({
    making: i18n._('正在汇总'),
    made: i18n._('待批准'),
    approved: i18n._('已批准，待付款'),
    paying: i18n._('正在记账'),
    paid: i18n._('已付'),
    returning: i18n._('正在退回'),
    returned: i18n._('已退回'),
  })[state]
