// What do tables and programs take from? Pages of all members, and the names of their teams.
import type { MemberId, TeamId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import { above, collection, EVERYTHING, FIND_MAX } from '../collection'

const members = collection<Member>('members')
const teams = collection<{ _id: TeamId; name: string }>('teams')

/** By _id, whatever their role, those who left too; the cursor is the last one's. */
export const pageMembers = async (
  after: string | undefined,
  size: number,
): Promise<{ members: Member[]; next: string | null }> => {
  const condition = after === undefined ? EVERYTHING : { _id: above(after) as never }
  const found = await members.find(condition, { order: [['_id', 'asc']], limit: size + 1 })
  const shown = found.slice(0, size)
  return { members: shown, next: found.length > size ? ((shown.at(-1)?._id as MemberId | undefined) ?? null) : null }
}

export const nameTeams = async (): Promise<(id: TeamId | null | undefined) => string> => {
  const all = new Map(
    (await teams.find(EVERYTHING, { order: [['_id', 'asc']], limit: FIND_MAX, fields: ['name'] })).map((one) => [
      one._id,
      one,
    ]),
  )
  return (id) => (id ? (all.get(id)?.name ?? id) : '')
}
