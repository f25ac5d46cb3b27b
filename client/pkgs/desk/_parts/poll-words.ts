// How are a poll's state, its public and what is wrong with it said at the desk?
import type { I18n } from '@lingui/core'
import type { PollAudience, PollFault, PollState } from '@shared/domain/poll'

export const wordAudience = (who: PollAudience, i18n: I18n): string =>
  ({ all: i18n._('都问'), reps: i18n._('只问导购'), customers: i18n._('只问客户') })[who]

export const wordPollState = (state: PollState, i18n: I18n): string =>
  ({
    draft: i18n._('草稿'),
    open: i18n._('进行中'),
    closed: i18n._('已结束'),
    withdrawn: i18n._('已撤下'),
  })[state]

export const wordFault = (fault: PollFault, i18n: I18n): string =>
  ({
    'poll-options': i18n._('要 2 到 6 个选项，每个都写上字'),
    'poll-options-alike': i18n._('有两个选项一样'),
    'poll-reward': i18n._('不能说投票有奖，去掉奖品、红包、领取这类话'),
    'poll-spreading': i18n._('不能请人转发、集赞或拉票'),
    'poll-days': i18n._('要在 60 天以内结束'),
  })[fault]
