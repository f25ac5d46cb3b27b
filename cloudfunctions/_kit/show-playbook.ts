// How often did a playbook lead to something? Told only where at least five reps have used it.
import { type Board, successOf } from '@shared/domain/talkbook'

/** won: booked or dealt. */
export const showSuccess = (board: Board | null, playbookId: string): { talks: number; won: number } | null => {
  const success = successOf(board?.lines[playbookId])
  return success && { talks: success.talks, won: success.ends.booked + success.ends.dealt }
}
