// Does the order matter in which reports arrive, or whether they come twice, or where the server dies? Byte by byte it must not.
import { createHash } from 'node:crypto'
import type { PersonId, ReadingId } from '../../shared/domain/ids'
import type { ReadingReport } from '../../shared/domain/reading'
import { type SumsWorld, startSumsWorld } from '../../test/support/sums-world'
import type { Part } from '../part'
import { type Random, randomFrom } from './random'
import { reportsOf } from './trace-reports'
import { makeTrace } from './traces'

const TRACES = 3_000
const TRACES_WHOLE = 20_000
const SEED = 77_000
const AGREED = 0.4
/** Sessions begin within a day. */
const DAY_MS = 86_400_000
const TOGETHER = 16
/** One round in so many is cut off at some request, and one in so many is followed by the counting job. */
const CRASHES_IN = 12
const COUNTS_IN = 40

/** at: when it reaches the cloud for the first time; a copy that lingers in the network still says so. */
type Request = { at: number; person: PersonId | null; report: ReadingReport }

const ID_DIGITS = 20
const requestsOf = (world: SumsWorld, start: number, traces: number): Request[] => {
  const random = randomFrom(SEED)
  return Array.from({ length: traces }, (_, n) => {
    const opened = start + random.int(0, DAY_MS)
    const share = world.shares[random.int(0, world.shares.length - 1)]
    if (!share) throw new Error('no share to read by')
    const person = random.chance(0.8) ? personOf(n) : null
    return reportsOf(makeTrace('hostile', SEED + n)).map(({ at, report }) => ({
      at: Math.round(opened + at),
      person,
      report: { ...report, readingId: `${n}`.padStart(ID_DIGITS, '0') as ReadingId, token: share._id },
    }))
  }).flat()
}

const PEOPLE = 400
const personOf = (n: number): PersonId => `person-${n % PEOPLE}` as PersonId
const agreeAll = async (world: SumsWorld): Promise<void> => {
  for (let n = 0; n < PEOPLE * AGREED; n++) {
    const roots = world.shares.filter(({ depth }) => depth === 0)
    for (const { repId, _id } of new Map(roots.map((root) => [root.repId, root])).values())
      if (repId) await world.agree(_id, personOf(n))
  }
}

/** Sent by the phone until it is told that it is taken. */
const deliver = async (world: SumsWorld, { at, person, report }: Request): Promise<boolean> => {
  world.setTime(at)
  // the action looks at the clock before anything else, so that others may move it at once
  const { accepted } = await world.report([report], person)
  return accepted.length === 1
}

const DONE_AFTER_MS = 3 * DAY_MS
const countAll = async (world: SumsWorld, at: number): Promise<void> => {
  world.setTime(at)
  for (let more = 1; more > 0; ) more = (await world.count()) + (await world.refresh())
}

const inOrder = async (world: SumsWorld, requests: readonly Request[], start: number): Promise<void> => {
  for (let from = 0; from < requests.length; from += 1)
    if (!(await deliver(world, requests[from] as Request))) throw new Error('not taken')
  await countAll(world, start + DONE_AFTER_MS)
}

const shuffled = <T>(items: readonly T[], random: Random): T[] => {
  const all = [...items]
  for (let i = all.length - 1; i > 0; i--) {
    const j = random.int(0, i)
    const [a, b] = [all[i], all[j]]
    if (a === undefined || b === undefined) continue
    all[i] = b
    all[j] = a
  }
  return all
}

/** Every request twice, in any order, sixteen at a time; rounds are cut off; the sums are counted in between. */
const inDisorder = async (world: SumsWorld, requests: readonly Request[], start: number): Promise<number> => {
  const random = randomFrom(SEED + 1)
  let crashes = 0
  let waiting = shuffled([...requests, ...requests], random)
  let countedAt = start + DONE_AFTER_MS / 2
  while (waiting.length) {
    const again: Request[] = []
    for (let from = 0; from < waiting.length; from += TOGETHER) {
      const round = waiting.slice(from, from + TOGETHER)
      const act = () =>
        Promise.all(
          round.map(async (request) => {
            if (!(await deliver(world, request).catch(() => false))) again.push(request)
          }),
        )
      if (random.int(1, CRASHES_IN) === 1) {
        crashes++
        await world.crashAt(random.int(1, TOGETHER), random.chance(0.5), act)
      } else await act()
      if (random.int(1, COUNTS_IN) > 1) continue
      countedAt += 120_000
      world.setTime(countedAt)
      if ((await world.crashAt(random.int(1, 60), random.chance(0.5), world.count)) === 'crashed') crashes++
    }
    countedAt += 120_000
    world.setTime(countedAt)
    await world.count()
    waiting = again
  }
  await countAll(world, Math.max(countedAt + 120_000, start + DONE_AFTER_MS))
  return crashes
}

/** What says when a batch ran, how often something was written, or what was minted at random. */
const PASSING = new Set(['counted', 'base', 'batch', 'rev', 'proofId', 'givenAt', 'createdAt', 'stale'])

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, of]) => !PASSING.has(name) && of !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, of]) => [name, canonical(of)]),
  )
}

const DUMPED = ['readings', 'tallies', 'readers', 'contacts', 'departures'] as const

const dump = async (world: SumsWorld): Promise<string[]> => {
  const lines: string[] = []
  for (const name of DUMPED)
    for (const doc of await world.docs(name)) lines.push(`${name} ${JSON.stringify(canonical(doc))}`)
  return lines
}

const hash = (lines: readonly string[]): string => createHash('sha256').update(lines.join('\n')).digest('hex')

/** A world of its own, in which the same readers agreed and the same reports were sent. */
const inWorld = async <T>(
  traces: number,
  start: number,
  act: (world: SumsWorld, requests: Request[]) => Promise<T>,
): Promise<{ result: T; lines: string[]; requests: number }> => {
  const world = await startSumsWorld()
  try {
    world.setTime(start - DAY_MS)
    await agreeAll(world)
    const requests = requestsOf(world, start, traces)
    const result = await act(world, requests)
    return { result, lines: await dump(world), requests: requests.length }
  } finally {
    await world.stop()
  }
}

const run: Part['run'] = async ({ tenMillion, say }) => {
  const traces = tenMillion ? TRACES_WHOLE : TRACES
  const start = Date.now()
  const straight = await inWorld(traces, start, (world, requests) => inOrder(world, requests, start))
  const crooked = await inWorld(traces, start, (world, requests) => inDisorder(world, requests, start))
  const known = new Set(straight.lines)
  const strange = crooked.lines.filter((line) => !known.has(line))
  say(
    `${traces} traces of the hostile set, ${straight.requests} requests; then each twice, in any order, 16 at a time, with ` +
      `${crooked.result} crashes between commits and sums counted in between`,
  )
  say(`${straight.lines.length} documents: ${hash(straight.lines)} in order, ${hash(crooked.lines)} in disorder`)
  for (const line of strange.slice(0, 3)) say(`differs: ${line.slice(0, 400)}`)
  const differing = Math.max(strange.length, Math.abs(straight.lines.length - crooked.lines.length))
  return [
    { metric: 'documents-that-differ', value: differing, unit: 'documents', goal: { atMost: 0 } },
    { metric: 'documents', value: straight.lines.length, unit: 'documents' },
    { metric: 'crashes', value: crooked.result, unit: 'crashes' },
  ]
}

export const order: Part = { name: 'order', run }
