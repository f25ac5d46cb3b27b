// What are exports, events, scopes and failures called at the desk?
import type { I18n } from '@lingui/core'
import type { ShownDelivery } from '@shared/contracts/hook'
import type { TokenScope } from '@shared/domain/api-token'
import type { LoggedKind } from '@shared/domain/export'
import type { HookEvent } from '@shared/domain/webhook'

export const wordKind = (kind: LoggedKind, i18n: I18n): string =>
  ({
    posts: i18n._('内容效果'),
    members: i18n._('员工名单'),
    roster: i18n._('名册模板'),
    audit: i18n._('操作记录'),
    work: i18n._('每日阅读合计'),
    names: i18n._('导购自己的备注'),
  })[kind]

export const wordEvent = (event: HookEvent, i18n: I18n): string =>
  ({
    'post.published': i18n._('内容上线'),
    'post.recalled': i18n._('内容撤回'),
    'post.expired': i18n._('内容到期'),
    'roster.applied': i18n._('名册导入完成'),
    'talk.deals': i18n._('每日成交数'),
    'ops.alert': i18n._('系统有异常'),
    'ops.clear': i18n._('系统恢复正常'),
  })[event]

export const wordScope = (scope: TokenScope, i18n: I18n): string =>
  ({
    'posts:read': i18n._('看内容和栏目'),
    'people:read': i18n._('看门店和员工（没有电话）'),
    'work:read': i18n._('看合计（不足 5 人不给数）'),
    'hooks:read': i18n._('看推送记录'),
    'hooks:replay': i18n._('重发推送'),
  })[scope]

/** How it went, in a few words. */
export const wordDelivery = ({ state, fault, status }: ShownDelivery, i18n: I18n): string => {
  if (state === 'sent') return i18n._('已送到')
  if (fault === 'refused') return i18n._('对方答 {status}', { status: status ?? '—' })
  if (fault === 'redirect') return i18n._('对方要转去别处，没有跟')
  if (fault === 'timeout') return i18n._('5 秒没有回应')
  if (fault === 'unreachable') return i18n._('连不上')
  if (fault === 'not-public') return i18n._('域名指向内网，没有发')
  return fault === 'hook-off' ? i18n._('推送已停用') : i18n._('等待发送')
}
