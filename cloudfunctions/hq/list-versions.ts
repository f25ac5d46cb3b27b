// What did this post say before, who wrote it, and what did she change?
import { changesIn, foldSaves, type SaveHead } from '@shared/domain/version'
import { listSaves } from '../_kit/data/post-versions'
import { findPost } from '../_kit/data/posts'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { keepSave } from './keep-save'

const PAGE = 200 // saves; fewer versions

const show = (run: readonly SaveHead[], last: SaveHead) => ({
  version: last.version,
  byName: last.byName,
  at: last.at,
  changes: changesIn(run),
  out: last.out,
  restoredFrom: run[run.length - 1]?.restoredFrom ?? null,
  saves: run.map(({ version, at }) => ({ version, at })),
})

export const listVersions: Handler<'hq', 'version.list'> = async ({ postId, before }) => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  if (before === undefined) await keepSave(post)
  const saves = await listSaves(postId, before ?? post.version + 1, PAGE)
  const runs = foldSaves(saves)
  // the oldest run may go on beyond this page: it is told whole on the next one
  const [whole, cut] = saves.length === PAGE && runs.length > 1 ? [runs.slice(0, -1), runs.at(-1)] : [runs, undefined]
  const isOut = post.state === 'live' || post.state === 'scheduled'
  const next = cut?.[0] ? cut[0].version + 1 : saves.length === PAGE ? (saves.at(-1)?.version ?? null) : null
  return {
    versions: whole.flatMap((run) => {
      const [last] = run
      return last ? [show(run, { ...last, out: last.out || (isOut && last.version === post.version) })] : []
    }),
    next,
  }
}
