// May this playbook be saved, and over what? Only over the version the editor saw, so that nobody's work is lost.
import { isDeepStrictEqual } from 'node:util'
import { isBuiltIn } from '@shared/domain/play'
import { maySavePlay, type Playbook, wordsOf } from '@shared/domain/playbook'
import { now } from '../_kit/clock'
import { changePlaybook, findPlaybook, insertPlaybook } from '../_kit/data/playbooks'
import { ensure, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showPlaybook } from './list-playbooks'

const store = (seen: Playbook | null, { _id, ...change }: Playbook): Promise<boolean> =>
  seen ? changePlaybook(seen, change) : insertPlaybook({ _id, ...change })

/** The very same save again (its reply was lost) answers as the first did. */
export const savePlaybook: Handler<'hq', 'playbook.save'> = async (
  { playbookId, baseVersion, words },
  { caller: { member } },
) => {
  if (isBuiltIn(playbookId)) throw refusal('built-in-playbook', 'playbookId')
  const stored = await findPlaybook(playbookId)
  if (stored?.version === baseVersion + 1 && isDeepStrictEqual(wordsOf(stored), words)) return showPlaybook(stored)
  ensure(maySavePlay(stored, baseVersion), 'baseVersion')
  const playbook: Playbook = {
    ...{ _id: playbookId, ...words, state: 'draft', version: baseVersion + 1 },
    ...{ updatedAt: now(), updatedBy: member._id },
  }
  if (!(await store(stored, playbook))) throw refusal('stale-version', 'baseVersion')
  return showPlaybook(playbook)
}
