// When was a rep seen to do well? What is kept of it once its sources are gone: that there was one, and when.
import type { MemberId } from '@shared/domain/ids'
import type { KeptFact } from '@shared/domain/ladder'
import { collection } from '../collection'

type Ladder = { _id: MemberId; kept: KeptFact[]; rev: number }

const ladders = collection<Ladder>('ladders')

export const findLadder = async (_id: MemberId): Promise<Ladder> =>
  (await ladders.get(_id)) ?? { _id, kept: [], rev: 0 }

/** False when another phone of hers was faster: it kept the same, or will when it looks next. */
export const keepLadder = async ({ _id, rev }: Ladder, kept: KeptFact[]): Promise<boolean> =>
  rev === 0
    ? ladders.insertIfAbsent({ _id, kept, rev: 1 })
    : (await ladders.change({ _id, rev }, { kept, rev: rev + 1 })) > 0
