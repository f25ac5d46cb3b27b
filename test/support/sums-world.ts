// What world do sums live in? The local cloud in this process, the actions called directly, and a clock that tests turn.

import { above, collection } from '../../cloudfunctions/_kit/collection'
import { log } from '../../cloudfunctions/_kit/log'
import { countReadings } from '../../cloudfunctions/jobs/count-readings'
import { dropExpired } from '../../cloudfunctions/jobs/drop-expired'
import { refreshReaders } from '../../cloudfunctions/jobs/refresh-readers'
import { setAside } from '../../cloudfunctions/jobs/set-aside'
import { erasePrivacy } from '../../cloudfunctions/reader/erase-privacy'
import { giveConsent } from '../../cloudfunctions/reader/give-consent'
import { reportReading } from '../../cloudfunctions/reader/report-reading'
import { withdrawConsent } from '../../cloudfunctions/reader/withdraw-consent'
import { type Fault, type FaultRequest, startEmulator } from '../../emulator'
import type { Parsed } from '../../shared/contracts'
import { POLICY_VERSION } from '../../shared/domain/consent'
import type { MemberId, PersonId, PostId, ReadingId, ShareToken } from '../../shared/domain/ids'
import type { ReadingReport } from '../../shared/domain/reading'
import { childShare, rootShare, type Share } from '../../shared/domain/share'
import { schema } from '../../shared/schema'
import { isWrite } from './writes'

export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000

type Doc = { _id: string } & Record<string, unknown>
export type SumsWorld = Awaited<ReturnType<typeof startSumsWorld>>

const reps = ['rep-lin', 'rep-wang'] as MemberId[]
const posts = ['post-park', 'post-river'] as PostId[]

/** Each rep shares each post; readers share on, twice over. */
const plantShares = async (): Promise<Share[]> => {
  const planted: Share[] = []
  for (const [r, repId] of reps.entries())
    for (const [p, postId] of posts.entries()) {
      const token = (n: number) => `share${r}${p}${n}00000`.slice(0, 12) as ShareToken
      const root = rootShare({ token: token(0), postId, repId, channel: 'chat-card', contactId: null, at: 0 })
      const child = childShare(root, { token: token(1), channel: 'link', at: 0 })
      planted.push(root, child, childShare(child, { token: token(2), channel: 'link', at: 0 }))
    }
  const shares = collection<Share>('shares')
  for (const share of planted) await shares.insertIfAbsent(share)
  return planted
}

const plantPeople = async (): Promise<void> => {
  const plant = async (name: string, docs: Doc[]) => {
    const all = collection<Doc>(name)
    for (const doc of docs) await all.insertIfAbsent(doc)
  }
  const section = (id: string) => ({ id, heading: '', paragraphs: ['野餐垫。'.repeat(30)], imageId: null })
  const article = { title: '清单', coverId: null, sections: ['s1', 's2', 's3'].map(section) }
  await plant('stores', [{ _id: 'store', name: '东街店', company: '东方母婴', brand: '东方母婴', kind: 'own' }])
  await plant(
    'members',
    reps.map((_id) => ({ _id, name: _id, role: 'rep', storeId: 'store', tone: 'warm' })),
  )
  await plant(
    'posts',
    posts.map((_id) => ({ _id, state: 'live', version: 1, article, topics: ['遛娃'] })),
  )
}

/** Every document, by _id. */
const readWhole = async <T extends { _id: string }>(name: string): Promise<T[]> => {
  const all = collection<{ _id: string }>(name)
  const found: T[] = []
  for (let after = ''; ; ) {
    const portion = (await all.find({ _id: above(after) }, { order: [['_id', 'asc']] })) as T[]
    found.push(...portion)
    const last = portion.at(-1)
    if (!last) return found
    after = last._id
  }
}

const callOf = (personId: PersonId | null, isStaff = false) => {
  const person = { kind: 'person' as const, personId: personId as PersonId, via: 'mini' as const }
  const member = { _id: 'rep-lin' as MemberId, name: '林', role: 'rep' as const, storeId: null, tone: 'warm' as const }
  const caller = isStaff ? { ...person, kind: 'member' as const, member } : person
  return {
    caller: personId === null ? ({ kind: 'visitor' } as const) : caller,
    checkTexts: async () => 'pass' as const,
  }
}
type PersonCall = { caller: Extract<ReturnType<typeof callOf>['caller'], { kind: 'person' | 'member' }> } & {
  checkTexts: () => Promise<'pass'>
}

const RealDate = Date.now
const SLOW = /is longer than 3s/

export const startSumsWorld = async () => {
  const emulator = await startEmulator({
    dataDir: ':memory:',
    ports: [0],
    functionsDir: '.',
    functions: [],
    schema,
    timers: false,
  })
  Object.assign(process.env, emulator.adminEnv, { RIPPLE_PERSON_KEY: 'a-key-for-tests-only' })
  // the SDK leaves its warning of slowness running when a request fails
  const { warn } = console
  console.warn = (...said: unknown[]) => (SLOW.test(String(said[0])) ? undefined : warn(...said))
  // a standing clock: nothing passes but what a test lets pass
  const time = { at: RealDate() }
  Date.now = () => time.at
  log.level = 'silent' // requests fail on purpose here
  await plantPeople()
  const shares = await plantShares()
  const consent = (token: ShareToken, readingIds: ReadingId[]): Parsed<'reader', 'consent.give'> => ({
    token,
    policyVersion: POLICY_VERSION,
    purposes: ['reading', 'tags'],
    scene: 1007,
    readingIds,
  })
  return {
    emulator,
    shares,
    pass: (ms: number): void => {
      time.at += ms
    },
    now: (): number => time.at,
    setTime: (at: number): void => {
      time.at = at
    },
    report: (readings: ReadingReport[], as: PersonId | null, isStaff = false) =>
      reportReading({ readings }, callOf(as, isStaff)),
    agree: (token: ShareToken, as: PersonId, readingIds: ReadingId[] = []) =>
      giveConsent(consent(token, readingIds), callOf(as) as PersonCall),
    withdraw: (as: PersonId) => withdrawConsent({}, callOf(as) as PersonCall),
    erase: (as: PersonId, readingIds: ReadingId[] = []) => erasePrivacy({ readingIds }, callOf(as) as PersonCall),
    count: () => countReadings(time.at),
    expire: () => dropExpired(time.at),
    setAside: () => setAside(time.at),
    refresh: () => refreshReaders(time.at),
    docs: <T extends { _id: string } = Doc>(name: string): Promise<T[]> => readWhole<T>(name),
    /** Lets an action run until its kth write: that one's answer is lost or it never arrives, and no request comes after. */
    crashAt: async (k: number, lost: boolean, act: () => Promise<unknown>): Promise<'crashed' | 'done'> => {
      let writes = 0
      emulator.faults = ({ action }: FaultRequest): Fault => {
        if (writes >= k) return 'refuse'
        if (isWrite(action)) writes += 1
        if (writes < k) return 'none'
        return lost ? 'lose' : 'refuse'
      }
      try {
        await act()
        return 'done'
      } catch {
        return 'crashed'
      } finally {
        emulator.faults = undefined
      }
    },
    stop: async (): Promise<void> => {
      Date.now = RealDate
      await emulator.stop()
    },
  }
}
