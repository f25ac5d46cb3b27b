// Does it run? For monitors, without a token: yes or no and which version, nothing else.
import { JOB_LATE_MS } from '@shared/domain/alert'
import { now } from '../_kit/clock'
import { findRuns } from '../_kit/data/ops'
import type { Health } from '../_kit/serve-http'
import { metricsOn } from '../_kit/settings'
import { version } from '../_kit/version'

/** Whoever asks more often hears the same again: anybody may ask. */
const SAME_FOR_MS = 15_000
let told: { at: number; health: Health } | null = null

/** The database answers, and where jobs are watched the timer runs: one that has never run is no better. */
const look = async (at: number): Promise<boolean> => {
  try {
    const runs = await findRuns()
    return !metricsOn() || (runs !== null && at - runs.at <= JOB_LATE_MS)
  } catch {
    return false
  }
}

export const seeHealth = async (): Promise<Health> => {
  const at = now()
  if (!told || at - told.at >= SAME_FOR_MS) told = { at, health: { ok: await look(at), version } }
  return told.health
}
