// A firm's own list of people comes in: sent in portions, looked through without changing anything, then applied or not.
import * as z from 'zod'
import {
  ROSTER_CELL_MAX,
  ROSTER_FAULTS,
  ROSTER_FIELDS,
  ROSTER_PART_ROWS,
  ROSTER_ROWS_MAX,
  ROSTER_STATES,
} from '../domain/roster'
import { action } from './action'
import { instant, nothing, rosterId } from './parts'

const cell = z.string().max(ROSTER_CELL_MAX)
const line = z.int().min(1).max(1_000_000)
const row = z.strictObject({
  line,
  code: cell,
  name: cell,
  account: cell,
  kind: cell,
  role: cell,
  region: cell,
  store: cell,
  team: cell,
  tone: cell,
  labels: cell,
  left: cell,
  successor: cell,
})

/** done of parts: how far applying or undoing has come. print: of the file, so that the same one is known again. */
const shownRoster = z.strictObject({
  rosterId: z.string(),
  fileName: z.string(),
  print: z.string(),
  byName: z.string(),
  at: instant,
  state: z.enum(ROSTER_STATES),
  rows: z.int(),
  parts: z.int(),
  staged: z.int(),
  done: z.int(),
  counts: z.strictObject({ added: z.int(), changed: z.int(), leaving: z.int(), same: z.int(), faults: z.int() }),
  clash: z.string(), // whom somebody else changed at the same time, so that all of it was taken back
})
export type ShownRoster = z.output<typeof shownRoster>

/** One portion, numbered from 0; the same again is the same. */
export const stageRoster = action(
  'editor',
  z.strictObject({
    rosterId,
    fileName: z.string().trim().min(1).max(80),
    print: z.string().regex(/^[0-9a-f]{16,64}$/),
    parts: z
      .int()
      .min(1)
      .max(Math.ceil(ROSTER_ROWS_MAX / 10)),
    rows: z.int().min(1).max(ROSTER_ROWS_MAX),
    n: z
      .int()
      .min(0)
      .max(Math.ceil(ROSTER_ROWS_MAX / 10)),
    part: z.array(row).min(1).max(ROSTER_PART_ROWS),
  }),
  z.strictObject({ staged: z.int() }),
)

const fault = z.strictObject({
  line: z.int(),
  field: z.enum(ROSTER_FIELDS),
  fault: z.enum(ROSTER_FAULTS),
  value: z.string(),
})
export type ShownFault = z.output<typeof fault>

/** Changes nothing. faults: the first of them; counts tells how many. */
export const checkRoster = action(
  'editor',
  z.strictObject({ rosterId }),
  z.strictObject({
    roster: shownRoster,
    faults: z.array(fault),
    changes: z.array(
      z.strictObject({
        line: z.int(),
        name: z.string(),
        act: z.enum(['new', 'change', 'leave']),
        fields: z.array(z.string()),
      }),
    ),
  }),
)

/** Works for some seconds; called again until the state is 'applied'. */
export const applyRoster = action('editor', z.strictObject({ rosterId }), shownRoster)
/** The same until it is 'undone'. */
export const undoRoster = action('editor', z.strictObject({ rosterId }), shownRoster)
/** The latest first. */
export const listRosters = action('editor', nothing, z.strictObject({ rosters: z.array(shownRoster) }))
