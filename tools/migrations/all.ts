// Every migration there is, in order. A new one goes below: the next number, with up and down.
import { kindsOfReps } from './0001-kinds-of-reps'
import type { Migration } from './migration'

export const MIGRATIONS: readonly Migration[] = [kindsOfReps]
