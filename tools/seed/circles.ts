// Seeds HQ's circles, and has everybody sorted into them from what is known by then.
import { demoCircles } from '../demo/circles.data'
import type { Admin } from './admin'
import type { As, Door } from './door'

/** Saved again it is the same circle. Who was sorted before, while the rest was still being put in, is sorted anew. */
export const seedCircles = async (door: Door, admin: Admin, editor: As): Promise<void> => {
  for (const { id: circleId, ...circle } of demoCircles)
    await door.call('hq', 'circle.save', { circleId, rev: 0, ...circle }, editor)
  await admin.clear('circlesums')
}
