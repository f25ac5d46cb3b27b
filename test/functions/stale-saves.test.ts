// Two had the same page open: is whoever comes second told so, and does nothing of it stand anywhere, the sealed log included?
import { spent } from '../../emulator'
import { type ActionName, api } from '../../shared/contracts'
import { good, type Live } from '../support/good-inputs'
import { approver, editor, startWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const REVISED = Object.entries(good({} as Live)).flatMap(([name, input]) =>
  name.startsWith('hq/') && typeof (input as { rev?: unknown }).rev === 'number' && name.endsWith('.save')
    ? [[name.slice(3) as ActionName<'hq'>, input as { rev: number }] as const]
    : [],
)

test('such saves there are', () => expect(REVISED.length).toBeGreaterThan(8))

test.each(REVISED)('%s over what somebody else has saved writes nothing', async (action, input) => {
  const save = (rev: number) =>
    world.call('hq', action, { ...input, rev } as never, api.hq[action].who === 'approver' ? approver : editor)
  await save(0)
  await save(1)
  const meter = world.emulator.meter()
  const stale = await save(7)
  expect(stale).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  })
  // member.save: a lock, taken and given back
  expect(spent(world.emulator.meter(), meter).docsWritten).toBeLessThanOrEqual(action === 'member.save' ? 2 : 0)
})
