// Two hours of readers, reps and HQ on one local cloud, with faults and timers: does anything grow, slow down or get lost?
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cpuOfSelfMs } from '../cpu'
import type { Asked, Part } from '../part'
import { Cloud } from '../reading/cloud'
import { randomFrom } from '../reading/random'
import { headOf, type Metric } from '../report'
import { Account } from './account'
import { causesIn } from './causes'
import { realClock, Waits } from './clock'
import { EditorLife } from './editor'
import { check, countAll, drain } from './end'
import type { Injected } from './faults'
import { judge } from './judge'
import { Memory } from './memory'
import { networkOf } from './network'
import { EDITOR_OPENID, readerOpenid, repOpenid, seedPeople } from './people'
import { buildPhones, Phone } from './phone'
import { ReaderLife } from './reader'
import { RepLife } from './rep'
import { Town } from './town'
import { Watch, type Window } from './watch'

const SEED = 20_261_123
const MINUTES = 120
const READERS = 500
const REPS = 50
const POSTS_BEFORE = 6
const POSTS_MEANWHILE = 12
const SAMPLE_MS = 10_000
const WINDOW_MS = 300_000
const WINDOWS_MIN = 9
const MB = 1024 * 1024
const RESULT = path.resolve('dist/bench/soak.json')

type Rested = { cloud: number; functions: number; phones: number; machine: number }

/** Of all cores together, whoever used them, in ms. */
const machineMs = (): number => {
  const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0] = (
    readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? ''
  )
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return (user + nice + system + irq + soft) * 10
}

/** Everything of one run; `result` is what is written down as it goes. */
class Soak {
  readonly watch = new Watch()
  readonly account = new Account()
  readonly clock = realClock((ms) => this.watch.lateBy(ms))
  readonly waits = new Waits(this.clock)
  readonly town = new Town(REPS)
  readonly windows: Window[] = []
  readonly memory: Memory
  readonly lines = networkOf(this.watch, this.account)
  readers: ReaderLife[] = []
  reps: RepLife[] = []
  phones: Phone[] = []
  /** What nobody foresaw on a phone: it is told at the end, and the others go on. */
  readonly broken: string[] = []
  readonly breaks = (error: unknown): void => {
    this.broken.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  private rested: Rested = { cloud: 0, functions: 0, phones: 0, machine: 0 }
  private began = performance.now()
  private windowFromS = 0

  constructor(
    readonly cloud: Cloud,
    private readonly asked: Asked & { head: string },
  ) {
    this.memory = new Memory(cloud.pid)
  }

  get seconds(): number {
    return (performance.now() - this.began) / 1000
  }

  /** The people and what they hold; HQ's first posts are out when it resolves. */
  async settle(): Promise<EditorLife> {
    await seedPeople(REPS)
    const made = await buildPhones()
    const chance = randomFrom(SEED)
    const phoneOf = (openid: string): Phone => {
      const random = randomFrom(chance.int(0, 2 ** 31))
      const phone = new Phone({
        made,
        clock: this.clock,
        random,
        network: this.lines.network,
        url: this.cloud.url,
        openid,
      })
      this.phones.push(phone)
      return phone
    }
    const own = () => randomFrom(chance.int(0, 2 ** 31))
    const { waits, town } = this
    this.reps = Array.from(
      { length: REPS },
      (_, rep) => new RepLife(phoneOf(repOpenid(rep)), own(), waits, { town, rep }),
    )
    this.readers = Array.from(
      { length: READERS },
      (_, n) => new ReaderLife(phoneOf(readerOpenid(n)), own(), waits, { town, rep: n % REPS }),
    )
    const editor = new EditorLife(phoneOf(EDITOR_OPENID), own(), waits, town)
    for (let n = 0; n < POSTS_BEFORE; n++) await editor.publish()
    return editor
  }

  async start(): Promise<void> {
    this.began = performance.now()
    this.rested = await this.spent()
    this.watch.take()
  }

  /** Samples and windows, until so many seconds have passed. */
  async observe(totalS: number): Promise<void> {
    const windowS = Math.min(WINDOW_MS / 1000, totalS / WINDOWS_MIN)
    const sampleS = Math.min(SAMPLE_MS / 1000, totalS / 60)
    for (let next = sampleS; next <= totalS; next += sampleS) {
      await sleep(Math.max(0, (next - this.seconds) * 1000))
      const { heapUsed } = await this.cloud.ask<NodeJS.MemoryUsage>('memory')
      this.memory.sample(this.seconds, heapUsed / MB)
      if (this.seconds - this.windowFromS >= windowS - sampleS / 2) await this.closeWindow()
    }
  }

  write(done: object | null): void {
    const { windows, watch, account, memory, broken } = this
    const { errors, actions, codes } = watch
    const samples = Object.fromEntries(
      [...memory.samples].map(([name, points]) => [
        name,
        points.map(({ x, y }) => [Math.round(x), Number(y.toFixed(1))]),
      ]),
    )
    const { reports, acknowledged, refused, ackedMs, ms } = account
    const told = { windows, errors, codes, actions, account: { reports, acknowledged, refused, ackedMs, ms } }
    mkdirSync(path.dirname(RESULT), { recursive: true })
    const result = { head: this.asked.head, seed: SEED, ...told, broken, slopes: memory.slopes(), samples, done }
    writeFileSync(RESULT, JSON.stringify(result, null, 1))
  }

  private async spent(): Promise<Rested> {
    const { emulator, functions } = await this.cloud.cpu()
    return { cloud: emulator, functions, phones: cpuOfSelfMs(), machine: machineMs() }
  }

  private async closeWindow(): Promise<void> {
    const now = await this.spent()
    const { rested } = this
    const cpuMs = {
      ...{ cloud: now.cloud - rested.cloud, functions: now.functions - rested.functions },
      ...{ phones: now.phones - rested.phones, machine: now.machine - rested.machine },
    }
    const [fromS, toS] = [this.windowFromS, this.seconds]
    const window = { fromS, toS, ...this.watch.take(), cpuMs, bytes: await this.cloud.ask<number>('bytes') }
    this.windows.push(window)
    this.rested = now
    this.windowFromS = toS
    const slopes = this.memory.slopes()
    const share = ((cpuMs.cloud + cpuMs.functions + cpuMs.phones) / ((toS - fromS) * 10)).toFixed(0)
    const functionsMb = this.memory.samples.get('functions')?.slice(-1)[0]?.y ?? 0
    const cloudMb = this.memory.samples.get('cloud')?.slice(-1)[0]?.y ?? 0
    this.asked.say(
      `${(toS / 60).toFixed(1)} min: ${window.calls} calls, p50 ${window.p50.toFixed(0)} p99 ${window.p99.toFixed(0)} ms, late p99 ` +
        `${window.lateP99.toFixed(0)} ms, ${share} % of a core (machine ${(cpuMs.machine / ((toS - fromS) * 10)).toFixed(0)} %), ` +
        `cloud ${cloudMb.toFixed(0)} MB (${slopes.cloud?.slope.toFixed(1) ?? '–'} MB/h), functions ${functionsMb.toFixed(0)} MB ` +
        `(${slopes.functions?.slope.toFixed(1) ?? '–'} MB/h), database ${(window.bytes / 1e6).toFixed(1)} MB, ${JSON.stringify(this.watch.codes)}`,
    )
    this.write(null)
  }
}

const finish = async (soak: Soak, before: number): Promise<Metric[]> => {
  const { cloud, watch, account, readers, reps, town, windows, memory } = soak
  const injected = await cloud.ask<Injected>('injected')
  await cloud.ask('faults')
  const codes = { ...watch.codes }
  const unsent = await drain(cloud, soak.phones, soak.lines.underWay)
  const profiles = await countAll(cloud)
  const checked = await check(account, { readers, reps, town })
  checked.recount.push(...profiles)
  const causes = await causesIn(cloud.dataDir)
  const after = await cloud.ask<number>('bytes')
  const openings = readers.reduce((sum, life) => sum + life.openings, 0)
  const { refused, reports } = account
  const metrics = judge({
    ...{ windows, memory, watch, injected, causes, checked, unsent, refused, reports, openings },
    bytes: { before, after },
    broken: soak.broken.length,
  })
  soak.write({ injected, codes, causes, checked, metrics })
  return metrics
}

const run: Part['run'] = async (asked) => {
  const { minutes = MINUTES, say } = asked
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'ripple-soak-'))
  const cloud = await Cloud.open('soak', 2, { dataDir, timers: true })
  Object.assign(process.env, cloud.adminEnv)
  const soak = new Soak(cloud, { ...asked, head: headOf(`npm run bench -- soak --minutes ${minutes}`) })
  process.on('unhandledRejection', soak.breaks)
  try {
    const editor = await soak.settle()
    const before = await cloud.ask<number>('bytes')
    say(`${READERS} readers, ${REPS} reps, ${minutes} minutes, seed ${SEED}; as it goes: ${RESULT}`)
    await cloud.ask('faults', { seed: SEED })
    await soak.start()
    const everyMs = (minutes * 60_000) / (POSTS_MEANWHILE + 1)
    const lives = [...soak.readers, ...soak.reps].map((life) => life.live())
    const all = [...lives, editor.live(everyMs)].map((life) => life.catch(soak.breaks))
    await soak.observe(minutes * 60)
    soak.waits.end()
    await Promise.all(all)
    return await finish(soak, before)
  } finally {
    process.off('unhandledRejection', soak.breaks)
    soak.lines.close()
    await cloud.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export const soak: Part = { name: 'soak', run }
