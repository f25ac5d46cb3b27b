// How small does a finished month get? Readings of one rep by columns, compressed: what an archive in file storage would hold.
import { gzipSync } from 'node:zlib'
import type { Part } from '../part'
import { randomFrom } from '../reading/random'
import { reportsOf } from '../reading/trace-reports'
import { makeTrace } from '../reading/traces'

const READINGS = 6_000 // a rep's month: 200 a day
const SHARES = 60
const PEOPLE = 400
const SEED = 5_000

const columnsOf = (readings: number) => {
  const random = randomFrom(SEED)
  const rows = Array.from({ length: readings }, (_, n) => {
    const last = reportsOf(makeTrace('hostile', SEED + n)).at(-1)?.report
    const at = Math.round((n / readings) * 2_592_000) // seconds of the month
    return { at, share: random.int(0, SHARES - 1), person: random.chance(0.4) ? random.int(0, PEOPLE - 1) : -1, last }
  })
  return {
    at: rows.map((row, n) => row.at - (rows[n - 1]?.at ?? 0)),
    share: rows.map((row) => row.share),
    person: rows.map((row) => row.person),
    spanMs: rows.map((row) => row.last?.spanMs ?? 0),
    depth: rows.map((row) => Math.round((row.last?.depth ?? 0) * 100)),
    sections: rows.map((row) => Object.values(row.last?.sections ?? {})),
  }
}

export const packing: Part = {
  name: 'packing',
  run: async ({ say }) => {
    say(`${READINGS} readings of the hostile set, one rep's month, by columns, gzip`)
    const bytes = gzipSync(JSON.stringify(columnsOf(READINGS)), { level: 9 }).length
    return [{ metric: 'bytes-per-reading', value: bytes / READINGS, unit: 'B, without indexes and names' }]
  },
}
