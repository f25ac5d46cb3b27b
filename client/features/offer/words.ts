// How are states, missing answers and rights said to whoever offers something?
import type { I18n } from '@lingui/core'
import type { PeopleShown, SubmissionState } from '@shared/domain/submission'
import type { ChipTone } from '@/ui/Chip'
import type { Missing } from './use-offer-form'

/** creditedAt: since when what was made of it is out. */
export const wordOfferState = (i18n: I18n, state: SubmissionState, creditedAt: number | null): string =>
  ({
    new: i18n._('总部在看'),
    asked: i18n._('总部想请改一下'),
    accepted: creditedAt === null ? i18n._('收下了，在编') : i18n._('已经发出'),
    declined: i18n._('这次没用上'),
    withdrawn: i18n._('已收回'),
  })[state]

export const TONE_OF: Readonly<Record<SubmissionState, ChipTone>> = {
  new: 'plain',
  asked: 'warm',
  accepted: 'accent',
  declined: 'plain',
  withdrawn: 'plain',
}

export const wordPeople = (i18n: I18n, people: PeopleShown): string =>
  ({
    nobody: i18n._('没有人'),
    me: i18n._('只有我自己'),
    adults: i18n._('有别的大人，都同意公开'),
    children: i18n._('有孩子'),
  })[people]

export const wordMissing = (i18n: I18n, missing: Missing): string => {
  switch (missing) {
    case 'words':
      return i18n._('写几句，或放一张照片')
    case 'photos':
      return i18n._('照片还在传，传好了再投')
    case 'mine':
      return i18n._('说一下是不是自己拍的、写的')
    case 'not-mine':
      return i18n._('别人拍的、写的，要由本人来投')
    case 'people':
      return i18n._('说一下照片里有谁')
    case 'child':
      return i18n._('谢谢这份心意。有孩子的照片我们不收：孩子还不能自己同意公开。换一张没有孩子的就好')
    case 'agreed':
      return i18n._('看过约定，同意了再投')
    case null:
      return ''
  }
}
