// What a column is called, and what is wrong with a row, in words that say what to do.
import type { I18n } from '@lingui/core'
import type { RosterFault, RosterField } from '@shared/domain/roster'
import { LABEL_MAX, LABELS_MAX } from '@shared/domain/staff'

export const wordField = (i18n: I18n, field: RosterField): string =>
  ({
    code: i18n._('工号'),
    name: i18n._('姓名'),
    account: i18n._('账号'),
    kind: i18n._('岗位'),
    role: i18n._('角色'),
    region: i18n._('区域'),
    store: i18n._('门店'),
    team: i18n._('小组'),
    tone: i18n._('语气'),
    labels: i18n._('员工标签'),
    left: i18n._('离职日期'),
    successor: i18n._('接手人'),
  })[field]

const ofCells = (i18n: I18n): Partial<Record<RosterFault, string>> => ({
  'name-missing': i18n._('没写姓名'),
  'too-long': i18n._('写得太长'),
  'control-characters': i18n._('有看不见的字符，重新打一遍'),
  formula: i18n._('以 = + - @ 开头，像公式，去掉它'),
  'unknown-kind': i18n._('没有这种岗位，写 导购、销售、老师或服务'),
  'unknown-role': i18n._('没有这个角色，写 导购 或空着'),
  'role-not-allowed': i18n._('总部的角色不能用名单导入，由审核人单独设'),
  'unknown-tone': i18n._('没有这种语气，写 亲切、专业或活泼'),
  'too-many-labels': i18n._('标签最多 {n} 个，每个最多 {m} 个字', { n: LABELS_MAX, m: LABEL_MAX }),
  'bad-day': i18n._('日期不对，写成 2026-01-31'),
  'day-to-come': i18n._('离职日期还没到，到那天再导入'),
})

const ofPeople = (i18n: I18n): Partial<Record<RosterFault, string>> => ({
  'nothing-to-know-her-by': i18n._('工号和账号至少写一个'),
  'code-twice': i18n._('名单里有两行是这个工号'),
  'account-twice': i18n._('名单里有两行是这个账号'),
  'person-twice': i18n._('和上面某一行是同一个人'),
  'account-of-another': i18n._('这个账号是别人的'),
  'already-left': i18n._('她已离职。回来的话换一个工号'),
  'leaver-unknown': i18n._('系统里没有她，这行可以删掉'),
})

const ofPlaces = (i18n: I18n): Partial<Record<RosterFault, string>> => ({
  'store-missing': i18n._('没写门店'),
  'unknown-region': i18n._('没有这个区域，先在左边建'),
  'unknown-store': i18n._('没有这家门店，先在左边建'),
  'store-of-another-region': i18n._('这家门店不在这个区域'),
  'unknown-team': i18n._('没有这个小组，先在门店下建'),
  'team-of-another-store': i18n._('这个小组在别的门店'),
  'moves-to-another-firm': i18n._('这家店属于另一家公司，请在人员里单独办'),
  'moved-during-handover': i18n._('她正在接手别人的客户，做完再调'),
})

const ofLeavers = (i18n: I18n): Partial<Record<RosterFault, string>> => ({
  'successor-missing': i18n._('没写谁接手她的客户'),
  'successor-unknown': i18n._('没找到接手人，写她的工号或账号'),
  'successor-leaving': i18n._('接手人也离职了，换一位'),
  'successor-of-another-firm': i18n._('接手人在另一家公司，换一位'),
})

export const wordFault = (i18n: I18n, fault: RosterFault): string =>
  ({ ...ofCells(i18n), ...ofPeople(i18n), ...ofPlaces(i18n), ...ofLeavers(i18n) })[fault] ?? fault
