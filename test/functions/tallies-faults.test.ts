// Ten thousand random operations while requests fail, answers get lost and functions die at any step: do the sums, the profiles
// and an account kept apart, of what phones were told is stored, agree in the end?
import type { Fault } from '../../emulator'
import type { PersonId, ReadingId, SectionId } from '../../shared/domain/ids'
import type { ReadingReport, SectionMs } from '../../shared/domain/reading'
import type { Share } from '../../shared/domain/share'
import type { Tally } from '../../shared/domain/tally'
import { recountProfiles } from '../../tools/recount/profiles'
import { recountTallies } from '../../tools/recount/readings'
import { DAY_MS, MINUTE_MS, type SumsWorld, startSumsWorld } from '../support/sums-world'

const OPERATIONS = 10_000
const SEED = 20_261_122
/** An answer that gets lost is one of the last: a function that lost one has died. */
const FAULTS_IN = 60
const CRASHES_IN = 12

// a minute alone on two cores
jest.setTimeout(600_000)
let world: SumsWorld
beforeAll(async () => {
  world = await startSumsWorld()
})
afterAll(() => world.stop())

/** mulberry32: the same numbers every time. */
let state = SEED
const below = (n: number): number => {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), state | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return ((t ^ (t >>> 14)) >>> 0) % n
}
const pick = <T>(from: readonly T[]): T => {
  const one = from[below(from.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

/** One reading as its phone knows it; `told`: the phone was told that its newest report is stored. */
type Own = {
  id: ReadingId
  share: Share
  seq: number
  openedAt: number
  lastAt: number
  sections: SectionMs
  told: boolean
}
/** wish: what she asked for and was not told is done. */
type Phone = {
  person: PersonId
  own: Own[]
  gone: Own[]
  wish: 'withdraw' | 'erase' | undefined
  busy: boolean
  apart: 'sharer' | undefined
}

const phones: Phone[] = Array.from({ length: 30 }, (_, n) => ({
  person: `person-${n}` as PersonId,
  own: [],
  gone: [],
  wish: undefined,
  busy: false,
  apart: n % 7 === 6 ? 'sharer' : undefined,
}))

let minted = 0
const open = (phone: Phone): Own => {
  const own: Own = {
    id: `r${String(++minted).padStart(19, '0')}` as ReadingId,
    share: pick(world.shares),
    seq: 0,
    openedAt: world.now(),
    lastAt: world.now(),
    sections: {},
    told: true,
  }
  phone.own.push(own)
  return own
}

const readOn = (own: Own): void => {
  const id = pick(['s1', 's2', 's3']) as SectionId
  own.lastAt = world.now()
  own.sections = { ...own.sections, [id]: (own.sections[id] ?? 0) + below(30_000) }
  own.seq++
  own.told = false
}

const reportOf = (own: Own, { apart }: Phone): ReadingReport => ({
  readingId: own.id,
  token: own.share._id,
  version: 1,
  scene: 1007,
  seq: own.seq,
  agoMs: world.now() - own.lastAt,
  spanMs: own.lastAt - own.openedAt,
  sections: own.sections,
  depth: 0.5,
  ...(apart && { by: apart }),
})

/** Older reports that are still on their way arrive whenever they like. */
const onTheWay: { phone: Phone; report: ReadingReport; sentAt: number }[] = []

const send = async (phone: Phone, owns: readonly Own[]): Promise<void> => {
  const reports = owns.map((own) => reportOf(own, phone))
  for (const report of reports) if (below(8) === 0) onTheWay.push({ phone, report, sentAt: world.now() })
  const { accepted } = await world.report(reports, phone.person)
  for (const [i, own] of owns.entries()) {
    const report = reports[i]
    if (report && accepted.includes(own.id) && own.seq === report.seq) own.told = true
  }
}

/** Her phone asks again, at the latest when she comes back, until she is told. */
const wish = async (phone: Phone, what: 'withdraw' | 'erase'): Promise<void> => {
  phone.wish = what
  if (what === 'withdraw') await world.withdraw(phone.person)
  else await erase(phone)
  phone.wish = undefined
}

const erase = async (phone: Phone): Promise<void> => {
  phone.gone.push(...phone.own.splice(0))
  const others = onTheWay.filter((late) => late.phone !== phone)
  onTheWay.splice(0, onTheWay.length, ...others)
  const ids = phone.gone.map(({ id }) => id)
  await world.erase(phone.person, ids)
}

/** One phone does one thing at a time. */
const withPhone = async (act: (phone: Phone) => Promise<unknown>): Promise<void> => {
  const phone = pick(phones.filter(({ busy }) => !busy))
  phone.busy = true
  await act(phone).finally(() => {
    phone.busy = false
  })
}

const operations: Record<string, { weight: number; run: () => Promise<unknown> }> = {
  report: {
    weight: 560,
    run: () =>
      withPhone(async (phone) => {
        const going = phone.own.slice(-3)
        const own = going.length && below(3) ? pick(going) : open(phone)
        readOn(own)
        await send(phone, [own, ...phone.own.filter((one) => one !== own && !one.told).slice(0, 9)])
      }),
  },
  arrive: {
    weight: 160,
    run: async () => {
      const [late] = onTheWay.splice(below(onTheWay.length + 1), 1)
      if (late && !late.phone.busy) await world.report([late.report], late.phone.person)
    },
  },
  wait: { weight: 200, run: async () => world.pass(below(10 * MINUTE_MS)) },
  count: { weight: 15, run: () => world.count() },
  setAside: { weight: 6, run: () => world.setAside() },
  refresh: { weight: 5, run: () => world.refresh() },
  agree: {
    weight: 30,
    run: () =>
      withPhone(({ person, own }) =>
        world.agree(
          pick(world.shares)._id,
          person,
          own.slice(-50).map(({ id }) => id),
        ),
      ),
  },
  withdraw: { weight: 8, run: () => withPhone((phone) => wish(phone, phone.wish ?? 'withdraw')) },
  erase: { weight: 6, run: () => withPhone((phone) => wish(phone, 'erase')) },
}
const wheel = Object.entries(operations).flatMap(([name, { weight }]) => Array<string>(weight).fill(name))

const faults: Fault[] = ['refuse', 'lose', 'conflict']

let done = 0

/** Alone or two at once; undisturbed, with single requests failing, or dying at some request. */
const spin = async (): Promise<void> => {
  const runs = Array.from({ length: below(6) === 0 ? 2 : 1 }, () => operations[pick(wheel)]?.run)
  done += runs.length
  const act = () => Promise.allSettled(runs.map((run) => run?.()))
  if (below(CRASHES_IN) === 0) {
    await world.crashAt(1 + below(12), below(2) === 0, act)
    return
  }
  world.emulator.faults = () => (below(FAULTS_IN) === 0 ? pick(faults) : 'none')
  await act()
  world.emulator.faults = undefined
}

/** Phones send until they are told; jobs run until nothing is left to do. */
const comeToRest = async (): Promise<void> => {
  world.emulator.faults = undefined
  for (let round = 0; round < 50; round++) {
    world.pass(20 * MINUTE_MS)
    for (const phone of phones) if (phone.wish) await wish(phone, phone.wish)
    const waiting = phones.filter(({ own }) => own.some(({ told }) => !told))
    for (const phone of waiting) await send(phone, phone.own.filter(({ told }) => !told).slice(0, 10))
    const left = (await world.count()) + (await world.setAside()) + (await world.refresh())
    if (!waiting.length && left === 0) return
  }
  throw new Error('it does not come to rest')
}

type Account = { readings: number; ms: number; sharer: number }
const none = (): Account => ({ readings: 0, ms: 0, sharer: 0 })
const spanOf = (own: Own): number => {
  const total = Object.values(own.sections).reduce((n, ms) => n + ms, 0)
  return Math.min(total, own.lastAt - own.openedAt)
}

/** What phones say, by share. */
const accountOf = (side: 'own' | 'gone'): Map<string, Account> => {
  const accounts = new Map<string, Account>()
  for (const phone of phones)
    for (const own of phone[side]) {
      const account = accounts.get(own.share._id) ?? none()
      accounts.set(own.share._id, account)
      if (phone.apart) account.sharer++
      else {
        account.readings++
        account.ms += spanOf(own)
      }
    }
  return accounts
}

const read = (sums: Partial<Tally> | undefined): Account => ({
  readings: sums?.readings ?? 0,
  ms: sums?.ms ?? 0,
  sharer: sums?.apart?.sharer ?? 0,
})

const compareWithPhones = async (expired: Map<string, Account>): Promise<void> => {
  const tallies = new Map((await world.docs<Tally>('tallies')).map((tally) => [tally._id, tally]))
  const [live, erased] = [accountOf('own'), accountOf('gone')]
  for (const { _id } of world.shares) {
    const tally = tallies.get(`share.${_id}.`)
    const [shown, gone, past] = [read(tally), read(tally?.gone), expired.get(_id) ?? none()]
    const left = {
      readings: shown.readings - gone.readings,
      ms: shown.ms - gone.ms,
      sharer: shown.sharer - gone.sharer,
    }
    expect({ _id, ...left }).toEqual({ _id, ...(live.get(_id) ?? none()) })
    // of what was erased the sums hold as much as had been counted by then, and never more than there was
    const most = erased.get(_id) ?? none()
    for (const name of ['readings', 'ms', 'sharer'] as const) {
      expect(gone[name] - past[name]).toBeGreaterThanOrEqual(0)
      expect(gone[name] - past[name]).toBeLessThanOrEqual(most[name])
    }
  }
}

const differences = async () => [...(await recountTallies()), ...(await recountProfiles(world.now()))]

test(`after ${OPERATIONS} operations with faults at every step everything agrees`, async () => {
  while (done < OPERATIONS / 2) await spin()
  await comeToRest()
  expect(await differences()).toEqual([])
  await compareWithPhones(new Map())
  const shown = (await world.docs<Tally>('tallies')).map(({ gone: _, batch: __, ...sums }) => sums)

  // half a year later all of it goes, while functions die; what is shown stays
  const expired = accountOf('own')
  for (const phone of phones) phone.own.splice(0)
  onTheWay.splice(0)
  world.pass(181 * DAY_MS)
  for (let n = 0; n < 30; n++) {
    await world.crashAt(1 + below(20), below(2) === 0, world.expire)
    world.pass(2 * MINUTE_MS)
  }
  for (let gone = 1; gone > 0; ) gone = (await world.expire()) + (await world.setAside())
  await comeToRest()
  expect(await world.docs('readings')).toEqual([])
  expect((await world.docs<Tally>('tallies')).map(({ gone: _, batch: __, ...sums }) => sums)).toEqual(shown)

  while (done < OPERATIONS) await spin()
  await comeToRest()
  expect(await differences()).toEqual([])
  await compareWithPhones(expired)
})
