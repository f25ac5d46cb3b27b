// Proves that sums and profiles equal a recount of the readings: `npm run recount`. Changes nothing; fails on a difference.
// Which cloud: TCB_ENV_ID, TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY; without them the local one (RIPPLE_CLOUD_URL, or its usual ports).
import { runOperator } from './operator'
import { recountProfiles } from './recount/profiles'
import { recountTallies } from './recount/readings'
import { recountWork } from './recount/work'

const SHOWN_MAX = 50

const main = async (): Promise<number> => {
  const differences = [...(await recountTallies()), ...(await recountProfiles(Date.now())), ...(await recountWork())]
  for (const line of differences.slice(0, SHOWN_MAX)) console.log(line)
  if (differences.length > SHOWN_MAX) console.log(`… and ${differences.length - SHOWN_MAX} more`)
  if (!differences.length) console.log('Sums and profiles equal a recount.')
  return differences.length ? 1 : 0
}

runOperator(main)
