// Are grave faults known in the packages we ship? `node tools/run.mjs audit-packages`; part of `npm test`.
import { execFile } from 'node:child_process'
import { type Accepted, verdictOf } from './audit-verdict'

/** None at present. */
const ACCEPTED: Accepted = {}
const TIMEOUT_MS = 60_000

// npm ends with 1 both where it found something and where nobody answered: what it printed tells which
execFile(
  'npm',
  ['audit', '--omit=dev', '--json', '--fetch-retries=0'],
  { timeout: TIMEOUT_MS, maxBuffer: 64 * 1024 * 1024 },
  (_, stdout) => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const { ok, says } = verdictOf(stdout, ACCEPTED, today)
    console.log(says)
    process.exit(ok ? 0 : 1)
  },
)
