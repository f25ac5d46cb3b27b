// What does the least server take that keeps a report for good? node:http, zod, one autocommit insert, three indexes.
import http from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import * as z from 'zod'

type Pool = { query(text: string | { name: string; text: string; values: unknown[] }): Promise<unknown> }
const [home = '', socketDir = ''] = process.argv.slice(2)
const { Pool } = createRequire(path.join(home, 'package.json'))('pg') as { Pool: new (options: object) => Pool }
const pool = new Pool({ host: socketDir, user: 'bench', database: 'postgres', max: 16 })

const report = z.strictObject({
  readingId: z.string(),
  token: z.string(),
  version: z.int(),
  scene: z.int(),
  seq: z.int(),
  agoMs: z.int(),
  spanMs: z.int(),
  sections: z.record(z.string(), z.int()),
  depth: z.number(),
})
const event = z.strictObject({ action: z.string(), payload: z.strictObject({ readings: z.array(report).length(1) }) })

const TABLE = `CREATE TABLE hits (id bigserial PRIMARY KEY, reading text, token text, seq int, at timestamptz, span int, sections jsonb, depth real);
CREATE INDEX ON hits (reading, seq); CREATE INDEX ON hits (token, at); CREATE INDEX ON hits (at)`
const INSERT =
  'INSERT INTO hits (reading, token, seq, at, span, sections, depth) VALUES ($1, $2, $3, now(), $4, $5, $6)'

const keep = async (text: string): Promise<void> => {
  const [one] = event.parse(JSON.parse(text)).payload.readings
  if (!one) throw new Error('no reading')
  const values = [one.readingId, one.token, one.seq, one.spanMs, JSON.stringify(one.sections), one.depth]
  await pool.query({ name: 'hit', text: INSERT, values })
}

const server = http.createServer((req, res) => {
  let text = ''
  req.setEncoding('utf8')
  req.on('data', (chunk: string) => {
    text += chunk
  })
  req.on('end', () => {
    keep(text).then(
      () => res.end('{"ok":true,"data":{}}'),
      (error: unknown) => {
        res.statusCode = 500
        res.end(JSON.stringify({ ok: false, error: String(error) }))
      },
    )
  })
})

pool.query(TABLE).then(() =>
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.(typeof address === 'object' ? address?.port : undefined)
  }),
)
// whoever started it is gone: without this the server would stay behind and hold its port
process.on('disconnect', () => process.exit(0))
