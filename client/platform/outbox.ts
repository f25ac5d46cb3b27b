// Small acts that must arrive though the signal may be gone: kept on the phone, sent behind her back, tried again at the next show.
import type { ActionName, FunctionName, Input, Output } from '@shared/contracts'
import { CallError, call } from './call'
import { mintId } from './mint'
import { recall, remember } from './storage'

type Parcel = { id: string; fn: FunctionName; action: string; payload: unknown }

const PARCELS_MAX = 100
const TRY_AGAIN: ReadonlySet<string> = new Set(['offline', 'internal', 'too-many', 'unauthenticated'])

let unstored: Parcel[] | null = null // when the phone's storage is closed
let sending = false

const parcels = (): Parcel[] => unstored ?? recall<Parcel[]>('ripple.outbox') ?? []
const keep = (list: Parcel[]): void => {
  unstored = remember('ripple.outbox', list.slice(-PARCELS_MAX)) ? null : list
}

const hand = async ({ fn, action, payload }: Parcel): Promise<'done' | 'later'> => {
  try {
    await call(fn, action as never, payload as never)
    return 'done'
  } catch (error) {
    return error instanceof CallError && !TRY_AGAIN.has(error.code) ? 'done' : 'later'
  }
}

/** Sends what waits, oldest first; stops at the first that has to wait. What the cloud refuses for good is dropped. */
export const flushOutbox = async (): Promise<void> => {
  if (sending) return
  sending = true
  try {
    for (let next = parcels()[0]; next !== undefined; next = parcels()[0]) {
      const sent = next
      if ((await hand(sent)) === 'later') return
      keep(parcels().filter((parcel) => parcel.id !== sent.id))
    }
  } finally {
    sending = false
  }
}

/** Writes it down and sends it in the background. The action must bear being sent twice. */
export const post = <F extends FunctionName, A extends ActionName<F>>(fn: F, action: A, payload: Input<F, A>): void => {
  keep([...parcels(), { id: mintId(), fn, action, payload }])
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
  const others = () => parcels().filter((parcel) => parcel.id !== key)
  keep([...others(), { id: key, fn: 'rep', action, payload }])
  try {
    const answer = await call('rep', action, payload)
    keep(others())
    return answer
  } catch (error) {
    if (error instanceof CallError && error.code === 'offline') return null
    keep(others())
    throw error
  }
}

export const countWaiting = (): number => parcels().length
