// How does a test get a local cloud that may be killed? One in a process of its own, as operators start it.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import tcb from '@cloudbase/node-sdk'

const root = path.resolve(__dirname, '../..')
export type Outside = {
  readonly process: ChildProcess
  readonly pid: number
  readonly url: string
  readonly env: Record<string, string>
}

let built: string | undefined
/** The operators' tool, bundled once for a test file and beside nobody else's bundle. */
const tool = (): string => {
  if (built) return built
  const folder = mkdtempSync(path.join(os.tmpdir(), 'emulator-tool-'))
  const outfile = path.join(folder, 'emulator.cjs')
  const how = ['--bundle', '--packages=external', '--platform=node', '--format=cjs', '--alias:@shared=./shared']
  const esbuild = path.join(root, 'node_modules/esbuild/bin/esbuild')
  execFileSync(esbuild, ['tools/emulator.ts', ...how, '--log-level=warning', `--outfile=${outfile}`], { cwd: root })
  built = outfile
  return outfile
}
afterAll(() => built && rmSync(path.dirname(built), { recursive: true, force: true }))

export const startOutside = (dataDir: string, ...more: string[]): Promise<Outside> =>
  new Promise((resolve, reject) => {
    const args = [tool(), '--port', '0', '--data', dataDir, '--no-timers', ...more]
    const env = { ...process.env, NODE_PATH: path.join(root, 'node_modules') }
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
    child.once('exit', (code) => reject(new Error(`the emulator exited with ${code}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return
      const { pid, url, env } = JSON.parse(line)
      resolve({ process: child, pid, url, env })
    })
  })

export const gone = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once('exit', resolve))

export const connect = (env: Record<string, string>) => {
  Object.assign(process.env, env)
  return tcb.init({ env: 'ripple-local', keepalive: true } as Parameters<typeof tcb.init>[0]).database()
}
