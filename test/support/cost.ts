// What does it cost the database when something is done?
import { spent } from '../../emulator'
import type { World } from './world'

export const costOf = async <T>({ emulator }: Pick<World, 'emulator'>, work: () => Promise<T>) => {
  const before = emulator.meter()
  const answer = await work()
  const { dbRequests, docsRead, docsExamined, docsWritten } = spent(emulator.meter(), before)
  const requests = Object.values(dbRequests).reduce((n, count) => n + count, 0)
  return { answer, requests, docsRead, docsExamined, docsWritten }
}
