// How do posts travel on from store to store? Sums of counts alone, in fives: no chain, no person, no rep.
import type { PostId, StoreId } from '@shared/domain/ids'
import { sumTrees } from '@shared/domain/spread/tree-sum'
import { toShown } from '@shared/domain/work-number'
import { findHeadings, findPost } from '../_kit/data/posts'
import { listAllSpreads, listTreesOfPost, type TreeOfPost } from '../_kit/data/spreads'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { headOf, type Part, partFor, regionNames } from '../_kit/work-scope'

type Sums = { shares: number; opened: number; deep: number; depth: number }
type Piece = Sums & { storeId: StoreId | '' }

const add = (a: Sums, { shares, opened, deep, depth }: Sums): Sums => ({
  shares: a.shares + shares,
  opened: a.opened + opened,
  deep: a.deep + deep,
  depth: Math.max(a.depth, depth),
})
const NOTHING: Sums = { shares: 0, opened: 0, deep: 0, depth: 0 }

/** Where too few read, how far it went is not said either. */
const show = ({ shares, opened, deep, depth }: Sums) => {
  const told = { shares: toShown(shares), opened: toShown(opened), deep: toShown(deep) }
  return { ...told, depth: told.opened === 'few' || told.opened === 0 ? 0 : depth }
}

const isSeen = (part: Part, place: { storeId: StoreId | ''; teamId: string | null }): boolean =>
  part.storeIds.includes(place.storeId) && (part.teamId === null || part.teamId === place.teamId)

const listTrees = async (part: Part, postId: PostId): Promise<TreeOfPost[]> =>
  (await listTreesOfPost(postId)).filter((tree) => isSeen(part, tree))

const HOUR_MS = 3_600_000
const isTold = (n: ReturnType<typeof toShown>): boolean => n !== 'few' && n > 0

/** Steps end where they are few: how far a few went is not said. Half of a few openings is the instant of one. */
const showTree = (trees: readonly TreeOfPost[]) => {
  const { levels, width, halfLifeMs } = sumTrees(trees)
  const told = levels.map((level) => ({
    ...{ shares: toShown(level.shares), opened: toShown(level.opened), deep: toShown(level.deep) },
  }))
  const end = told.findIndex(({ opened }) => !isTold(opened))
  const isRead = isTold(toShown(trees.reduce((sum, { opened }) => sum + opened, 0)))
  return {
    levels: end < 0 ? told : told.slice(0, end),
    width: toShown(width),
    halfLifeHours: halfLifeMs === null || !isRead ? null : Math.ceil(halfLifeMs / HOUR_MS),
  }
}

const listPieces = async (part: Part): Promise<Piece[]> => {
  const heads = await listAllSpreads()
  return heads.flatMap(({ totals }) => (totals && isSeen(part, totals) ? [totals] : []))
}

export const seeSpread: Handler<'hq', 'spread.see'> = async ({ postId, per }, { caller: { member } }) => {
  const part = await partFor(member)
  if (postId !== null) found(await findPost(postId), 'no-such-post', 'postId')
  const [{ asOf, scope }, trees, all, regionOf, headings] = await Promise.all([
    headOf(part, null),
    postId === null ? null : listTrees(part, postId),
    postId === null ? listPieces(part) : [],
    regionNames(part),
    postId === null ? null : findHeadings([postId]),
  ])
  const pieces: Piece[] = trees ?? all
  const stores = new Map<string, string>(part.stores.map(({ _id, name }) => [_id, name]))
  const rows = new Map<string, { name: string; sums: Sums }>()
  for (const piece of pieces) {
    const region = regionOf(piece.storeId)
    const [id, name] =
      per === 'store' ? [piece.storeId, stores.get(piece.storeId) ?? ''] : [region?._id ?? '', region?.name ?? '']
    rows.set(id, { name, sums: add(rows.get(id)?.sums ?? NOTHING, piece) })
  }
  return {
    ...{ asOf, scope, title: postId === null || !headings ? null : headings(postId).title },
    whole: show(pieces.reduce<Sums>(add, NOTHING)),
    tree: trees && showTree(trees),
    rows: [...rows].map(([id, { name, sums }]) => ({ id, name, ...show(sums) })),
  }
}
