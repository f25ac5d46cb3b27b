// How does one run the local cloud alone? `node tools/run.mjs emulator [--port 8787] [--data .ripple] [--no-timers] [--bare]`
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startEmulator } from '../emulator'
import { schema } from '../shared/schema'
import { HTTP_PATHS, localFunctions } from './local-functions'

const { values } = parseArgs({
  options: {
    port: { type: 'string', multiple: true, default: ['8787'] },
    data: { type: 'string', default: '.ripple' },
    functions: { type: 'string', default: 'dist/cloudfunctions' },
    'no-timers': { type: 'boolean', default: false },
    // as an environment is that was just opened: no collections, no functions
    bare: { type: 'boolean', default: false },
  },
})

const run = async (): Promise<void> => {
  const staticDir = path.resolve('dist/h5')
  const dataDir = path.resolve(values.data)
  const [port = 0] = values.port.map(Number)
  const emulator = await startEmulator({
    dataDir,
    ports: values.port.map(Number),
    functionsDir: values.functions,
    functions:
      !values.bare && existsSync('cloudbaserc.json') ? localFunctions(dataDir, `http://127.0.0.1:${port}`) : [],
    httpPaths: values.bare ? {} : HTTP_PATHS,
    schema: values.bare ? [] : schema,
    timers: !values['no-timers'],
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
