// Some reps of one world, with several ways of making their lists: what one process works out.
import { TALKS_A_DAY } from '@shared/domain/limits'
import { ABLATIONS } from './ablations'
import { makeRep, runMonth, type Sums } from './month'
import { POLICIES, type Policy } from './policies'
import { Posts } from './posts'
import type { World } from './world.data'

/** The product runs first, always: the others get as many talks for each rep and day as its list had. */
export type Job = {
  world: World
  seed: number
  fromRep: number
  toRep: number
  policies: string[]
  contacts?: number // of each rep; fewer while trying something
}
export type Ran = Record<string, Sums>

const ALL: Record<string, Policy> = { ...POLICIES, ...ABLATIONS }

const policyOf = (name: string): Policy => {
  const policy = ALL[name]
  if (!policy) throw new Error(`no way of making lists is called ${name}`)
  return policy
}

export const runJob = ({ world, seed, fromRep, toRep, policies, contacts }: Job): Ran => {
  const posts = new Posts(world, seed)
  const reps = Array.from({ length: toRep - fromRep }, (_, i) =>
    makeRep({ world, posts, seed, rep: fromRep + i }, contacts),
  )
  const first = runMonth(reps, { policy: policyOf('product'), aDay: () => TALKS_A_DAY })
  const ran: Ran = { product: first.sums }
  for (const name of policies.filter((one) => one !== 'product')) {
    const aDay =
      name in ABLATIONS ? () => TALKS_A_DAY : (rep: number, day: number) => first.listed.get(`${rep} ${day}`) ?? 0
    ran[name] = runMonth(reps, { policy: policyOf(name), aDay }).sums
  }
  return ran
}
