// What each act in the log is called, and what it was about in a few words.
import type { I18n } from '@lingui/core'
import type { AuditAct, AuditFault } from '@shared/domain/audit'
import { wordInstant } from '@shared/domain/day'
import type { AuditRow } from '@/features/audit/use-audits'
import { currentLang } from '@/platform/lang'

export const wordActs = (i18n: I18n): Record<AuditAct, string> => ({
  'post.submitted': i18n._('提交审核'),
  'post.withdrawn': i18n._('撤回提交'),
  'post.returned': i18n._('退回'),
  'post.approved': i18n._('审核通过'),
  'post.published': i18n._('发布'),
  'post.scheduled': i18n._('定时发布'),
  'post.recalled': i18n._('撤回'),
  'post.expired': i18n._('到期下架'),
  'post.held': i18n._('微信检查后下架'),
  'check.decided': i18n._('判定微信检查'),
  'post.planned': i18n._('排期'),
  'pool.approved': i18n._('看过样稿'),
  'column.saved': i18n._('改栏目'),
  'column.dropped': i18n._('删栏目'),
  'member.saved': i18n._('改人员'),
  'member.left': i18n._('离职'),
  'member.role': i18n._('改角色'),
  'member.scope': i18n._('改管理范围'),
  'member.invited': i18n._('发邀请码'),
  'member.bound': i18n._('绑定邀请码'),
  'region.saved': i18n._('改区域'),
  'region.dropped': i18n._('删区域'),
  'product.saved': i18n._('改商品'),
  'deals.imported': i18n._('导入成交'),
  'deal.verified': i18n._('核实成交'),
  'cost.saved': i18n._('记成本'),
  'cost.dropped': i18n._('去掉成本'),
  'team.saved': i18n._('改小组'),
  'team.dropped': i18n._('删小组'),
  'store.saved': i18n._('改门店'),
  'roster.applied': i18n._('导入名单'),
  'roster.undone': i18n._('撤销导入'),
  'handover.begun': i18n._('开始交接'),
  'handover.cancelled': i18n._('取消交接'),
  'export.made': i18n._('导出'),
  'webhook.saved': i18n._('改推送地址'),
  'webhook.dropped': i18n._('删推送地址'),
  'delivery.replayed': i18n._('重发推送'),
  'token.made': i18n._('开令牌'),
  'token.dropped': i18n._('作废令牌'),
  'dispute.decided': i18n._('裁定合伙人异议'),
  'payout.made': i18n._('生成付款批次'),
  'payout.approved': i18n._('批准付款批次'),
  'payout.returned': i18n._('退回付款批次'),
  'payout.exported': i18n._('导出付款批次'),
  'payout.paid': i18n._('付款完成'),
  'poll.saved': i18n._('保存问题'),
  'poll.opened': i18n._('开始提问'),
  'poll.closed': i18n._('结束提问'),
  'poll.withdrawn': i18n._('撤下问题'),
  'submission.asked': i18n._('投稿：请她改'),
  'submission.declined': i18n._('投稿：谢绝'),
  'submission.accepted': i18n._('投稿：收下'),
  'submission.retracted': i18n._('投稿：替她收回'),
  'kol.saved': i18n._('改关键人等级'),
  'subject.exported': i18n._('按本人要求导出'),
  'subject.erased': i18n._('按本人要求删除'),
  'act.lost': i18n._('没做成'),
})

const fact = (row: AuditRow, name: string): string => {
  const value = row.facts[name]
  return value === undefined || value === null ? '' : String(value)
}

const wordAt = (value: string): string => wordInstant(Number(value), Date.now(), currentLang())

/** Where it stands now in the calendar, and where it stood; how often it was moved is for programs. */
const wordMove = (i18n: I18n, name: string, value: string): string => {
  if (name === 'at') return value === '' ? i18n._('移出日历') : i18n._('排到 {when}', { when: wordAt(value) })
  return name === 'was' && value !== '' ? i18n._('原来在 {when}', { when: wordAt(value) }) : ''
}
const MOVE_FACTS = ['at', 'was', 'moves']

const wordFact = (i18n: I18n, row: AuditRow, name: string): string => {
  const value = fact(row, name)
  if (row.act === 'post.planned' && MOVE_FACTS.includes(name)) return wordMove(i18n, name, value)
  if (value === '') return ''
  switch (name) {
    case 'version':
      return i18n._('第 {n} 版', { n: value })
    case 'publishAt':
      return i18n._('定在 {when}', { when: wordAt(value) })
    case 'submittedBy':
      return i18n._('{name} 提交的', { name: value })
    case 'approvedBy':
      return i18n._('{name} 看过样稿', { name: value })
    case 'signed':
      return i18n._('签字 {n} 处', { n: value.split(' ').length })
    case 'lost':
      return wordActs(i18n)[value as AuditAct] ?? value
    case 'title':
      return ''
    default:
      return value
  }
}

/** Everything the entry says, its title apart; what we have no word for stands as it is. */
export const wordFacts = (i18n: I18n, row: AuditRow): string =>
  Object.keys(row.facts)
    .map((name) => wordFact(i18n, row, name))
    .filter((word) => word !== '')
    .join(' · ')

export const titleOfAct = (row: AuditRow): string => fact(row, 'title') || fact(row, 'name')

export const wordFault = (i18n: I18n, fault: AuditFault): string => {
  switch (fault.fault) {
    case 'removed':
      return fault.from === fault.to
        ? i18n._('第 {n} 条被删掉了', { n: fault.from })
        : i18n._('第 {from} 到 {to} 条被删掉了', { from: fault.from, to: fault.to })
    case 'edited':
      return i18n._('第 {n} 条被改过', { n: Number(fault.id) })
    case 'inserted':
      return i18n._('{id} 这条是后来塞进去的', { id: fault.id })
    case 'unlinked':
      return i18n._('第 {n} 条和前一条接不上', { n: Number(fault.id) })
    case 'head-edited':
      return i18n._('末尾的记号被改过')
    case 'head-missing':
      return i18n._('末尾的记号被删掉了')
  }
}
