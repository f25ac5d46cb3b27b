// It is not to be used any more: out of every rep's list at once, kept for who wants to write on.
import { mayRetirePlay } from '@shared/domain/playbook'
import { now } from '../_kit/clock'
import { changePlaybook, findPlaybook } from '../_kit/data/playbooks'
import { ensure, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showPlaybook } from './list-playbooks'

export const retirePlaybook: Handler<'hq', 'playbook.retire'> = async (
  { playbookId, version },
  { caller: { member } },
) => {
  const playbook = found(await findPlaybook(playbookId), 'no-such-playbook', 'playbookId')
  if (playbook.state === 'retired' && playbook.version === version) return showPlaybook(playbook)
  ensure(mayRetirePlay(playbook, version), 'version')
  const change = { state: 'retired' as const, updatedAt: now(), updatedBy: member._id }
  if (!(await changePlaybook(playbook, change))) throw refusal('stale-version', 'version')
  return showPlaybook({ ...playbook, ...change })
}
