// Which reps, stores or teams have done well in a span? By what customers read and said, never by shares.
import { BOARD_WEIGHTS, type BoardLine, boardOf, type Scored } from '@shared/domain/board'
import type { MemberId, TeamId } from '@shared/domain/ids'
import type { Counts } from '@shared/domain/work-counts'
import { findMembers } from '../_kit/data/members'
import { findTeams } from '../_kit/data/org'
import { refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { headOf, type Part, partFor, repsOfSpan, storesOfSpan, teamsOfSpan } from '../_kit/work-scope'

const LINES_MAX = 200
type Asked = Parameters<Handler<'hq', 'work.boards'>>[0]

const sumsOf = async (part: Part, of: Asked['of'], span: Asked['span']): Promise<Map<string, Counts>> => {
  if (of === 'rep') return repsOfSpan(part, span)
  if (of === 'team') return (await teamsOfSpan(part, span)).teams
  return new Map((await storesOfSpan(part, span)).map(({ storeId, sums }) => [storeId, sums]))
}

const scoredOf = (sums: ReadonlyMap<string, Counts>): Scored[] =>
  [...sums].flatMap(([id, { named = 0, talked = 0, deals = 0 }]) => (id === '' ? [] : [{ id, named, talked, deals }]))

const nameLines = async (part: Part, of: Asked['of'], lines: readonly BoardLine[]) => {
  const stores = new Map<string, string>(part.stores.map(({ _id, name }) => [_id, name]))
  const ids = lines.map(({ id }) => id)
  if (of === 'store') return lines.map((line) => ({ ...line, name: stores.get(line.id) ?? '', under: null }))
  const found = of === 'rep' ? await findMembers(ids as MemberId[]) : await findTeams(ids as TeamId[])
  const named = new Map<string, { name: string; storeId: string | null }>(found.map((one) => [one._id, one]))
  return lines.map((line) => {
    const { name = '', storeId = null } = named.get(line.id) ?? {}
    return { ...line, name, under: (storeId !== null && stores.get(storeId)) || null }
  })
}

export const seeBoards: Handler<'hq', 'work.boards'> = async ({ of, span, storeId }, { caller: { member } }) => {
  const seen = await partFor(member)
  if (storeId !== null && !seen.storeIds.includes(storeId)) throw refusal('outside-your-scope', 'storeId')
  const part = storeId === null ? seen : { ...seen, isWhole: false, storeIds: [storeId] }
  const [head, sums] = await Promise.all([headOf(seen, span), sumsOf(part, of, span)])
  const { lines, few } = boardOf(scoredOf(sums))
  return {
    ...head,
    lines: await nameLines(part, of, lines.slice(0, LINES_MAX)),
    ...{ more: Math.max(0, lines.length - LINES_MAX), few, weights: BOARD_WEIGHTS },
  }
}
