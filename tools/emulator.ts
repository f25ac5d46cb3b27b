// How does one run the local cloud alone? `node tools/run.mjs emulator [--port 8787] [--data .ripple]`
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type FunctionConfig, startEmulator } from '../emulator'
import { schema } from '../shared/schema'

type Rc = { readonly envId?: string; readonly functions?: readonly FunctionConfig[] }

const { values } = parseArgs({
  options: {
    port: { type: 'string', multiple: true, default: ['8787'] },
    data: { type: 'string', default: '.ripple' },
    functions: { type: 'string', default: 'dist/cloudfunctions' },
  },
})

const readRc = (): Rc => {
  const file = path.resolve('cloudbaserc.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

const run = async (): Promise<void> => {
  const staticDir = path.resolve('dist/h5')
  const emulator = await startEmulator({
    dataDir: values.data,
    ports: values.port.map(Number),
    functionsDir: values.functions,
    functions: readRc().functions ?? [],
    schema,
    ...(existsSync(staticDir) ? { staticDir } : {}),
  })
  console.log(JSON.stringify({ url: emulator.url, ports: emulator.ports, pid: process.pid, env: emulator.adminEnv }))
  console.log(`Local cloud: ${emulator.url}  Inspect: ${emulator.url}/_inspect`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void emulator.stop().then(() => process.exit(0)))
  }
}

run().catch((error) => {
  console.error(error)
  process.exit(1)
})
