// What came of a post, or of all posts in a span: found, saved, posted, opened, read deep, talked, deals; store by store?
import type { StoreId, TeamId } from '@shared/domain/ids'
import type { Team } from '@shared/domain/org'
import { COUNTS } from '@shared/domain/work-counts'
import { numberOf } from '@shared/domain/work-number'
import { groupBy, type Row, stepsOf, together } from '@shared/domain/work-rows'
import type { WorkSums } from '@shared/domain/work-sums'
import { listTeams as listAllTeams, listTeamsOf } from '../_kit/data/org'
import { findHeadings } from '../_kit/data/posts'
import { refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import {
  headOf,
  type Part,
  partFor,
  regionNames,
  type StoreSums,
  storesOfSpan,
  sumsOfPosts,
  teamsOfSpan,
} from '../_kit/work-scope'

type Named = { id: string; name: string; under: string | null }
type Asked = Parameters<Handler<'hq', 'work.funnel'>>[0]

const show = (row: Row) => {
  const { received, ...counts } = row
  const reach =
    received === null
      ? numberOf('reach-force', counts)
      : numberOf('reach-rate', { received, posted: counts.posted ?? 0 })
  return { steps: stepsOf(row), reach, deepRate: numberOf('deep-rate', counts) }
}

type Piece = { id: string; sums: WorkSums }
/** all: what the whole is made of. pieces: what the rows are. */
type Found = { all: readonly StoreSums[]; pieces: readonly Piece[] }
type RegionOf = Awaited<ReturnType<typeof regionNames>>

const namesOf = async (part: Part, per: Asked['per'], regionOf: RegionOf): Promise<(id: string) => Named> => {
  const stores = new Map<string, string>(part.stores.map(({ _id, name }) => [_id, name]))
  if (per === 'store')
    return (id) => ({ id, name: stores.get(id) ?? '', under: regionOf(id as StoreId | '')?.name ?? null })
  if (per === 'region') {
    const regions = new Map(part.stores.map(({ _id }) => [regionOf(_id)?._id ?? '', regionOf(_id)?.name ?? '']))
    return (id) => ({ id, name: regions.get(id as never) ?? '', under: null })
  }
  const all: Team[] = part.isWhole ? await listAllTeams() : await listTeamsOf(part.stores.map(({ _id }) => _id))
  const teams = new Map<TeamId, Team>(all.map((team) => [team._id, team]))
  return (id) => {
    const team = teams.get(id as TeamId)
    return { id, name: team?.name ?? '', under: (team && stores.get(team.storeId)) ?? null }
  }
}

const FIELDS = [...COUNTS, 'reps'] as const

/** Of a post each document of a store says it all; of a span teams stand apart. Who is of no team is in none. */
const listTeams = async (part: Part, { postId, span }: Asked): Promise<Found> => {
  const { teamId } = part
  if (postId === null && teamId === null) {
    const { stores, teams } = await teamsOfSpan(part, span)
    return { all: stores, pieces: [...teams].map(([id, sums]) => ({ id, sums })) }
  }
  const all = postId === null ? await storesOfSpan(part, span) : await sumsOfPosts(part, [postId], [...FIELDS, 'teams'])
  const pieces = all.flatMap(({ sums }) =>
    teamId === null
      ? Object.entries(sums.teams ?? {}).map(([id, own]): Piece => ({ id, sums: own }))
      : [{ id: teamId, sums }],
  )
  return { all, pieces }
}

const listPieces = async (part: Part, asked: Asked, regionOf: RegionOf): Promise<Found> => {
  const { postId, span, per } = asked
  if (per === 'team') return listTeams(part, asked)
  const all = postId === null ? await storesOfSpan(part, span) : await sumsOfPosts(part, [postId], FIELDS)
  const idOf = (storeId: StoreId | '') => (per === 'store' ? storeId : (regionOf(storeId)?._id ?? ''))
  return { all, pieces: all.map(({ storeId, sums }) => ({ id: idOf(storeId), sums })) }
}

const BY_NAME = new Intl.Collator('zh')

const rowsOf = (pieces: readonly Piece[], ofPost: boolean, nameOf: (id: string) => Named) =>
  [...groupBy(pieces, ({ id }) => id)]
    .map(([id, own]) => {
      const sums = own.map((piece) => piece.sums)
      return { ...nameOf(id), row: together(sums, ofPost) }
    })
    .filter(({ row }) => Object.values(row).some((n) => (n ?? 0) > 0))
    .sort((a, b) => (b.row.posted ?? 0) - (a.row.posted ?? 0) || BY_NAME.compare(a.name, b.name))
    .map(({ row, ...named }) => ({ ...named, ...show(row) }))

const titleOf = async (postId: Asked['postId']): Promise<string | null> => {
  if (postId === null) return null
  const { title } = (await findHeadings([postId]))(postId)
  if (title === '') throw refusal('no-such-post', 'postId')
  return title
}

export const seeFunnel: Handler<'hq', 'work.funnel'> = async (input, { caller: { member } }) => {
  const { postId, per, span } = input
  const [part, title] = await Promise.all([partFor(member), titleOf(postId)])
  const regionOf = await regionNames(part)
  const [head, nameOf, { all, pieces }] = await Promise.all([
    headOf(part, postId === null ? span : null),
    namesOf(part, per, regionOf),
    listPieces(part, input, regionOf),
  ])
  const whole = all.map(({ sums }) => sums)
  return {
    ...head,
    title,
    whole: show(together(whole, postId !== null)),
    rows: rowsOf(pieces, postId !== null, nameOf),
  }
}
