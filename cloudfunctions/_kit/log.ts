// What happened, for operators: one structured line per call. No payloads, no identities, no person ids.
import { pino } from 'pino'

export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })
