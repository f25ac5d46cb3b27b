// Which readings, and which words of customers, are older than people were told they would be kept? They go; a second run
// finds none.
import { retainedSince } from '@shared/domain/consent'
import { PASTED } from '@shared/domain/note'
import { removeNotesWrittenBefore } from '../_kit/data/notes'
import { listCountedBefore } from '../_kit/data/readings'
import type { Job } from '../_kit/serve-jobs'
import { depart } from '../_kit/tally-depart'

/** Pasted words have no photos. */
const dropPastes = async (since: number): Promise<number> => {
  let dropped = 0
  for (const kind of PASTED) dropped += await removeNotesWrittenBefore(kind, since)
  return dropped
}

export const dropExpired: Job = async (now) => {
  const since = retainedSince(now)
  return (await depart(await listCountedBefore(since))) + (await dropPastes(since))
}
