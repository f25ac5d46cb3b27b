// What was sent to whom? The log of notices, each claimed before it is sent.
import type { MemberId } from '@shared/domain/ids'
import type { Notice } from '@shared/domain/notice'
import { below, collection } from '../collection'

const notices = collection<Notice>('notices')

const SHOWN_MAX = 20

export const noticeId = (repId: MemberId, round: number): string => `${repId}.${round}`

/** False when this round has been claimed: someone sends it now, or died doing so. */
export const claimNotice = (notice: Notice): Promise<boolean> => notices.insertIfAbsent(notice)
export const findNotice = (id: string): Promise<Notice | null> => notices.get(id)

export const settleNotice = async ({ _id, outcome, errcode }: Notice): Promise<void> => {
  await notices.change({ _id }, { outcome, errcode })
}

/** The latest first. */
export const listNotices = (repId: MemberId): Promise<Notice[]> =>
  notices.find({ repId }, { order: [['at', 'desc']], limit: SHOWN_MAX })

export const removeNoticesBefore = (at: number): Promise<number> => notices.remove({ at: below(at) })
