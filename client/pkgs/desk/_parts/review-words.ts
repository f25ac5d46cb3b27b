// The words of approval: where it stands, and where a risk was found.
import type { I18n } from '@lingui/core'
import type { ReviewState } from '@shared/domain/review'
import type { RiskPlace } from '@shared/domain/safety'

export const wordReview = (i18n: I18n, state: ReviewState): string => {
  switch (state) {
    case 'submitted':
      return i18n._('等审核')
    case 'returned':
      return i18n._('已退回')
    case 'approved':
      return i18n._('已通过')
  }
}

export const wordPlace = (i18n: I18n, where: RiskPlace): string => {
  switch (where) {
    case 'text':
      return i18n._('朋友圈文案')
    case 'firstComment':
      return i18n._('首条评论')
    case 'article':
      return i18n._('长文')
    case 'wording':
      return i18n._('选词')
    case 'alt':
      return i18n._('图片说明')
    case 'image':
      return i18n._('图片')
  }
}
