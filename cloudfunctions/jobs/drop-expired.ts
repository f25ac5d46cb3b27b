// Which readings are older than people were told they would be kept? They go; a second run finds none.
import { retainedSince } from '@shared/domain/consent'
import { listCountedBefore } from '../_kit/data/readings'
import type { Job } from '../_kit/serve-jobs'
import { depart } from '../_kit/tally-depart'

export const dropExpired: Job = async (now) => depart(await listCountedBefore(retainedSince(now)))
