// The desk's words for what was offered: how far it is, from whom, who is on the photos.
import type { I18n } from '@lingui/core'
import type { PeopleShown, SubmissionState } from '@shared/domain/submission'
import type { InboxOffer } from './use-offers-desk'

export const wordInboxState = (i18n: I18n, state: SubmissionState): string =>
  ({
    new: i18n._('待看'),
    asked: i18n._('等她改'),
    accepted: i18n._('收下了'),
    declined: i18n._('谢绝了'),
    withdrawn: i18n._('她收回了'),
  })[state]

/** A customer is nobody to HQ: what she wants to be called stands with her words. */
export const wordFrom = (i18n: I18n, { by, from }: Pick<InboxOffer, 'by' | 'from'>): string =>
  by === 'customer' ? i18n._('一位顾客') : from || i18n._('一位导购')

export const wordShown = (i18n: I18n, people: PeopleShown): string =>
  ({
    nobody: i18n._('她说：照片里没有人'),
    me: i18n._('她说：照片里只有她自己'),
    adults: i18n._('她说：照片里的都是大人，都同意公开'),
    children: i18n._('她说：照片里有孩子'),
  })[people]

/** Where a check's place is: the words, or which photo. */
export const wordOfferPlace = (i18n: I18n, place: string): string => {
  const [kind, n = ''] = place.split('.')
  return kind === 'photo' ? i18n._('第 {n} 张图', { n }) : i18n._('她写的话')
}
