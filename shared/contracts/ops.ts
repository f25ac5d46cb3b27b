// How does the product itself run? Names of jobs, queues and actions, and numbers; nobody's name and nothing that was said.
import * as z from 'zod'
import { ALERT_KINDS, QUEUES } from '../domain/alert'
import { action } from './action'
import { nothing } from './parts'

const share = z.strictObject({
  action: z.string(),
  calls: z.int(),
  refused: z.int(),
  failed: z.int(),
  cold: z.int(),
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  requests: z.number(), // to the database, a call
})
export type ShownAction = z.output<typeof share>

/** isOn: where calls are not measured only queues are known. */
export const seeOps = action(
  'approver',
  nothing,
  z.strictObject({
    at: z.number(),
    version: z.string(),
    isOn: z.boolean(),
    tickAt: z.number().nullable(), // when the jobs came to their end last
    jobs: z.array(
      z.strictObject({
        job: z.string(),
        at: z.number(),
        ms: z.number(),
        done: z.number().nullable(),
        okAt: z.number().nullable(),
        isLate: z.boolean(),
      }),
    ),
    queues: z.array(
      z.strictObject({
        queue: z.enum(QUEUES),
        waiting: z.int(),
        oldestAt: z.number().nullable(),
        isOld: z.boolean(),
      }),
    ),
    alerts: z.array(
      z.strictObject({ kind: z.enum(ALERT_KINDS), of: z.string(), value: z.number(), since: z.number() }),
    ),
    hour: z.array(share),
    day: z.array(share),
    /** By the hour, the oldest first. */
    curve: z.array(z.strictObject({ from: z.number(), calls: z.int(), failed: z.int(), p95: z.number().nullable() })),
    /** Of one opened article over the day, in requests to the database; null where too few were opened. */
    cost: z.strictObject({ readers: z.number(), jobs: z.number(), openings: z.int() }).nullable(),
  }),
)
