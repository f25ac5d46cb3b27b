// A region is made, renamed or moved: never into itself, never deeper than five, no two of a name side by side.
import { mayPlaceRegion } from '@shared/domain/org'
import { listRegions, putRegion } from '../_kit/data/org'
import { ensure, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showRegion } from '../_kit/show-org'
import { signed } from '../_kit/signed'

export const saveRegion: Handler<'hq', 'region.save'> = async (
  { regionId, rev, name, parentId },
  { caller: { member: by } },
) => {
  const regions = await listRegions()
  const before = regions.find(({ _id }) => _id === regionId) ?? null
  const after = { _id: regionId, name, parentId, rev: rev + 1 }
  if (before && before.rev === after.rev && before.name === name && before.parentId === parentId)
    return showRegion(before)
  if (rev > 0) found(before, 'no-such-region', 'regionId')
  if ((before?.rev ?? 0) !== rev) throw refusal('stale-version', 'rev')
  ensure(mayPlaceRegion(regionId, parentId, { regions }), 'parentId')
  if (regions.some((one) => one._id !== regionId && one.parentId === parentId && one.name === name))
    throw refusal('name-in-use', 'name')
  const facts = { name, parent: parentId, was: before?.name ?? null, wasIn: before?.parentId ?? null }
  await signed({ by, act: 'region.saved', after: 'region.dropped', of: `region.${regionId}`, rev, facts }, () =>
    putRegion({ ...after, rev }),
  )
  return showRegion(after)
}
