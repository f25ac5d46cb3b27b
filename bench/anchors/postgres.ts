// How does a bench get a PostgreSQL of its own? Debian's, in a temporary folder, on a local socket.
import { type ExecFileSyncOptions, execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const INSTALLED = '/usr/lib/postgresql'

export type Postgres = { readonly socketDir: string; readonly pid: number; stop(): void }

const binaries = (): string | undefined =>
  existsSync(INSTALLED)
    ? readdirSync(INSTALLED)
        .map((version) => path.join(INSTALLED, version, 'bin'))
        .find((bin) => existsSync(path.join(bin, 'initdb')))
    : undefined

/** PostgreSQL does not run as root: then as the user its package made. */
const runsAs = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const number = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: number('-u'), gid: number('-g') }
}

/** undefined, and a word about it, when there is none on this machine. */
export const startPostgres = (say: (line: string) => void): Postgres | undefined => {
  const bin = binaries()
  if (!bin) {
    say('PostgreSQL is not installed here (apt-get install postgresql): its rows are skipped')
    return undefined
  }
  const home = mkdtempSync(path.join(os.tmpdir(), 'anchor-postgres-'))
  const user = runsAs()
  if (user) chownSync(home, user.uid, user.gid)
  const data = path.join(home, 'data')
  const options: ExecFileSyncOptions = { stdio: 'ignore', cwd: home, ...user }
  execFileSync(path.join(bin, 'initdb'), ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8'], options)
  const settings = `-k ${home} -c listen_addresses= -c max_connections=40`
  const control = (...args: string[]): unknown => execFileSync(path.join(bin, 'pg_ctl'), ['-D', data, ...args], options)
  control('-w', '-o', settings, '-l', path.join(home, 'log'), 'start')
  const [pid = ''] = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
  return {
    socketDir: home,
    pid: Number(pid),
    stop: () => {
      control('-m', 'immediate', 'stop')
      rmSync(home, { recursive: true, force: true })
    },
  }
}
