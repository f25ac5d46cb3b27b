// When does a seven-field timer fire?
import { parseTimer } from '../../emulator/functions/timers'
import { callGateway, type Lab, openLab } from './harness'

jest.setTimeout(30_000) // functions start cold, and the machine may be busy

it.each([
  ['0 0 2 * * * *', '2026-11-21T18:00:00.000Z'],
  ['0 */5 * * * * *', '2026-11-21T16:35:00.000Z'],
  ['0 30 9 1 1 * 2027', '2027-01-01T01:30:00.000Z'],
  ['0 0 0 * * 0 *', '2026-11-28T16:00:00.000Z'],
  ['0 0 8 * * MON-FRI *', '2026-11-23T00:00:00.000Z'],
])('%s fires next at %s, counted in UTC+8', (config, at) => {
  // a Sunday, 00:31 in Shanghai
  expect(parseTimer(config).nextRun(new Date('2026-11-21T16:31:00Z'))?.toISOString()).toBe(at)
})

it('refuses any other number of fields', () => {
  expect(() => parseTimer('0 0 * * *')).toThrow('seven fields')
})

describe("the cloud's clock", () => {
  const source = `const fired = []
exports.main = async (event) => {
  if (event.Type === 'Timer') fired.push([event.TriggerName, event.Time, new Date().toISOString().slice(0, 16)])
  return { fired, now: Date.now(), made: new Date(0).toISOString(), isDate: new Date() instanceof Date }
}`
  const trigger = (name: string, config: string) => ({ name, type: 'timer' as const, config })
  const functions = [
    { name: 'jobs', timeout: 5, memorySize: 256, instances: 1, triggers: [trigger('hourly', '0 0 * * * * *')] },
    { name: 'other', timeout: 5, memorySize: 256, triggers: [] },
  ]
  const NOON = Date.parse('2031-03-01T12:00:00.500Z')
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab({ dataDir: ':memory:', timers: true, functions }, { jobs: source, other: source })
  })
  afterAll(() => lab.close())
  const jobs = async () => (await callGateway(lab, 'jobs', {})).body

  it('moves for functions, for dates of the database and for signed addresses', async () => {
    const { app, emulator } = lab
    await jobs()
    const { fileID } = await app.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('a') as unknown as never })
    const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })
    const status = async () => (await fetch(String(fileList[0]?.tempFileURL))).status
    expect(await status()).toBe(200)

    emulator.clock.jumpTo(Date.now() + 120_000)
    expect(await status()).toBe(403)

    const before = emulator.clock.now()
    const { now, made, isDate } = await jobs()
    expect(now).toBeGreaterThanOrEqual(before)
    expect({ made, isDate }).toEqual({ made: '1970-01-01T00:00:00.000Z', isDate: true })
    const database = app.database()
    await database.collection('notes').doc('d').set({ at: 1, when: database.serverDate() })
    expect((await database.collection('notes').doc('d').get()).data[0].when.getTime()).toBeGreaterThanOrEqual(before)
  })

  it('jumps without running a timer, or moves and runs each that falls due on the way at its instant', async () => {
    lab.emulator.clock.jumpTo(NOON)
    const seen = (await jobs()).fired.length
    await lab.emulator.clock.moveTo(NOON + 3 * 3_600_000)
    expect((await jobs()).fired.slice(seen)).toEqual(
      ['13', '14', '15'].map((hour) => [
        'hourly',
        expect.stringMatching(`^2031-03-01T${hour}:00:00`),
        `2031-03-01T${hour}:00`,
      ]),
    )
  })

  it('is set from another process, by an instant or by a span, and only asked without either', async () => {
    const ask = async (query: string) => {
      const reply = await fetch(`${lab.emulator.url}/emulator/clock${query}`, { method: 'POST' })
      return { status: reply.status, now: Math.floor(((await reply.json()) as { now: number }).now / 60_000) }
    }
    const minute = Math.floor(NOON / 60_000)
    expect(await ask(`?to=${NOON}&jump`)).toEqual({ status: 200, now: minute })
    expect(await ask('?by=600000')).toEqual({ status: 200, now: minute + 10 })
    expect(await ask('')).toEqual({ status: 200, now: minute + 10 })
    expect(await ask('?to=2031-03-01T12:30:00Z')).toEqual({ status: 200, now: minute + 30 })
    expect((await ask('?to=noon')).status).toBe(400)
  })
})

it('fires by itself, where it is told to', async () => {
  const source = `let fired = 0
exports.main = async (event) => { if (event.Type === 'Timer') fired++; return fired }`
  const triggers = [{ name: 'tick', type: 'timer' as const, config: '* * * * * * *' }]
  const functions = [{ name: 'jobs', timeout: 5, memorySize: 256, triggers }]
  const lab = await openLab({ timers: true, functions }, { jobs: source })
  const fired = async () => (await callGateway(lab, 'jobs', {})).body
  const deadline = Date.now() + 20_000
  while ((await fired()) < 1 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await fired()).toBeGreaterThanOrEqual(1)
  await lab.close()
})
