// Which migrations are to run, in which direction, from where? Pure.
import type { Direction, Migration, MigrationState } from './migration'

export type Run = { readonly id: string; readonly direction: Direction; readonly after: string | null }
export type Runs =
  | { readonly ok: true; readonly runs: readonly Run[] }
  | { readonly ok: false; readonly reason: string }
type State = Pick<MigrationState, '_id' | 'state' | 'cursor'>

const going = (direction: Direction): State['state'] => (direction === 'up' ? 'going-up' : 'going-down')

/** On where it stood when it was broken off in that direction; from the beginning otherwise. */
const runOf = (id: string, direction: Direction, state: State | undefined): Run => ({
  ...{ id, direction },
  after: state?.state === going(direction) ? state.cursor : null,
})

/**
 * Up: all that are not up, or up to `to` with it. Down: the last that is up, or all above `to`, the latest first. One that
 * was broken off on its way up goes down from the beginning: which documents it reached does not matter to a batch.
 */
export const planRuns = (
  all: readonly Pick<Migration, 'id'>[],
  states: readonly State[],
  asked: { readonly direction: Direction; readonly to?: string | undefined },
): Runs => {
  const { direction, to } = asked
  const known = new Map(states.map((state) => [state._id, state]))
  const stranger = states.find(({ _id, state }) => state !== 'down' && !all.some(({ id }) => id === _id))
  if (stranger) return { ok: false, reason: `${stranger._id} ran here and is not in this version of the code` }
  if (to !== undefined && to !== '0000' && !all.some(({ id }) => id === to))
    return { ok: false, reason: `there is no migration ${to}` }
  const stateOf = (id: string): State['state'] => known.get(id)?.state ?? 'down'
  if (direction === 'up') {
    const runs = all.filter(({ id }) => stateOf(id) !== 'up' && (to === undefined || id <= to))
    return { ok: true, runs: runs.map(({ id }) => runOf(id, 'up', known.get(id))) }
  }
  const undone = all.filter(({ id }) => stateOf(id) !== 'down').reverse()
  const runs = to === undefined ? undone.slice(0, 1) : undone.filter(({ id }) => id > to)
  return { ok: true, runs: runs.map(({ id }) => runOf(id, 'down', known.get(id))) }
}
