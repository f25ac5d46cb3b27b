// Who has spoken in a poll, and how long ago? What tests of a poll's picture cannot wait for.
import { VOICE_VERSION } from '../../shared/domain/poll'
import { partOf } from '../../shared/domain/poll-sums'
import type { World } from './world'

const DAY_MS = 86_400_000

/** So long ago the picture was made. */
export const agePicture = async (world: World, pollId: string, days: number) => {
  const through = Date.now() - days * DAY_MS
  await world.database.collection('pollsums').where({ pollId }).update({ through })
  await world.database.collection('pollsums').doc(`all.${pollId}`).update({ through })
}
/** These ballots changed: their part of the sums is to be counted again. */
export const touchSums = async (world: World, pollId: string, ids: readonly string[]) => {
  const { command } = world.database
  const parts = [...new Set(ids.map(partOf))]
  const there = world.database.collection('pollsums').where({ pollId, n: command.in(parts) })
  await there.update({ rev: command.inc(1) })
  const known = new Set((await there.limit(200).get()).data.map(({ n }) => n))
  const fresh = { rev: 1, countedRev: 0, through: 0, countedOn: '', waits: [] }
  const sums = { voices: 0, days: [], flows: [], reasons: [] }
  const missing = parts.filter((n) => !known.has(n))
  await world.add(
    'pollsums',
    missing.map((n) => ({ _id: `${pollId}.${n}`, pollId, n, ...fresh, sums })),
  )
}
/** So many people spoke so many days ago: as the actions write it, but for the time. `from` tells them from others. */
export const speak = async (
  world: World,
  pollId: string,
  n: number,
  { said, from }: { said: [daysAgo: number, optionId: string][]; from: string },
) => {
  const all = Array.from({ length: n }, (_, i) => {
    const personId = `person-${from}-${i}`
    const _id = `${pollId}.${personId}`
    const moves = said.map(([daysAgo, optionId]) => ({ at: Date.now() - daysAgo * DAY_MS - i, optionId }))
    const agreement = { version: VOICE_VERSION, proofId: `proof-${from}-${pollId}-${i}`, at: moves[0]?.at }
    const reason = { reason: `${from} 第 ${i} 条`, isReasonShown: i === 0 }
    return {
      _id,
      pollId,
      part: partOf(_id),
      memberId: null,
      personId,
      moves,
      ...reason,
      at: moves.at(-1)?.at,
      agreement,
    }
  })
  for (let at = 0; at < all.length; at += 500) await world.add('ballots', all.slice(at, at + 500))
  await touchSums(
    world,
    pollId,
    all.map(({ _id }) => _id),
  )
}
