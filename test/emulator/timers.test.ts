// When does a seven-field timer fire?
import { parseTimer } from '../../emulator/functions/timers'
import { callGateway, openLab } from './harness'

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

it('fires by itself', async () => {
  const source = `let fired = 0
exports.main = async (event) => { if (event.Type === 'Timer') fired++; return fired }`
  const triggers = [{ name: 'tick', type: 'timer' as const, config: '* * * * * * *' }]
  const functions = [{ name: 'jobs', timeout: 5, memorySize: 256, triggers }]
  const lab = await openLab({ timers: true, functions }, { jobs: source })
  await new Promise((resolve) => setTimeout(resolve, 2300))
  expect((await callGateway(lab, 'jobs', {})).body).toBeGreaterThanOrEqual(1)
  await lab.close()
})
