// To whom do the contacts of a rep who left pass, and how far has that come? One document per leaving rep.
import type { Handover } from '@shared/domain/handover'
import type { MemberId } from '@shared/domain/ids'
import { addedTo, below, collection } from '../collection'

const handovers = collection<Handover>('handovers')

const OPEN_MAX = 50

export const findHandover = (fromId: MemberId): Promise<Handover | null> => handovers.get(fromId)
export const findHandovers = (fromIds: readonly MemberId[]): Promise<Handover[]> => handovers.findMany(fromIds)

/** False when it is no longer as it was seen. */
export const putHandover = async (handover: Handover, previous: Handover | null): Promise<boolean> => {
  if (!previous) return handovers.insertIfAbsent(handover)
  const { _id, ...change } = handover
  return (await handovers.change({ _id, state: previous.state, beganAt: previous.beganAt }, change)) > 0
}

/** False when it is no longer in that state. */
export const moveHandover = async (
  { _id, state }: Pick<Handover, '_id' | 'state'>,
  to: Handover['state'],
): Promise<boolean> => (await handovers.change({ _id, state }, { state: to })) > 0

/** To be called only where what is counted has just changed, by a change that succeeds once. */
export const countAnswer = (fromId: MemberId, what: 'told' | 'agreed' | 'declined'): Promise<number> =>
  handovers.change({ _id: fromId }, { [what]: addedTo(1) })

/** Who was to follow is leaving as well: what has not passed yet is for who follows her. */
export const redirectHandovers = (fromId: MemberId, toId: MemberId): Promise<number> =>
  handovers.change({ toId: fromId, _id: (_) => _.neq(toId) }, { toId })

export const listPassing = (): Promise<Handover[]> => handovers.find({ state: 'passing' }, { limit: OPEN_MAX })

/** Those whose asking began before then. */
export const listAskedSince = (at: number): Promise<Handover[]> =>
  handovers.find({ state: 'passed', beganAt: below(at) }, { limit: OPEN_MAX })
