// Seeds HQ's own playbooks, through the actions of the desk.
import type { PlaybookId } from '@shared/domain/ids'
import { demoPlaybooks } from '../demo/playbooks.data'
import type { As, Door } from './door'

export const seedPlaybooks = async (door: Door, editor: As): Promise<void> => {
  for (const { playbookId: id, words } of demoPlaybooks) {
    const playbookId = id as PlaybookId
    await door.call('hq', 'playbook.save', { playbookId, baseVersion: 0, words }, editor)
    await door.call('hq', 'playbook.publish', { playbookId, version: 1 }, editor)
  }
}
