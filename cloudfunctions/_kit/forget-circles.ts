// She withdrew, or wants less known of her: out of which counts of circles does she go? Her rep's, her store's and the firm's,
// at once. What is left of her, and whatever a crash left wrong, comes right when the job next counts her rep's anew.
import { addContact, type CircleSums, noCircleSums, takeCircleSums } from '@shared/domain/circle-sums'
import type { CircleId, ContactId } from '@shared/domain/ids'
import {
  type CircleMember,
  changeCircleSums,
  findCircleMembers,
  findCircleSums,
  forgetCircleMembers,
  listCircles,
  sumsId,
} from './data/circles'

const TRIES = 10

const takeFrom = async (id: string, hers: CircleSums): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const [seen] = await findCircleSums([id])
    if (!seen) return
    const gatheredOn = seen.of === 'rep' ? '' : seen.gatheredOn
    if (await changeCircleSums(seen, { ...seen, gatheredOn, sums: takeCircleSums(seen.sums, hers) })) return
  }
}

const takeOut = async ({ repId, facts, in: ids }: CircleMember, slotOf: Map<CircleId, number>): Promise<void> => {
  const [of] = await findCircleSums([sumsId('rep', repId)])
  if (!of) return
  const slots = ids.flatMap((id) => slotOf.get(id) ?? []).sort((a, b) => a - b)
  const hers = noCircleSums()
  addContact(hers, facts, slots, of.at) // as she was counted
  await takeFrom(of._id, hers)
  if (of.storeId !== null) await takeFrom(sumsId('store', of.storeId), hers)
  await takeFrom(sumsId('all', ''), hers)
}

/** Those who stand nowhere change nothing. */
export const forgetCircles = async (ids: readonly ContactId[]): Promise<void> => {
  const members = await findCircleMembers(ids)
  if (members.length === 0) return
  const slotOf = new Map((await listCircles()).map(({ _id, slot }) => [_id, slot]))
  for (const member of members) await takeOut(member, slotOf)
  await forgetCircleMembers(members.map(({ _id }) => _id))
}
