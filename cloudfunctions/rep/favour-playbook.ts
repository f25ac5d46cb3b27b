// Does she want this playbook at hand?
import { favour } from '@shared/domain/coaching'
import { changeCoaching } from '../_kit/data/coachings'
import { listLivePlaybooks } from '../_kit/data/playbooks'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

/** One that is no longer there can still be let go of. */
export const favourPlaybook: Handler<'rep', 'playbook.favour'> = async ({ playbookId, on }, { caller: { member } }) => {
  if (on)
    found(
      (await listLivePlaybooks()).find(({ _id }) => _id === playbookId),
      'no-such-playbook',
      'playbookId',
    )
  const changed = await changeCoaching(member._id, (coaching) => favour(coaching, playbookId, on))
  return { favourites: found(changed, 'stale-version').favourites }
}
