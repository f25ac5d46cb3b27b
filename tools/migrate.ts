// Changes stored documents: `node tools/run.mjs migrate [--down] [--to 0003]`; --plan only says what is due.
// Which cloud: TCB_ENV_ID, TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY; without them the local one (RIPPLE_CLOUD_URL, or its usual ports).
import { parseArgs } from 'node:util'
import { MIGRATIONS } from './migrations/all'
import { planRuns } from './migrations/plan'
import { migrationStates, runDue } from './migrations/run'
import { pointAtCloud } from './which-cloud'

const { values } = parseArgs({
  options: {
    down: { type: 'boolean', default: false },
    to: { type: 'string' },
    plan: { type: 'boolean', default: false },
  },
})

const main = async (): Promise<void> => {
  console.log(await pointAtCloud())
  const asked = { direction: values.down ? 'down' : 'up', to: values.to } as const
  if (values.plan) {
    const planned = planRuns(MIGRATIONS, await migrationStates(), asked)
    if (!planned.ok) throw new Error(planned.reason)
    for (const { id, direction, after } of planned.runs)
      console.log(`${id} ${direction}${after === null ? '' : `, on from ${after}`}`)
    if (!planned.runs.length) console.log('Nothing is due.')
    return
  }
  const runs = await runDue(MIGRATIONS, asked, Date.now, (line) => console.log(line))
  console.log(runs.length ? `Done: ${runs.length}.` : 'Nothing is due.')
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
