// How does one rep's spread come up to date? What has come since is taken into her forest, and once all of it is in, graph,
// scores and trees are worked out from it. What a tick leaves undone the next goes on with; what a crash tore begins anew.
import { retainedSince } from '@shared/domain/consent'
import type { MemberId, ReaderId } from '@shared/domain/ids'
import { StoredForest } from '@shared/domain/spread/parts'
import { type SpreadTree, spreadTree } from '@shared/domain/spread/tree'
import { now } from './clock'
import { listKnownTo } from './data/consents'
import { findMembers } from './data/members'
import { findSubjects } from './data/post-subjects'
import {
  beginForest,
  claimSpread,
  type KeptTree,
  listForest,
  listTreesOfRep,
  putForest,
  putGraph,
  putSpread,
  putTrees,
  type SpreadHead,
  type SpreadTotals,
  type StoredTree,
} from './data/spreads'
import { comeBack, FROM_THE_BEGINNING, takeIn } from './spread-facts'
import { graphPartsOf } from './spread-parts'

const DAY_MS = 86_400_000
/** Gathered anew so often: readings that expired leave it then. */
export const GATHERED_FOR_MS = DAY_MS

type Begun = { stored: StoredForest; head: SpreadHead; isFresh: boolean }

const begin = async (head: SpreadHead, at: number): Promise<Begun> => {
  const isFresh = head.cursors === null || head.writing || at - head.builtAt >= GATHERED_FOR_MS
  if (!isFresh) return { stored: StoredForest.restore(await listForest(head._id)), head, isFresh }
  await beginForest(head._id)
  return { stored: new StoredForest(), head: { ...head, cursors: null, builtAt: at }, isFresh }
}

/** Who may be known has the last word, whatever is stored. */
const settlePeople = ({ stored: { forest } }: Begun, known: ReadonlyMap<ReaderId, boolean>): void => {
  for (const key of [...forest.people.keys]) if (key !== '' && !known.has(key as ReaderId)) forest.forget(key)
  for (const [key, agreed] of known) forest.agree(key, agreed)
}

const SAID = ['shares', 'opened', 'deep', 'apart', 'depth', 'width', 'lastAt', 'storeId', 'teamId'] as const
type Placed = Omit<StoredTree, '_id'>

const isSame = (kept: KeptTree | undefined, tree: Placed): boolean =>
  kept !== undefined &&
  SAID.every((of) => kept[of] === tree[of]) &&
  JSON.stringify(kept.unseen) === JSON.stringify(tree.unseen)

/** What was read is deleted after its time; the counts of a post that is over by then stay as they were. */
const isOver = ({ lastAt }: Pick<SpreadTree, 'lastAt'>, at: number): boolean =>
  lastAt === null || lastAt < retainedSince(at)

const workOutTrees = async (repId: MemberId, { forest }: StoredForest, at: number): Promise<SpreadTotals> => {
  const [rep] = await findMembers([repId])
  const place = { storeId: rep?.storeId ?? ('' as const), teamId: rep?.teamId ?? null }
  const kept = new Map((await listTreesOfRep(repId)).map((tree) => [tree.postId, tree]))
  const rows = forest.trees.filter((row) => row.repId === repId)
  const trees: Placed[] = rows.map((row) => ({ ...spreadTree(forest, row), ...place }))
  await putTrees(trees.filter((tree) => !isSame(kept.get(tree.postId), tree) && !isOver(tree, at)))
  const all = new Map<string, KeptTree | Placed>([...kept, ...trees.map((tree) => [tree.postId, tree] as const)])
  return [...all.values()].reduce<SpreadTotals>(
    (sums, { shares, opened, deep, depth }) => ({
      ...place,
      shares: sums.shares + shares,
      opened: sums.opened + opened,
      deep: sums.deep + deep,
      depth: Math.max(sums.depth, depth),
    }),
    { ...place, shares: 0, opened: 0, deep: 0, depth: 0 },
  )
}

/** Longer than a function may run. */
const ABANDONED_AFTER_MS = 120_000

/** until: nothing is asked for after that. False when another job has it, or someone was forgotten meanwhile. */
export const runSpread = async (stale: SpreadHead, until: number): Promise<boolean> => {
  const at = now()
  const isUnderWay = stale.writing && at - stale.triedAt < ABANDONED_AFTER_MS
  if (isUnderWay || !(await claimSpread(stale, at))) return false
  const begun = await begin({ ...stale, triedAt: at }, at)
  const { stored, head, isFresh } = begun
  const [repId, known] = [head._id, await listKnownTo(head._id)]
  settlePeople(begun, known)
  const from = head.cursors ? comeBack(head.cursors) : FROM_THE_BEGINNING
  const { cursors, isDone } = await takeIn(stored.forest, from, { repId, known, until })
  await putForest(repId, stored.takeChanged())
  const soFar = { cursors, builtAt: head.builtAt }
  // a graph that is gone with its forest shows nothing until this one is whole
  const before = isFresh ? { asOf: null, parts: 0 } : { asOf: head.asOf, parts: head.parts }
  if (!isDone) return putSpread(head, { ...soFar, ...before, totals: head.totals }, false)
  const posts = stored.forest.trees.filter((tree) => tree.repId === repId).map(({ postId }) => postId)
  const graph = graphPartsOf(stored.forest, repId, { at, subjectsOf: await findSubjects(posts) })
  await putGraph(repId, graph, before.parts)
  const totals = await workOutTrees(repId, stored, at)
  return putSpread(head, { ...soFar, asOf: at, parts: graph.length, totals }, true)
}
