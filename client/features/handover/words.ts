// What she is told when her adviser has left, and what either answer means; a firm she has not agreed to is named.
import type { I18n } from '@lingui/core'
import type { Output } from '@shared/contracts'
import { RETENTION_DAYS } from '@shared/domain/consent'

export type ShownHandover = NonNullable<Output<'reader', 'post.read'>['handover']>

export const wordHandover = (i18n: I18n, told: ShownHandover): { label: string; statement: string; no: string } => {
  const { fromName, toName, storeName, company } = told
  const words = { fromName, toName, storeName, company, days: RETENTION_DAYS }
  return {
    label: i18n._('顾问换人了'),
    statement: told.needsConsent
      ? i18n._(
          '您的顾问{fromName}不在店里了，以后由{storeName}的{toName}接着服务。{storeName}属于另一家公司：{company}。把您看过的内容（文章、时间、每节停留和回看）提供给{company}，{toName}才看得到，用来为您解答，保存 {days} 天，可随时撤回。',
          words,
        )
      : i18n._('您的顾问{fromName}不在店里了，以后由{toName}接着服务，您看过的内容{toName}也会知道。', words),
    no: i18n._('选「不用」，您之前的同意就到此为止，看过的不再归在您名下。'),
  }
}
