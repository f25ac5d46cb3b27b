// What do an operator's commands have in common? Which cloud they work on, its secret, and how they end.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pointAtCloud } from './which-cloud'

/** Of the local cloud it lies in the data folder (RIPPLE_DATA, else .ripple). */
const takeLocalKey = (): void => {
  const file = path.join(process.env.RIPPLE_DATA ?? '.ripple', 'person.key')
  if (!process.env.RIPPLE_PERSON_KEY && existsSync(file)) process.env.RIPPLE_PERSON_KEY = readFileSync(file, 'utf8')
}

/** 0: done. 1: looked at, and not as it should be. 2: could not be done; one sentence says why. */
export const runOperator = (main: () => Promise<number>): void => {
  const run = async (): Promise<number> => {
    if (!process.env.TENCENTCLOUD_SECRETID) takeLocalKey()
    await pointAtCloud()
    return main()
  }
  run().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      process.exit(2)
    },
  )
}
