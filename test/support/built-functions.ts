// Where are the functions under test? Built once for as long as nothing they are made of changes: a build takes both cores for
// some seconds, and every world needs one.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { inputsOf } from '../../tools/build'
import { buildFunctions } from '../../tools/build-functions'

const home = path.resolve(__dirname, '../../dist/test')
const KEPT_MS = 86_400_000

/** What nobody has asked for since yesterday: of code that has changed, or of a build that was killed. */
const dropOld = (now: number): void => {
  for (const name of readdirSync(home).filter((each) => each.startsWith('functions-'))) {
    const place = path.join(home, name)
    const kept = statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? now
    if (now - kept > KEPT_MS) rmSync(place, { recursive: true, force: true })
  }
}

/** Their directory, which is everybody's: nobody writes into it. Two who build at once end with one of them. */
export const builtFunctions = async (): Promise<string> => {
  const place = path.join(home, `functions-${inputsOf('functions').slice(0, 16)}`)
  if (existsSync(place)) return place
  mkdirSync(home, { recursive: true })
  dropOld(Date.now())
  const draft = mkdtempSync(`${place}-`)
  await buildFunctions(draft)
  try {
    renameSync(draft, place)
  } catch {
    rmSync(draft, { recursive: true, force: true })
  }
  if (!existsSync(place)) throw new Error(`The functions could not be put at ${place}`)
  return place
}
