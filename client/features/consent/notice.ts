// What she is asked, in words: her adviser's own store in one step; a franchise store, a firm of its own, in a second one.
import type { I18n } from '@lingui/core'
import type { Sender } from '@shared/contracts/reading'
import { RETENTION_DAYS } from '@shared/domain/consent'

/** reading: may it be recorded · store: may the franchise store's firm be given it. */
export type Step = 'reading' | 'store'

/** statement: what she agrees to · agree: the button that says so · label: what the question is called. */
export type Notice = { label: string; statement: string; agree: string }

const storeNotice = (i18n: I18n, { repName, storeName, company, brand }: Sender, tags: boolean): Notice => {
  const words = { repName, storeName, company, brand, days: RETENTION_DAYS }
  return {
    label: i18n._('是否提供给门店公司'),
    statement: tags
      ? i18n._(
          '{storeName}由{company}独立经营。把上面的记录和整理出的话题提供给{company}，您的顾问{repName}才看得到，用来为您解答，保存 {days} 天，可随时撤回。选暂不，什么都不记录。',
          words,
        )
      : i18n._(
          '{storeName}由{company}独立经营。把上面的记录提供给{company}，您的顾问{repName}才看得到，用来为您解答，保存 {days} 天，可随时撤回。选暂不，什么都不记录。',
          words,
        ),
    agree: i18n._('同意提供'),
  }
}

export const noticeOf = (i18n: I18n, sender: Sender, step: Step, tags: boolean): Notice => {
  if (step === 'store') return storeNotice(i18n, sender, tags)
  const { repName, storeName, company, brand, franchise } = sender
  const words = { repName, storeName, company, brand, days: RETENTION_DAYS }
  if (franchise)
    return {
      label: i18n._('是否记录阅读'),
      statement: i18n._(
        '{brand}想记录您看了{repName}发来的哪些内容（文章、时间、每节停留和回看，含之前看过的），以便为您解答。保存 {days} 天，可随时撤回。',
        words,
      ),
      agree: i18n._('同意记录'),
    }
  return {
    label: i18n._('是否告知顾问'),
    statement: i18n._(
      '您的顾问{repName}（{storeName}，{company}）想了解您看了哪些内容（文章、时间、每节停留和回看，含之前看过的），以便为您解答。保存 {days} 天，可随时撤回。',
      words,
    ),
    agree: i18n._('同意并告知顾问'),
  }
}
