// How fast does a column store scan for who read a post? The same readings in DuckDB's memory, asked the same question.

import { once } from 'node:events'
import { createWriteStream, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Reading } from '../../shared/domain/reading'
import { totalMs } from '../../shared/domain/reading'
import { installAnchors, requireFrom } from './install'

type Result = { getRows(): unknown[][] }
type Connection = { run(sql: string): Promise<unknown>; runAndReadAll(sql: string, values: unknown[]): Promise<Result> }
type DuckDb = { DuckDBInstance: { create(file: string): Promise<{ connect(): Promise<Connection> }> } }

const WHO_READ = `SELECT person, count(*), sum(ms), max(read_at) FROM readings
WHERE rep = $1 AND post = $2 AND person IS NOT NULL GROUP BY person ORDER BY 3 DESC LIMIT 201`

const writeCsv = async (file: string, readings: Iterable<Reading>): Promise<void> => {
  const out = createWriteStream(file)
  for (const reading of readings) {
    const { _id, repId, postId, personId, lastAt } = reading
    if (!out.write(`${_id},${repId},${postId},${personId ?? ''},${lastAt},${totalMs(reading)}\n`))
      await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

export type Scanner = { whoRead(repId: string, postId: string): Promise<number> }

/** undefined, and a word about it, when DuckDB cannot be had here. */
export const scannerOf = async (
  readings: Iterable<Reading>,
  say: (line: string) => void,
): Promise<Scanner | undefined> => {
  const home = installAnchors(say)
  if (!home) return undefined
  let duckdb: DuckDb
  try {
    duckdb = requireFrom(home)('@duckdb/node-api') as DuckDb
  } catch {
    say('DuckDB has no build for this machine: its rows are skipped')
    return undefined
  }
  const file = path.resolve('dist/bench/readings.csv')
  mkdirSync(path.dirname(file), { recursive: true })
  await writeCsv(file, readings)
  const connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect()
  const columns =
    "{'id':'VARCHAR','rep':'VARCHAR','post':'VARCHAR','person':'VARCHAR','read_at':'BIGINT','ms':'BIGINT'}"
  await connection.run(
    `CREATE TABLE readings AS SELECT * FROM read_csv('${file}', header = false, nullstr = '', columns = ${columns})`,
  )
  rmSync(file)
  return {
    whoRead: async (repId, postId) => (await connection.runAndReadAll(WHO_READ, [repId, postId])).getRows().length,
  }
}
