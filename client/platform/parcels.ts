// What waits on this phone to be sent: how it is kept, what has to go before what, and who sends which.
import type { ActionName, FunctionName } from '@shared/contracts'
import { forget, recall, remember } from './storage'

/** One kept by an older version of the app has no saidAt and no trace. */
export type Parcel = {
  id: string // a later act of the same id takes its place
  fn: FunctionName
  action: string
  payload: unknown
  trace?: string // one for all its tries
  saidAt?: number // by this phone's clock
  triedAt?: number
  tries?: number // how often the cloud stumbled over it
  notBefore?: number
  leasedUntil?: number // another window of this browser does not send it until then
}

export const PARCELS_MAX = 200
/** So often the cloud may stumble over a parcel before it steps aside for the others. */
export const TRIES_IN_PLACE = 5
const PAUSE_MS = 60_000
const PAUSE_MAX_MS = 3_600_000
const LEASE_MS = 20_000 // longer than a call may take

let unstored: Parcel[] | null = null // when the phone's storage is full or closed
const listeners = new Set<() => void>()
let turns = 0

export const onParcels = (hear: () => void): (() => void) => {
  listeners.add(hear)
  return () => void listeners.delete(hear)
}
/** Another number whenever what waits, or what was refused, has changed. */
export const parcelsTurn = (): number => turns
export const tellParcels = (): void => {
  turns += 1
  for (const hear of listeners) hear()
}

export const parcels = (): Parcel[] => unstored ?? recall<Parcel[]>('ripple.outbox') ?? []

/** What she said is worth more than answers that can be asked for again: those make room. False: only in memory. */
export const keepParcels = (list: Parcel[]): boolean => {
  let stored = remember('ripple.outbox', list)
  if (!stored) {
    forget('ripple.cache')
    stored = remember('ripple.outbox', list)
  }
  unstored = stored ? null : list
  tellParcels()
  return stored
}

export const isStored = (): boolean => unstored === null

/** Only this one: a later act of the same id may have taken its place meanwhile. */
const isSame = (a: Parcel, b: Parcel): boolean =>
  a.id === b.id && a.saidAt === b.saidAt && JSON.stringify(a.payload) === JSON.stringify(b.payload)

export const dropParcel = (sent: Parcel): void => {
  keepParcels(parcels().filter((parcel) => !isSame(parcel, sent)))
}

export const changeParcel = (parcel: Parcel, change: Partial<Parcel>): void => {
  keepParcels(parcels().map((one) => (isSame(one, parcel) ? { ...one, ...change } : one)))
}

export const isThere = (parcel: Parcel): boolean => parcels().some((one) => isSame(one, parcel))

/** Where it stood before; in front of everything that was said of it since. What takes an entry away takes its changes along. */
export const withParcel = (list: readonly Parcel[], parcel: Parcel): Parcel[] => {
  const isGone = (one: Parcel) => one.id === parcel.id || (parcel.action.endsWith('.drop') && isOfOne(one, parcel))
  const at = list.findIndex(isGone)
  const others = list.filter((one) => !isGone(one))
  return at < 0 ? [...others, parcel] : [...others.slice(0, at), parcel, ...others.slice(at)]
}

/** The cloud stumbled over it: it stays where it is, and after a few times goes to the end and waits ever longer. */
export const stumble = (parcel: Parcel, now: number): 'stop' | 'aside' => {
  const tries = (parcel.tries ?? 0) + 1
  const after = { tries, triedAt: now, leasedUntil: 0 }
  if (tries < TRIES_IN_PLACE) {
    changeParcel(parcel, after)
    return 'stop'
  }
  const pause = Math.min(PAUSE_MAX_MS, PAUSE_MS * 2 ** (tries - TRIES_IN_PLACE))
  const list = parcels()
  const aside = list.filter((one) => isSame(one, parcel)).map((one) => ({ ...one, ...after, notBefore: now + pause }))
  keepParcels([...list.filter((one) => !isSame(one, parcel)), ...aside])
  return 'aside'
}

export const isAside = ({ tries = 0 }: Parcel): boolean => tries >= TRIES_IN_PLACE

const ENTRIES = ['noteId', 'promiseId', 'occasionId', 'groupId', 'ruleId', 'token', 'grantId', 'submissionId'] as const

const sharesOne = (a: Parcel, b: Parcel, names: readonly string[]): boolean => {
  const [of, other] = [a.payload, b.payload] as Record<string, unknown>[]
  return names.some((name) => typeof of?.[name] === 'string' && of[name] === other?.[name])
}

/** Both are about one entry: made before it is kept, written before it is taken back. */
export const isOfOne = (a: Parcel, b: Parcel): boolean => a.id === b.id || sharesOne(a, b, ENTRIES)

/** Must `later` wait for `earlier`? What is of one contact goes in turn, too, as long as the earlier one gets on. */
export const goesBefore = (earlier: Parcel, later: Parcel): boolean =>
  isOfOne(earlier, later) || (!isAside(earlier) && sharesOne(earlier, later, ['contactId']))

/** A browser may have several windows of the app open on the same list; WeChat has one. */
export const isLeased = ({ leasedUntil = 0 }: Parcel, now: number): boolean =>
  process.env.TARO_ENV === 'h5' && leasedUntil > now

export const leaseUntil = (now: number): number => now + LEASE_MS

/** Of these the cloud asks when they were said, so that of several phones the last said holds. */
const BY_WHEN_SAID: ReadonlySet<string> = new Set<ActionName<'rep'>>(['sheet.save', 'kit.mark'])

/** How long ago it was is counted on until it is sent. */
export const aged = ({ action, payload, saidAt = 0 }: Parcel, now: number): unknown => {
  const { agoMs } = (payload ?? {}) as { agoMs?: unknown }
  const age = saidAt > 0 ? Math.max(0, now - saidAt) : 0
  if (typeof agoMs === 'number') return { ...(payload as object), agoMs: agoMs + age }
  return age > 0 && BY_WHEN_SAID.has(action) ? { ...(payload as object), agoMs: age } : payload
}
