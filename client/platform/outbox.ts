// Small acts that must arrive though the signal may be gone: kept on the phone, sent behind her back, tried again at the next
// show. None is lost without a word: what the cloud refuses for good stands among the refused.
import type { ActionName, FunctionName, Input, Output } from '@shared/contracts'
import { CallError, call } from './call'
import { onSignal } from './lifecycle'
import { mintId, mintTrace } from './mint'
import {
  aged,
  changeParcel,
  dropParcel,
  goesBefore,
  isLeased,
  isThere,
  keepParcels,
  leaseUntil,
  PARCELS_MAX,
  type Parcel,
  parcels,
  stumble,
  withParcel,
} from './parcels'
import { keepRefused } from './refused'

/** Two phones of hers at once: what was refused in that moment is taken in the next. */
const MOMENTARY: ReadonlySet<string | undefined> = new Set(['busy', 'stale-version'])

const toCallError = (error: unknown): CallError =>
  error instanceof CallError ? error : new CallError('internal', '', '')
const isStumble = ({ code, reason }: CallError): boolean =>
  code === 'internal' || (code === 'conflict' && MOMENTARY.has(reason))
/** Then it holds for every call. Too many of something, with a reason, is a limit and holds for good; too fast passes. */
const holdsAll = ({ code, reason }: CallError): boolean =>
  code === 'offline' ||
  code === 'unauthenticated' ||
  (code === 'too-many' && (reason === undefined || reason === 'too-fast'))

type Hear = (answer: unknown, payload: unknown) => void
const hearing = new Map<string, Hear>()

/** What becomes of the answer when an act arrives later than she made it. */
export const whenDelivered = <A extends ActionName<'rep'>>(
  action: A,
  hear: (answer: Output<'rep', A>, payload: Input<'rep', A>) => void,
): void => void hearing.set(action, hear as Hear)

/** What this window has on its way, until it has arrived, is refused or has to wait. */
const underWay = new Map<Parcel, Promise<unknown>>()

const track = <T>(parcel: Parcel, work: Promise<T>): Promise<T> => {
  underWay.set(parcel, work)
  return work.finally(() => underWay.delete(parcel))
}

const send = (parcel: Parcel): Promise<unknown> =>
  call(
    parcel.fn,
    parcel.action as never,
    aged(parcel, Date.now()) as never,
    parcel.trace ? { trace: parcel.trace } : {},
  )

/** 'aside': it makes room for the others. 'stop': nothing else would get through. */
const wait = (parcel: Parcel, error: CallError): 'aside' | 'stop' => {
  const now = Date.now()
  if (isStumble(error)) return stumble(parcel, now)
  changeParcel(parcel, { triedAt: now, leasedUntil: 0 })
  return 'stop'
}

const refuse = (parcel: Parcel, error: CallError): void => {
  const isMeant = isThere(parcel) // else she has said something else since
  dropParcel(parcel)
  if (isMeant && parcel.fn === 'rep') keepRefused(parcel, error, Date.now())
}

const hand = async (parcel: Parcel): Promise<'sent' | 'aside' | 'stop'> => {
  changeParcel(parcel, { leasedUntil: leaseUntil(Date.now()) })
  const sent = await send(parcel).then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error: toCallError(error) }),
  )
  if ('answer' in sent) {
    dropParcel(parcel)
    if (parcel.fn === 'rep') hearing.get(parcel.action)?.(sent.answer, parcel.payload)
    return 'sent'
  }
  if (holdsAll(sent.error) || isStumble(sent.error)) return wait(parcel, sent.error)
  refuse(parcel, sent.error)
  return 'sent'
}

/** The first that nothing keeps waiting: no earlier one it builds on, no pause, not on its way already. */
const nextOf = (list: readonly Parcel[]): Parcel | undefined => {
  const now = Date.now()
  const onItsWay = new Set([...underWay.keys()].map(({ id }) => id))
  return list.find(
    (parcel, at) =>
      (parcel.notBefore ?? 0) <= now &&
      !isLeased(parcel, now) &&
      !onItsWay.has(parcel.id) &&
      !list.slice(0, at).some((earlier) => goesBefore(earlier, parcel)),
  )
}

/** false: it had to stop. */
const sendWhat = async (list: () => readonly Parcel[]): Promise<boolean> => {
  for (let next = nextOf(list()); next; next = nextOf(list()))
    if ((await track(next, hand(next))) === 'stop') return false
  return true
}

let sending: Promise<void> | null = null

/**
 * Sends what waits, oldest first; stops where the signal ends. What the cloud refuses for good is kept as refused. Asked
 * again while it does so, it waits for the same.
 */
export const flushOutbox = (): Promise<void> => {
  sending ??= sendWhat(parcels)
    .then(() => undefined)
    .finally(() => {
      sending = null
    })
  return sending
}

/** From the app's start on: what waits goes as soon as there is signal again. */
export const startOutbox = (): void => onSignal(() => void flushOutbox())

/** Writes it down and sends it in the background. The action must bear being sent twice. */
export const post = <F extends FunctionName, A extends ActionName<F>>(fn: F, action: A, payload: Input<F, A>): void => {
  const parcel: Parcel = { id: mintId(), fn, action, payload, trace: mintTrace(), saidAt: Date.now() }
  if (parcels().length < PARCELS_MAX) {
    keepParcels([...parcels(), parcel])
    return void flushOutbox()
  }
  void send(parcel).catch((error: unknown) => fn === 'rep' && keepRefused(parcel, toCallError(error), Date.now()))
}

/** Where this phone can keep no more: why. A later word takes the place of the one before it. */
const keepNew = (parcel: Parcel): 'outbox-full' | 'storage-full' | null => {
  const before = parcels()
  const after = withParcel(before, { ...parcel, leasedUntil: leaseUntil(Date.now()) })
  if (after.length > Math.max(PARCELS_MAX, before.length)) return 'outbox-full'
  if (keepParcels(after)) return null
  keepParcels(before)
  return 'storage-full'
}

/** false: something it builds on still has to wait. `before`: what was on its way when she said this. */
const sendEarlier = async (parcel: Parcel, before: readonly (readonly [Parcel, Promise<unknown>])[]) => {
  const mine = before.filter(([earlier]) => goesBefore(earlier, parcel)).map(([, work]) => work)
  await Promise.all(mine.map((work) => work.catch(() => undefined)))
  const earlier = (): Parcel[] => {
    const list = parcels()
    const at = list.findIndex(({ id }) => id === parcel.id)
    return (at < 0 ? list : list.slice(0, at)).filter((one) => goesBefore(one, parcel))
  }
  return (await sendWhat(earlier)) && earlier().length === 0
}

/**
 * For a rep's act whose answer is shown: null when there is no signal, or the cloud stumbles, and it will be sent later. A
 * later act of the same `key` takes the place of one that still waits; what it builds on goes before it. Throws CallError
 * when the cloud refuses; also, with reason 'outbox-full' or 'storage-full', when it can be neither sent nor kept.
 */
export const deliver = <A extends ActionName<'rep'>>(
  key: string,
  action: A,
  payload: Input<'rep', A>,
): Promise<Output<'rep', A> | null> => {
  const parcel: Parcel = { id: key, fn: 'rep', action, payload, trace: mintTrace(), saidAt: Date.now() }
  const [before, unkept] = [[...underWay], keepNew(parcel)]
  const later = (error: CallError): null => {
    if (unkept) throw new CallError('too-many', '', '', unkept)
    wait(parcel, error)
    return null
  }
  const say = async (): Promise<Output<'rep', A> | null> => {
    if (!(await sendEarlier(parcel, before))) return later(new CallError('offline', '', ''))
    const sent = await send(parcel).then(
      (answer) => ({ answer: answer as Output<'rep', A> }),
      (error: unknown) => ({ error: toCallError(error) }),
    )
    if ('error' in sent && (holdsAll(sent.error) || isStumble(sent.error))) return later(sent.error)
    dropParcel(parcel)
    if ('error' in sent) throw sent.error // told where she said it
    if (parcels().length > 0) void flushOutbox()
    return sent.answer
  }
  return track(parcel, say())
}

/** What of this action is not answered yet, as she said it and when; the oldest first. */
export const listWaiting = <A extends ActionName<'rep'>>(action: A): { payload: Input<'rep', A>; saidAt: number }[] =>
  parcels()
    .filter((parcel) => parcel.fn === 'rep' && parcel.action === action)
    .map(({ payload, saidAt = 0 }) => ({ payload: payload as Input<'rep', A>, saidAt }))

/** All of hers that wait, and when sending was last tried. */
export const seeOutbox = (): { actions: string[]; triedAt: number | null } => {
  const hers = parcels().filter(({ fn }) => fn === 'rep')
  const tried = hers.flatMap(({ triedAt }) => triedAt ?? [])
  return { actions: hers.map(({ action }) => action), triedAt: tried.length ? Math.max(...tried) : null }
}

export const countWaiting = (): number => parcels().length
