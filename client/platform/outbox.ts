// Small acts that must arrive though the signal may be gone: kept on the phone, sent behind her back, tried again at the next show.
import type { ActionName, FunctionName, Input, Output } from '@shared/contracts'
import { CallError, call } from './call'
import { mintId } from './mint'
import { recall, remember } from './storage'

/** saidAt: by this phone's clock; one kept by an older version of the app has none. */
type Parcel = { id: string; fn: FunctionName; action: string; payload: unknown; saidAt?: number }

const PARCELS_MAX = 100
const TRY_AGAIN: ReadonlySet<string> = new Set(['offline', 'internal', 'too-many', 'unauthenticated'])

let unstored: Parcel[] | null = null // when the phone's storage is closed
let sending: Promise<void> | null = null

const parcels = (): Parcel[] => unstored ?? recall<Parcel[]>('ripple.outbox') ?? []
const keep = (list: Parcel[]): void => {
  unstored = remember('ripple.outbox', list.slice(-PARCELS_MAX)) ? null : list
}

/** How long ago it was is counted on until it is sent. */
const aged = ({ payload, saidAt = Date.now() }: Parcel): unknown => {
  const { agoMs } = payload as { agoMs?: unknown }
  return typeof agoMs === 'number'
    ? { ...(payload as object), agoMs: agoMs + Math.max(0, Date.now() - saidAt) }
    : payload
}

/** Only this one: a later act of the same key may have taken its place meanwhile. */
const isSame = (a: Parcel, b: Parcel): boolean =>
  a.id === b.id && a.saidAt === b.saidAt && JSON.stringify(a.payload) === JSON.stringify(b.payload)
const drop = (sent: Parcel): void => keep(parcels().filter((parcel) => !isSame(parcel, sent)))

type Hear = (answer: unknown, payload: unknown) => void
const hearing = new Map<string, Hear>()

/** What becomes of the answer when an act arrives later than she made it. */
export const whenDelivered = <A extends ActionName<'rep'>>(
  action: A,
  hear: (answer: Output<'rep', A>, payload: Input<'rep', A>) => void,
): void => void hearing.set(action, hear as Hear)

const hand = async (parcel: Parcel): Promise<'done' | 'later'> => {
  try {
    const answer: unknown = await call(parcel.fn, parcel.action as never, aged(parcel) as never)
    if (parcel.fn === 'rep') hearing.get(parcel.action)?.(answer, parcel.payload)
    return 'done'
  } catch (error) {
    return error instanceof CallError && !TRY_AGAIN.has(error.code) ? 'done' : 'later'
  }
}

const sendAll = async (): Promise<void> => {
  for (let next = parcels()[0]; next !== undefined; next = parcels()[0]) {
    if ((await hand(next)) === 'later') return
    drop(next)
  }
}

/**
 * Sends what waits, oldest first; stops at the first that has to wait. What the cloud refuses for good is dropped. Asked
 * again while it does so, it waits for the same.
 */
export const flushOutbox = (): Promise<void> => {
  sending ??= sendAll().finally(() => {
    sending = null
  })
  return sending
}

/** Writes it down and sends it in the background. The action must bear being sent twice. */
export const post = <F extends FunctionName, A extends ActionName<F>>(fn: F, action: A, payload: Input<F, A>): void => {
  keep([...parcels(), { id: mintId(), fn, action, payload, saidAt: Date.now() }])
  void flushOutbox()
}

/**
 * For a rep's act whose answer is shown: null when there is no signal, and it will be sent later. A later act of the same
 * `key` takes the place of one that still waits. Throws CallError when the cloud refuses.
 */
export const deliver = async <A extends ActionName<'rep'>>(
  key: string,
  action: A,
  payload: Input<'rep', A>,
): Promise<Output<'rep', A> | null> => {
  const parcel: Parcel = { id: key, fn: 'rep', action, payload, saidAt: Date.now() }
  keep([...parcels().filter(({ id }) => id !== key), parcel])
  try {
    const answer = await call('rep', action, payload)
    drop(parcel)
    return answer
  } catch (error) {
    if (error instanceof CallError && error.code === 'offline') return null
    drop(parcel)
    throw error
  }
}

/** What of this action is not answered yet, as she said it and when; the oldest first. */
export const listWaiting = <A extends ActionName<'rep'>>(action: A): { payload: Input<'rep', A>; saidAt: number }[] =>
  parcels()
    .filter((parcel) => parcel.fn === 'rep' && parcel.action === action)
    .map(({ payload, saidAt = 0 }) => ({ payload: payload as Input<'rep', A>, saidAt }))

export const countWaiting = (): number => parcels().length
