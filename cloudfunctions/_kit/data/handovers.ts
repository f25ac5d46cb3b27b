// To whom do the contacts of a rep who left pass, and how far has that come? One document per leaving rep.
import type { Handover } from '@shared/domain/handover'
import type { MemberId, RosterId } from '@shared/domain/ids'
import { above, addedTo, below, type Condition, collection, oneOf, upTo } from '../collection'

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

/** Whoever passes something on says so first. False: there is nothing to pass any more, or it was stopped. */
export const enterHandover = async (
  { _id, beganAt }: Pick<Handover, '_id' | 'beganAt'>,
  workUntil: number,
): Promise<boolean> =>
  (await handovers.change({ _id, beganAt, state: oneOf(['passing', 'passed']) }, { workUntil, workers: addedTo(1) })) >
  0
export const leaveHandover = ({ _id, beganAt }: Pick<Handover, '_id' | 'beganAt'>): Promise<number> =>
  handovers.change({ _id, beganAt, workers: above(0) }, { workers: addedTo(-1) })

/** False while somebody passes on from it, and when somebody has answered. From then on nobody does. */
export const stopHandover = async (
  { _id, beganAt, state }: Pick<Handover, '_id' | 'beganAt' | 'state'>,
  now: number,
  heldFor: RosterId | null,
): Promise<boolean> => {
  const nobodyAtIt: Condition<Handover>[] = [{ workers: null }, { workers: upTo(0) }, { workUntil: upTo(now) }]
  for (const free of nobodyAtIt) {
    const seen = { _id, beganAt, state, agreed: 0, declined: 0 }
    if ((await handovers.change({ ...seen, ...free }, { state: 'cancelled', heldFor })) > 0) return true
  }
  return false
}
/** It goes on after all. */
export const resumeHandover = (_id: MemberId, heldFor: RosterId | null): Promise<number> =>
  handovers.change({ _id, state: 'cancelled', heldFor }, { state: 'passing', heldFor: null })

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

/** Who takes over from a colleague, as long as customers are asked. */
export const listFollowing = async (): Promise<MemberId[]> => {
  const [passing, passed] = await Promise.all(
    (['passing', 'passed'] as const).map((state) => handovers.find({ state }, { fields: ['toId'] })),
  )
  return [...(passing ?? []), ...(passed ?? [])].map(({ toId }) => toId)
}

/** As it was before this one began: the one before, or none. */
export const restoreHandover = async (
  { _id, beganAt }: Pick<Handover, '_id' | 'beganAt'>,
  previous: Handover | null,
): Promise<void> => {
  if (previous) await handovers.put(previous)
  else await handovers.remove({ _id, beganAt })
}
