// What do tables that leave the house call things? Heads and words in Chinese, as those who open them read.
import type { ExportKind } from '@shared/domain/export'
import type { RepKind, Role } from '@shared/domain/member'
import type { PostState } from '@shared/domain/post'
import type { Tone } from '@shared/domain/variant/tone'

export const HEADS: Record<Exclude<ExportKind, 'roster'>, string[]> = {
  posts: [
    ...['标题', '栏目', '状态', '上线时间', '话题', '广告'],
    ...['拿到（人）', '存了图文（人）', '已发布（人）', '阅读', '读得深', '内容编号'],
  ],
  members: ['工号', '姓名', '角色', '岗位', '门店', '小组', '语气', '标签', '离职日期', '系统编号'],
  audit: ['编号', '时间', '谁', '做了什么', '对象', '细节'],
  work: ['日期', '阅读', '读得深'],
}
/** Sums about customers of fewer than five. */
export const FEW = '不足5'
export const ROLE_WORDS: Record<Role, string> = { rep: '导购', editor: '编辑', approver: '审核', manager: '店长' }
export const KIND_WORDS: Record<RepKind, string> = { guide: '导购', salesman: '销售', teacher: '老师', service: '服务' }
export const TONE_WORDS: Record<Tone, string> = { warm: '亲切', expert: '专业', lively: '活泼' }
export const STATE_WORDS: Record<PostState, string> = {
  ...{ draft: '草稿', scheduled: '待上线', live: '已上线' },
  ...{ recalled: '已撤回', expired: '已到期' },
}
