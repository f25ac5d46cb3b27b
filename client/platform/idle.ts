// A browser that others may sit down at: a sign-in of the staff that nobody uses ends by itself. Not a reader's, who signs in
// nowhere, and nothing in the mini program, where WeChat says who calls.
import { whyEnded } from '@shared/domain/sign-in'
import { currentSession, endSession, keepSession, type Session } from './session'
import { recall, remember } from './storage'

const LOOKED_EVERY_MS = 60_000
/** So often is it kept that she is there. */
const KEPT_EVERY_MS = 60_000

let tellEnd = (): void => undefined

/** One from before sign-ins ended begins now. */
const begun = (session: Session, now: number): number => {
  if (session.signedInAt === undefined) keepSession({ ...session, signedInAt: now })
  return session.signedInAt ?? now
}

/** Whoever is signed in and still there; else she is signed out by this. */
export const liveSession = (): Session | null => {
  const session = currentSession()
  if (!session || session.anonymous) return session
  const now = Date.now()
  const signedInAt = begun(session, now)
  const touchedAt = Math.max(signedInAt, recall<number>('ripple.touched') ?? 0)
  const why = whyEnded({ signedInAt, touchedAt }, now)
  if (!why) return session
  endSession(session, why)
  tellEnd()
  return null
}

/** Only a touch or a key says that she is there: pages ask by themselves as long as they are open. */
const touch = (): void => {
  const session = liveSession()
  if (!session || session.anonymous) return
  const now = Date.now()
  if (now - (recall<number>('ripple.touched') ?? 0) >= KEPT_EVERY_MS) remember('ripple.touched', now)
}

/** onEnd: what the screen shows of hers is to go. */
export const watchIdle = (onEnd: () => void): void => {
  if (process.env.TARO_ENV !== 'h5') return
  tellEnd = onEnd
  for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, touch, { capture: true })
  setInterval(liveSession, LOOKED_EVERY_MS)
}
