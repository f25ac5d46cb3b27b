// How did this post travel on from her? Counts by step, never a person, and few where they are few.
import { FEW, type SceneMix } from '@shared/domain/spread/graph'
import { type Level, tellableLevels, tellCount } from '@shared/domain/spread/tree'
import { findHeadings } from '../_kit/data/posts'
import { findSpread, findTree, type StoredTree } from '../_kit/data/spreads'
import { ensureKnownPost } from '../_kit/known-post'
import type { Handler } from '../_kit/serve'

const HOUR_MS = 3_600_000

const tellScenes = (scenes: SceneMix): SceneMix =>
  Object.fromEntries(Object.entries(scenes).filter(([, n]) => n >= FEW))

const tellLevel = ({ shares, opened, deep }: Level) => ({
  shares: tellCount(shares),
  opened: tellCount(opened),
  deep: tellCount(deep),
})

/**
 * The whole as other pages of hers count it; of a step nothing by which one who is not seen in chains could be placed there.
 * Half of a few readings is the instant of one. A tree of before `unseen` was kept: nobody of it counts as seen.
 */
const show = (tree: StoredTree) => {
  const { shares, opened, deep, depth, scenes, firstAt, halfLifeMs } = tree
  const levels = tellableLevels({ levels: tree.levels, unseen: tree.unseen ?? tree.levels })
  return {
    ...tellLevel({ shares, opened, deep }),
    depth,
    width: tellCount(levels.reduce((most, level) => Math.max(most, level.shares), 0)),
    levels: levels.map(tellLevel),
    scenes: tellScenes(scenes),
    firstAt,
    halfLifeHours: halfLifeMs === null || opened < FEW ? null : Math.ceil(halfLifeMs / HOUR_MS),
  }
}

export const seePostSpread: Handler<'rep', 'spread.post'> = async ({ postId }, { caller: { member } }) => {
  await ensureKnownPost(member, postId)
  const [headings, head, tree] = await Promise.all([
    findHeadings([postId]),
    findSpread(member._id),
    findTree(postId, member._id),
  ])
  return { asOf: head?.asOf ?? null, title: headings(postId).title, tree: tree && show(tree) }
}
