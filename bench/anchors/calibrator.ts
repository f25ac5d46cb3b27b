// What would the least durable server take on this machine, this minute? A yardstick for processor time.
import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { build } from 'esbuild'
import { cpuOfTreeMs } from '../cpu'
import { installAnchors } from './install'
import { type Postgres, startPostgres } from './postgres'

const start = async (home: string, postgres: Postgres): Promise<{ child: ChildProcess; url: string }> => {
  const outfile = path.join(home, 'calibrator-server.cjs')
  await build({
    entryPoints: [path.resolve('bench/anchors/calibrator-server.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  })
  const child = fork(outfile, [home, postgres.socketDir])
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)))
    child.once('exit', () => reject(new Error('the calibrator ended')))
  })
  return { child, url: `http://127.0.0.1:${port}` }
}

export class Calibrator {
  private constructor(
    private readonly postgres: Postgres,
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** undefined, and a word about it, when its parts cannot be had here. */
  static async start(say: (line: string) => void): Promise<Calibrator | undefined> {
    const home = installAnchors(say)
    const postgres = home && startPostgres(say)
    if (!home || !postgres) return undefined
    try {
      const { child, url } = await start(home, postgres)
      return new Calibrator(postgres, child, url)
    } catch (error) {
      postgres.stop()
      throw error
    }
  }

  /** ms of the server and of PostgreSQL with all its processes. */
  cpuMs(): number {
    return cpuOfTreeMs(this.child.pid ?? 0) + cpuOfTreeMs(this.postgres.pid)
  }

  /** The server first: it does not outlive its database quietly. */
  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve))
    this.child.kill('SIGKILL')
    await gone
    this.postgres.stop()
  }
}
