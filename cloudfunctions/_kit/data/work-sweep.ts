// How far has today's round of all reps come?
import type { Day } from '@shared/domain/day'
import { collection } from '../collection'

type Sweep = { _id: 'sweep'; of: 'sweep'; id: ''; day: Day; after: string; done: boolean }
const sweeps = collection<Sweep>('worksums')

export type Round = { day: Day; after: string | undefined; done: boolean }

export const findSweep = async (day: Day): Promise<Round> => {
  const found = await sweeps.get('sweep')
  if (found?.day !== day) return { day, after: undefined, done: false }
  return { day, after: found.after || undefined, done: found.done }
}

export const putSweep = ({ day, after, done }: Round): Promise<void> =>
  sweeps.put({ _id: 'sweep', of: 'sweep', id: '', day, after: after ?? '', done })
