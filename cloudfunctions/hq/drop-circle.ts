// A circle is no more; asked twice it is simply gone. Nobody is less known for it.
import { removeCircle } from '../_kit/data/circles'
import type { Handler } from '../_kit/serve'

export const dropCircle: Handler<'hq', 'circle.drop'> = async ({ circleId }) => ({
  dropped: (await removeCircle(circleId)) > 0,
})
