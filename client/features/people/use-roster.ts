// Bringing in a list of people: sent in portions, looked through, written, taken back; each may be gone on with later.
import type { Output } from '@shared/contracts'
import { ROSTER_PART_ROWS, type RosterRow } from '@shared/domain/roster'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { mintId } from '@/platform/mint'

export type Roster = Output<'hq', 'roster.apply'>
export type Checked = Output<'hq', 'roster.check'>
/** from 0 to 1. */
export type Progress = (share: number) => void

const LIST = ['hq', 'roster.list'] as const
/** Below the platform's 100 KB a request, with room for what goes around it. */
const PORTION_BYTES = 80_000
const WAIT_MS = 700
const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length

export const useRosters = () => useQuery({ queryKey: LIST, queryFn: () => call('hq', 'roster.list', {}) })

/** As many rows as fit into one request. */
export const portionsOf = (rows: readonly RosterRow[]): RosterRow[][] => {
  const portions: RosterRow[][] = []
  let [portion, bytes]: [RosterRow[], number] = [[], 0]
  for (const row of rows) {
    const size = sizeOf(row) + 1
    if (portion.length > 0 && (bytes + size > PORTION_BYTES || portion.length >= ROSTER_PART_ROWS)) {
      portions.push(portion)
      ;[portion, bytes] = [[], 0]
    }
    portion.push(row)
    bytes += size
  }
  return portion.length > 0 ? [...portions, portion] : portions
}

type File = { fileName: string; print: string }

/** A list that was begun before, on this desk or another, is gone on with. */
const findBegun = async (print: string): Promise<Roster | null> => {
  const { rosters } = await call('hq', 'roster.list', {})
  const open = rosters.filter(({ state }) => state === 'staging' || state === 'checked')
  return open.find((one) => one.print === print) ?? null
}

const wait = () => new Promise((resolve) => setTimeout(resolve, WAIT_MS))

/** All throw CallError. */
export const useRosterActs = () => {
  const client = useQueryClient()
  const seen = (): void => {
    void client.invalidateQueries({ queryKey: LIST })
    void client.invalidateQueries({ queryKey: ['hq', 'member.list'] })
    void client.invalidateQueries({ queryKey: ['hq', 'org.see'] })
  }
  const carryThrough = async (action: 'roster.apply' | 'roster.undo', rosterId: string, told: Progress) => {
    for (;;) {
      const roster = await call('hq', action, { rosterId })
      told(roster.done / roster.parts)
      if (roster.state !== 'applying' && roster.state !== 'undoing') {
        seen()
        return roster
      }
      await wait() // somebody else may be at it
    }
  }
  return {
    /** Its id, once all of it has arrived. */
    send: async (file: File, rows: readonly RosterRow[], told: Progress): Promise<string> => {
      const portions = portionsOf(rows)
      const begun = await findBegun(file.print)
      const isSame = begun?.parts === portions.length && begun.rows === rows.length
      const rosterId = isSame ? begun.rosterId : mintId()
      const common = { ...file, rosterId, parts: portions.length, rows: rows.length }
      for (const [n, part] of portions.entries()) {
        if (!isSame || n >= begun.staged - 1) await call('hq', 'roster.stage', { ...common, n, part })
        told((n + 1) / portions.length)
      }
      return rosterId
    },
    check: (rosterId: string): Promise<Checked> => call('hq', 'roster.check', { rosterId }),
    apply: (rosterId: string, told: Progress) => carryThrough('roster.apply', rosterId, told),
    undo: (rosterId: string, told: Progress) => carryThrough('roster.undo', rosterId, told),
  }
}
