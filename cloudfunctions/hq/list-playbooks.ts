// Which playbooks has HQ written, how do they stand, and how did they do?
import type { ShownPlaybook } from '@shared/contracts/playbook'
import { type Playbook, wordsOf } from '@shared/domain/playbook'
import type { Board } from '@shared/domain/talkbook'
import { findBoard } from '../_kit/data/boards'
import { listPlaybooks as listAll } from '../_kit/data/playbooks'
import type { Handler } from '../_kit/serve'
import { showSuccess } from '../_kit/show-playbook'

const show = (playbook: Playbook, board: Board | null): ShownPlaybook => {
  const { _id, state, version, updatedAt } = playbook
  return {
    ...{ playbookId: _id, words: wordsOf(playbook), state, version, updatedAt },
    success: showSuccess(board, _id),
  }
}

export const showPlaybook = async (playbook: Playbook): Promise<ShownPlaybook> =>
  show(playbook, await findBoard('playbooks'))

export const listPlaybooks: Handler<'hq', 'playbook.list'> = async () => {
  const [all, board] = await Promise.all([listAll(), findBoard('playbooks')])
  return { playbooks: [...all].sort((a, b) => b.updatedAt - a.updatedAt).map((one) => show(one, board)) }
}
