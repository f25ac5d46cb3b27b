// How many reps would this audience reach, in how many stores? Asked while it is being put together.
import { storesNamed } from '@shared/domain/audience'
import type { Audience } from '@shared/domain/post'
import { countAudience } from '../_kit/audience'
import { listPlaces } from '../_kit/data/places'
import type { Handler } from '../_kit/serve'

export const countFor: Handler<'hq', 'audience.count'> = async (audience) => {
  const asked: Audience = audience
  const [reps, { land }] = await Promise.all([countAudience(asked), listPlaces()])
  return { reps, stores: storesNamed(asked, land)?.size ?? land.stores.length }
}
