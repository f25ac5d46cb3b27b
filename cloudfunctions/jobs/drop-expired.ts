// Which readings are older than people were told they would be kept? They go; a second run finds none.
import { retainedSince } from '@shared/domain/consent'
import { removeReadingsBefore } from '../_kit/data/readings'
import type { Job } from '../_kit/serve-jobs'

export const dropExpired: Job = (now) => removeReadingsBefore(retainedSince(now))
