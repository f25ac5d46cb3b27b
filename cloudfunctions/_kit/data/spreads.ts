// Whose spread has to be worked out anew, how far has that come, and what was worked out?
import type { MemberId, PostId, StoreId, TeamId } from '@shared/domain/ids'
import type { SpreadEdge, SpreadNode } from '@shared/domain/spread/graph'
import { type ForestPart, partKey } from '@shared/domain/spread/parts'
import type { ScoreTerms } from '@shared/domain/spread/score'
import type { Level, SpreadTree } from '@shared/domain/spread/tree'
import { above, addedTo, collection, oneOf } from '../collection'
import { readAll } from '../page'

/** Up to where what is stored was told of; shares by createdAt, readings by the batch that counted them. */
export type SpreadCursors = { shareAt: number; shareId: string; counted: number; readingId: string }
/** Where the rep worked when it was worked out, for sums of a store or a region. */
type Place = { storeId: StoreId | ''; teamId: TeamId | null }
/** Over all her posts. */
export type SpreadTotals = Place & { shares: number; opened: number; deep: number; depth: number }
/**
 * rev grows when someone is to be forgotten: what was begun before is thrown away. news grows with every reading: what was
 * worked out meanwhile holds, and is stale again. writing: parts are being written; where that died, all begins anew.
 * builtAt: what it holds was gathered since then, which is not for ever (RETENTION_DAYS); 0: nothing.
 */
export type SpreadHead = {
  _id: MemberId
  stale: boolean
  rev: number
  news: number
  triedAt: number
  writing: boolean
  builtAt: number
  cursors: SpreadCursors | null // null: nothing is stored
  asOf: number | null // null: nothing is to be shown
  parts: number // of the graph
  totals: SpreadTotals | null
}

/** A portion of the graph: nodes from place `from`, and the edges that lead to or from them and to nothing later. */
export type GraphPart = {
  n: number
  from: number
  nodes: SpreadNode[]
  edges: SpreadEdge[]
  keyPeople: { key: string; terms: ScoreTerms }[] // in the first
  leaders?: Leader[] // in the first
}
/** In this matter most are led to read by her: so many who agreed, each once. */
export type Leader = { subject: string; key: string; people: number }
/** of says which of the two it is. */
type StoredPart = {
  _id: string
  repId: MemberId
  of: 'forest' | 'graph'
  forest: ForestPart | null
  graph: GraphPart | null
}
/** unseen is missing in trees of before it was kept, until they are worked out anew. */
export type StoredTree = Omit<SpreadTree, 'unseen'> & { unseen?: Level[] } & Place & { _id: string }

const spreads = collection<SpreadHead>('spreads')
const parts = collection<StoredPart>('spreadparts')
const trees = collection<StoredTree>('trees')

const TRIED_AT_ONCE = 20
/** A part stays below 100 KB, and a reply below 1 MB. */
const PARTS_AT_ONCE = 8

const newHead = (_id: MemberId): SpreadHead => ({
  ...{ _id, stale: true, rev: 1, news: 1, triedAt: 0, writing: false, builtAt: 0 },
  ...{ cursors: null, asOf: null, parts: 0, totals: null },
})

/** These reps' spreads no longer hold. One that was never worked out begins to be. */
export const markSpreadsStale = async (ids: readonly MemberId[]): Promise<void> => {
  const all = [...new Set(ids)]
  if (!all.length) return
  const change = { stale: true, news: addedTo(1) }
  if ((await spreads.change({ _id: oneOf(all) }, change)) === all.length) return
  for (const _id of all) if (!(await spreads.insertIfAbsent(newHead(_id)))) await spreads.change({ _id }, change)
}

const removeParts = (repId: MemberId): Promise<number> => parts.remove({ repId })

/** All of it goes at once, and begins anew: someone stands in it who may not, or may and does not yet. */
export const dropSpread = async (repId: MemberId): Promise<void> => {
  await markSpreadsStale([repId])
  await spreads.change({ _id: repId }, { rev: addedTo(1), cursors: null, asOf: null, parts: 0, builtAt: 0 })
  await removeParts(repId)
}

export const findSpread = (repId: MemberId): Promise<SpreadHead | null> => spreads.get(repId)
/** Of every rep that has one. */
export const listAllSpreads = () => readAll(spreads, { asOf: above(0) }, ['totals'])

/** Whoever waited longest first. */
export const listStaleSpreads = (): Promise<SpreadHead[]> =>
  spreads.find({ stale: true }, { order: [['triedAt', 'asc']], limit: TRIED_AT_ONCE })

/** Those that were gathered before then: what has expired since still stands in them. */
export const listOldSpreads = async (at: number): Promise<MemberId[]> => {
  const old = await spreads.find({ builtAt: (_) => _.gt(0).and(_.lt(at)) }, { limit: TRIED_AT_ONCE, fields: ['_id'] })
  return old.map(({ _id }) => _id)
}

/** Hers to work out now; false when another job is faster. */
export const claimSpread = async ({ _id, rev, triedAt }: SpreadHead, at: number): Promise<boolean> =>
  (await spreads.change({ _id, rev, triedAt }, { triedAt: at, writing: true })) > 0

type Worked = Pick<SpreadHead, 'cursors' | 'asOf' | 'parts' | 'totals' | 'builtAt'>
/** isDone: all that is known has been taken in. False when she was dropped meanwhile: then nothing of it stays. */
export const putSpread = async (head: SpreadHead, worked: Worked, isDone: boolean): Promise<boolean> => {
  const { _id, rev, news } = head
  const change = { ...worked, writing: false }
  if (isDone && (await spreads.change({ _id, rev, news }, { ...change, stale: false }))) return true
  if (await spreads.change({ _id, rev }, change)) return true
  await removeParts(_id)
  return false
}

const forestPartId = (repId: MemberId, forest: ForestPart): string => `${repId}.forest.${partKey(forest)}`

export const listForest = async (repId: MemberId): Promise<ForestPart[]> => {
  const found = await readAll(parts, { repId, of: 'forest' }, ['forest'], PARTS_AT_ONCE)
  return found.flatMap(({ forest }) => forest ?? [])
}

export const putForest = async (repId: MemberId, changed: Iterable<ForestPart>): Promise<void> => {
  for (const forest of changed)
    await await parts.put({ _id: forestPartId(repId, forest), repId, of: 'forest', forest, graph: null })
}

export const beginForest = removeParts

const graphPartId = (repId: MemberId, n: number): string => `${repId}.graph.${String(n).padStart(5, '0')}`

/** before: how many there were; those that are too many go. */
export const putGraph = async (repId: MemberId, graph: readonly GraphPart[], before: number): Promise<void> => {
  for (const part of graph)
    await await parts.put({ _id: graphPartId(repId, part.n), repId, of: 'graph', forest: null, graph: part })
  for (let n = graph.length; n < before; n++) await parts.remove({ _id: graphPartId(repId, n) })
}

export const findGraphPart = async (repId: MemberId, n: number): Promise<GraphPart | null> => {
  return (await parts.get(graphPartId(repId, n)))?.graph ?? null
}

export const listGraph = async (repId: MemberId): Promise<GraphPart[]> => {
  const found = await readAll(parts, { repId, of: 'graph' }, ['graph'], PARTS_AT_ONCE)
  return found.flatMap(({ graph }) => graph ?? [])
}

const treeId = (postId: PostId, repId: MemberId): string => `${postId}.${repId}`

export const findTree = (postId: PostId, repId: MemberId): Promise<StoredTree | null> =>
  trees.get(treeId(postId, repId))

const KEPT = [
  'postId',
  'repId',
  'shares',
  'opened',
  'deep',
  'apart',
  'depth',
  'width',
  'lastAt',
  'storeId',
  'teamId',
] as const
/** One of twelve steps is 1 KB. */
const TREES_AT_ONCE = 400
/** Of one post, rep by rep. */
export const listTreesOfPost = (postId: PostId) =>
  readAll(trees, { postId }, [...KEPT, 'levels', 'halfLifeMs'], TREES_AT_ONCE)
export type TreeOfPost = Awaited<ReturnType<typeof listTreesOfPost>>[number]

export const listTreesOfRep = (repId: MemberId) => readAll(trees, { repId }, [...KEPT, 'unseen'], TREES_AT_ONCE)
export type KeptTree = Awaited<ReturnType<typeof listTreesOfRep>>[number]

export const putTrees = async (changed: readonly Omit<StoredTree, '_id'>[]): Promise<void> => {
  for (const tree of changed) await trees.put({ ...tree, _id: treeId(tree.postId, tree.repId) })
}
