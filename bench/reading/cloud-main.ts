// What runs in the local cloud's own process while a bench measures it? The emulator, told what to do by messages.
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator'
import { schema } from '../../shared/schema'
import { drawFaults, type Injected } from '../soak/faults'
import { type DaysAsked, seedDays } from '../talks/seed-days'
import { seedWaiting, seedWork } from '../work/firm'
import { seedGrowth, seedReports } from './seed-readings'

export type Opening = Pick<EmulatorOptions, 'dataDir' | 'functionsDir' | 'functions' | 'instances' | 'timers'>
/** Each question's argument; `reports` and `growth` are populations, given by how many readings they hold. */
export type Questions = {
  open: Opening
  seed: { what: 'reports' | 'growth'; readings: number; now: number }
  days: DaysAsked & { withReadings: boolean }
  work: { readings: number; now: number; rawOf: number; alike?: number; waiting: boolean }
  jobs: null
  meter: null
  cpu: null
  bytes: null
  faults: { seed: number } | null
  injected: null
  memory: null
  stop: null
}
export type Message = { [Q in keyof Questions]: { id: number; ask: Q; given: Questions[Q] } }[keyof Questions]

let emulator: Emulator | undefined
let injected: Injected = {}

const running = (): Emulator => {
  if (!emulator) throw new Error('the cloud is not open')
  return emulator
}

const answer = async ({ ask, given }: Message): Promise<unknown> => {
  switch (ask) {
    case 'open':
      emulator = await startEmulator({ ...given, ports: [0], schema })
      return { url: emulator.url, adminEnv: emulator.adminEnv }
    case 'seed':
      return given.what === 'growth' ? seedGrowth(running(), given) : seedReports(running(), given)
    case 'days':
      return seedDays(running(), given, given.withReadings)
    case 'work':
      return given.waiting ? seedWaiting(running(), given) : seedWork(running(), given)
    case 'jobs':
      return running().fireTimer('jobs')
    case 'meter':
      return running().meter()
    case 'cpu': {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    }
    case 'bytes':
      return running().storedBytes()
    case 'faults': {
      if (given) {
        const drawn = drawFaults(given.seed)
        injected = drawn.injected
        running().faults = drawn.faults
      } else running().faults = undefined
      return null
    }
    case 'injected':
      return injected
    case 'memory':
      return process.memoryUsage()
    case 'stop':
      return emulator?.stop()
  }
}

process.on('message', (message: Message) => {
  answer(message).then(
    (value) => process.send?.({ id: message.id, value }),
    (error: unknown) => process.send?.({ id: message.id, error: error instanceof Error ? error.stack : String(error) }),
  )
})
// whoever started it is gone: without this the server would stay behind and hold its port
process.on('disconnect', () => process.exit(0))
