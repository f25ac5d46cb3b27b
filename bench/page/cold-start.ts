// How long does the first reader wait when no process of `reader` runs? From the start of the process to its answer.
import { startDemo } from '../../test/support/demo'
import { FUNCTIONS } from '../../tools/budgets.data'
import { buildStale } from '../../tools/build'
import type { Part } from '../part'
import { median } from '../report'

const OWN_PORTS = 18_880
const ROUNDS = 9

export const coldStart: Part = {
  name: 'cold-start',
  run: async ({ say }) => {
    await buildStale(['functions', 'h5'])
    const demo = await startDemo(OWN_PORTS)
    try {
      const [, token = ''] = /t=(\w+)/.exec(demo.sharePath) ?? []
      const read = async (): Promise<number> => {
        const began = performance.now()
        const reply = await fetch(`${demo.emulator.url}/v1/functions/reader`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ action: 'post.read', payload: { token }, lang: 'zh' }),
        })
        const { ok } = (await reply.json()) as { ok?: boolean }
        if (!ok) throw new Error('the article was not given')
        return performance.now() - began
      }
      const [cold, warm]: [number[], number[]] = [[], []]
      for (let n = 0; n < ROUNDS; n += 1) {
        demo.emulator.crash('reader')
        cold.push(await read())
        warm.push(await read())
      }
      say(`cold: ${cold.map(Math.round).join(' ')} ms`)
      return [
        {
          metric: 'first-answer',
          value: median(cold),
          unit: 'ms',
          goal: { atMost: FUNCTIONS.readerColdStartMs },
        },
        { metric: 'second-answer', value: median(warm), unit: 'ms' },
      ]
    } finally {
      await demo.stop()
    }
  },
}
