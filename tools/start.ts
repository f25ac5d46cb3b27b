// `npm start`: builds what changed, starts the local cloud, seeds the demo once, prints one URL per persona.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { schema } from '@shared/schema'
import { startEmulator } from '../emulator'
import { buildStale } from './build'
import { demoSignIn } from './demo-sign-in'
import { HTTP_PATHS, localFunctions } from './local-functions'
import { type Seeded, seedDemo } from './seed'
import { DEMO_PASSWORD } from './seed/people'

const FIRST_PORT = Number(process.env.RIPPLE_PORT ?? 8800)
/** Each persona has a port of her own, so that one browser holds them all side by side. */
const PERSONAS = [
  { port: FIRST_PORT + 1, who: 'HQ editor    总部编辑 苏明薇', username: 'hq', page: '/pkgs/desk/home/index' },
  { port: FIRST_PORT + 2, who: 'Rep          导购 许婉清（亲切）', username: 'xuwanqing', page: '/pages/today/index' },
  {
    ...{ port: FIRST_PORT + 5, who: 'HQ approver  总部审核 周敏言', username: 'approver' },
    page: '/pkgs/desk/home/index?at=review',
  },
  {
    ...{ port: FIRST_PORT + 6, who: 'Manager      区域经理 吴悠然（杭州）', username: 'manager' },
    page: '/pkgs/desk/home/index?at=effect',
  },
  { port: FIRST_PORT + 3, who: 'Her colleague 导购 陈默（专业）', username: 'chenmo', page: '/pages/today/index' },
]
const READER_PORT = FIRST_PORT + 4

const dataDir = path.resolve(process.env.RIPPLE_DATA ?? '.ripple')
const seedMark = path.join(dataDir, 'demo.json')

const main = async (): Promise<void> => {
  const startedAt = Date.now()
  await buildStale(['functions', 'h5'])
  mkdirSync(dataDir, { recursive: true })
  const emulator = await startEmulator({
    dataDir,
    ports: [FIRST_PORT, ...PERSONAS.map((persona) => persona.port), READER_PORT],
    functionsDir: path.resolve('dist/cloudfunctions'),
    functions: localFunctions(dataDir, `http://127.0.0.1:${READER_PORT}`),
    httpPaths: HTTP_PATHS,
    schema,
    staticDir: path.resolve('dist/h5'),
    // a local mini-program code is an ordinary QR; it leads to the reader's page in a browser
    codeText: (scene, page) => `http://127.0.0.1:${READER_PORT}/#/${page}?scene=${scene}`,
    middleware: demoSignIn(PERSONAS),
  })
  if (!existsSync(seedMark)) writeFileSync(seedMark, JSON.stringify(await seedDemo(emulator, console.log)))
  const { sharePath } = JSON.parse(readFileSync(seedMark, 'utf8')) as Seeded
  console.log(`\nRipple 涟漪 is running (${((Date.now() - startedAt) / 1000).toFixed(1)} s)\n`)
  for (const persona of PERSONAS) console.log(`  ${persona.who}\n    http://127.0.0.1:${persona.port}/demo`)
  console.log(`  Customer     客户\n    http://127.0.0.1:${READER_PORT}/#${sharePath}`)
  console.log(`  The local cloud inside  本地云\n    ${emulator.url}/_inspect\n`)
  console.log(
    `Password of every demo account: ${DEMO_PASSWORD}. Data is kept in ${path.relative('', dataDir)}/ (delete it to start over). Ctrl+C stops.`,
  )
  const stop = () => void emulator.stop().then(() => process.exit(0))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

main().catch((error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${FIRST_PORT} to ${READER_PORT}: one is in use. Is Ripple running already? Else: RIPPLE_PORT=9800 npm start`
      : error,
  )
  process.exit(1)
})
