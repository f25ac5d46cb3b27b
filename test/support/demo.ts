// The demo as `npm start` makes it, in this process: built web app, local cloud, seeded data, one port per persona.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { schema } from '@shared/schema'
import { type Emulator, startEmulator } from '../../emulator'
import { demoSignIn } from '../../tools/demo-sign-in'
import { localFunctions } from '../../tools/local-functions'
import { takeSeededDemo } from './seeded-demo'

export type Demo = {
  emulator: Emulator
  hq: string
  rep: string
  colleague: string
  reader: string
  approver: string
  manager: string
  sharePath: string
  stop(): Promise<void>
}

const FIRST_PORT = 18_800

/** Needs the built functions and web app (`npm run build`). Takes about half a minute the first time; seven ports from the first. */
export const startDemo = async (firstPort = FIRST_PORT): Promise<Demo> => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'ripple-demo-'))
  const [main, hq, rep, colleague, reader] = [0, 1, 2, 3, 4].map((n) => firstPort + n) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const [approver, manager] = [firstPort + 5, firstPort + 6]
  const at = (port: number): string => `http://127.0.0.1:${port}`
  const functionsDir = path.resolve('dist/cloudfunctions')
  const { sharePath } = await takeSeededDemo(dataDir, functionsDir)
  const emulator = await startEmulator({
    dataDir,
    ports: [main, hq, rep, colleague, reader, approver, manager],
    functionsDir,
    functions: localFunctions(dataDir, at(reader)),
    schema,
    staticDir: path.resolve('dist/h5'),
    middleware: demoSignIn([
      { port: hq, username: 'hq', page: '/pkgs/desk/home/index' },
      { port: approver, username: 'approver', page: '/pkgs/desk/home/index?at=review' },
      { port: manager, username: 'manager', page: '/pkgs/desk/home/index?at=effect' },
      { port: rep, username: 'xuwanqing', page: '/pages/today/index' },
      { port: colleague, username: 'chenmo', page: '/pages/today/index' },
    ]),
  })
  Object.assign(process.env, emulator.adminEnv)
  const stop = async () => {
    await emulator.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  const pages = { hq: at(hq), rep: at(rep), colleague: at(colleague), reader: at(reader) }
  return { emulator, ...pages, approver: at(approver), manager: at(manager), sharePath, stop }
}
