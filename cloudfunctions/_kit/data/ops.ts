// How do the jobs run, and what is amiss? One document each; written only where calls are measured.
import type { AlertState } from '@shared/domain/alert'
import type { Runs } from '@shared/domain/job-run'
import { collection } from '../collection'

const runs = collection<Runs & { _id: 'runs' }>('ops')
const alerts = collection<AlertState & { _id: 'alerts' }>('ops')

export const findRuns = (): Promise<Runs | null> => runs.get('runs')
/** Two ticks at once write much the same. */
export const putRuns = (whole: Runs): Promise<void> => runs.put({ _id: 'runs', ...whole })

export const findAlerts = (): Promise<AlertState | null> => alerts.get('alerts')
/** False when somebody else has written it since it was seen. */
export const saveAlerts = async (seen: AlertState | null, { rev, ...state }: AlertState): Promise<boolean> =>
  seen === null
    ? alerts.insertIfAbsent({ _id: 'alerts', rev, ...state })
    : (await alerts.change({ _id: 'alerts', rev: seen.rev }, { rev, ...state })) > 0
