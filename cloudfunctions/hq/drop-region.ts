// A region goes, once nothing lies in it any more and nobody looks after it.
import { isWorking } from '@shared/domain/member'
import { listStores } from '../_kit/data/members'
import { findRegion, listRegions, removeRegion } from '../_kit/data/org'
import { pageMembers } from '../_kit/data/staff'
import { refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { signed } from '../_kit/signed'

const MANAGERS_MAX = 1000

export const dropRegion: Handler<'hq', 'region.drop'> = async ({ regionId }, { caller: { member: by } }) => {
  const [region, regions, stores, { members }] = await Promise.all([
    findRegion(regionId),
    listRegions(),
    listStores(),
    pageMembers({ role: 'manager' }, '', MANAGERS_MAX),
  ])
  if (!region) return { dropped: true }
  const isLookedAfter = members.some((one) => isWorking(one) && one.scope?.of === 'region' && one.scope.id === regionId)
  const isFull =
    regions.some(({ parentId }) => parentId === regionId) || stores.some((one) => one.regionId === regionId)
  if (isFull || isLookedAfter) throw refusal('not-empty', 'regionId')
  const { rev, name } = region
  await signed(
    { by, act: 'region.dropped', after: 'region.saved', of: `region.${regionId}`, rev, facts: { name } },
    () => removeRegion(region),
  )
  return { dropped: true }
}
