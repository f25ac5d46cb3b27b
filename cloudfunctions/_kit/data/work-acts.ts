// What did a rep do lately that sums of work are made of? Her kits, and how her talks went.
import type { Day } from '@shared/domain/day'
import type { ContactId, MemberId } from '@shared/domain/ids'
import type { Kit } from '@shared/domain/kit'
import type { Told } from '@shared/domain/talk'
import { above, collection, FIND_MAX } from '../collection'

export type DealtKit = Pick<Kit, 'postId' | 'version' | 'dealtAt' | 'savedAt' | 'postedAt' | 'text' | 'dealt' | 'tone'>
/** As much of a day's talks as names contacts and posts. */
export type DayOfTalks = {
  day: Day
  told: readonly Told[]
  talks: readonly { contactId: ContactId; clues: readonly { evidence: readonly object[] }[] }[]
}

const kits = collection<Kit>('kits')
const days = collection<DayOfTalks & { _id: string; repId: MemberId }>('talkdays')

const KIT = ['postId', 'version', 'dealtAt', 'savedAt', 'postedAt', 'text', 'dealt', 'tone'] as const
/** Paths: reasons and lines stay where they are. */
const DAY = ['day', 'told', 'talks.contactId', 'talks.clues.evidence.postId'] as string[] as (
  | 'day'
  | 'told'
  | 'talks'
)[]

export const listDealtTo = (repId: MemberId, since: number): Promise<DealtKit[]> =>
  kits.find({ repId, dealtAt: above(since) }, { order: [['dealtAt', 'desc']], limit: FIND_MAX / 2, fields: KIT })

export const listTalksOf = (repId: MemberId, after: Day): Promise<DayOfTalks[]> =>
  days.find({ repId, day: above(after) }, { order: [['day', 'desc']], fields: DAY })
