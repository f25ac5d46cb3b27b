// Does the soak see how much memory each function's process holds? One that it misses could grow unwatched.
import { Memory } from '../../bench/soak/memory'
import { lin, startWorld } from '../support/world'

test('a function that was called is seen with its name and megabytes', async () => {
  const world = await startWorld()
  try {
    await world.ask('rep', 'group.list', {}, lin)
    const memory = new Memory(process.pid)
    memory.sample(0, 1)
    const rep = [...memory.samples].find(([name]) => name.startsWith('rep#'))
    expect(rep?.[1][0]?.y).toBeGreaterThan(20)
    expect(memory.samples.get('functions')?.[0]?.y).toBe(rep?.[1][0]?.y)
  } finally {
    await world.stop()
  }
})
