// A portion of a list of people arrives. Nothing is done with it yet.
import { now } from '../_kit/clock'
import {
  countParts,
  findRoster,
  findRunning,
  insertRoster,
  moveRoster,
  putPart,
  type RosterDoc,
} from '../_kit/data/rosters'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

const NOTHING_YET = { added: 0, changed: 0, leaving: 0, same: 0, faults: 0 }

export const stageRoster: Handler<'hq', 'roster.stage'> = async (input, { caller: { member } }) => {
  const { rosterId, n, part, fileName, print, parts, rows } = input
  if (n >= parts || part.length > rows) throw refusal('bad-request', 'n')
  const fresh: RosterDoc = {
    ...{ _id: rosterId, fileName, print, parts, rows, byId: member._id, byName: member.name, at: now() },
    ...{ state: 'staging', planKey: '', counts: NOTHING_YET, done: 0, leaseUntil: 0, signedAt: 0, clash: '' },
  }
  const isNew = await insertRoster(fresh)
  const roster = isNew ? fresh : found(await findRoster(rosterId), 'no-such-roster', 'rosterId')
  if (roster.print !== print || roster.parts !== parts || roster.rows !== rows) throw refusal('entry-taken', 'rosterId')
  if (roster.state !== 'staging' && roster.state !== 'checked') throw refusal('roster-done', 'rosterId')
  if ((await findRunning()) === rosterId) throw refusal('roster-running', 'rosterId')
  if (roster.state === 'checked' && !(await moveRoster(roster, { state: 'staging', planKey: '' })))
    throw refusal('roster-running', 'rosterId')
  if (!(await putPart(rosterId, n, part))) throw refusal('roster-running', 'rosterId')
  return { staged: await countParts(rosterId) }
}
