// Who is signed in in a browser. In the mini program WeChat says who calls, and there is no session.
import type { Ended } from '@shared/domain/sign-in'
import { forgetPictures } from './pictures'
import { forget, recall, remember, type StorageKey } from './storage'

/** who: the account. What a browser kept before these were known has neither. */
type Signed = { who?: string; signedInAt?: number }
export type Session = Signed & { accessToken: string; refreshToken: string; expiresAt: number; anonymous: boolean }
type AuthReply = { access_token: string; refresh_token: string; expires_in: number; sub?: string }
type EndedNote = { why: Ended; who: string }
export type SignInRefusal = 'wrong-password' | 'too-many-tries' | 'not-now' | 'offline'

const CLIENT_ID = RIPPLE_CLOUD_ENV

const post = async (path: string, body: unknown): Promise<Response> =>
  fetch(`${RIPPLE_API_BASE}/auth/v1/${path}?client_id=${CLIENT_ID}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

export const keepSession = (session: Session): void => void remember('ripple.session', session)

const keep = (reply: AuthReply, anonymous: boolean, signedInAt: number | undefined): Session => {
  const session: Session = {
    accessToken: reply.access_token,
    refreshToken: reply.refresh_token,
    expiresAt: Date.now() + reply.expires_in * 1000,
    anonymous,
    ...(reply.sub && { who: reply.sub }),
    ...(signedInAt !== undefined && { signedInAt }),
  }
  keepSession(session)
  return session
}

/** What she did and saved here: it does not stay for the next person at this browser. */
const HERS: readonly StorageKey[] = ['ripple.cache', 'ripple.outbox', 'ripple.refused', 'ripple.saves']
export const forgetHers = async (): Promise<void> => {
  for (const key of HERS) forget(key)
  await forgetPictures()
}

/** Why the last sign-in here ended by itself; null: it did not, or somebody has signed in since. */
export const endedWhy = (): Ended | null => recall<EndedNote>('ripple.ended')?.why ?? null

/** What waits to be sent goes on when the same account signs in; nobody else sends it. */
const takeOver = async (who: string | undefined): Promise<void> => {
  const ended = recall<EndedNote>('ripple.ended')
  forget('ripple.ended')
  if (ended && (ended.who === '' || ended.who !== who)) await forgetHers()
}

export const currentSession = (): Session | null => recall<Session>('ripple.session')

/** The gateway's statuses: 429 is a limit (also of tries), 402, 423 and 5xx are nothing she could mend by typing again. */
const refusalOf = (status: number): SignInRefusal => {
  if (status === 429) return 'too-many-tries'
  return status >= 500 || status === 402 || status === 423 ? 'not-now' : 'wrong-password'
}

export const signIn = async (
  username: string,
  password: string,
): Promise<{ ok: true } | { ok: false; reason: SignInRefusal }> => {
  const reply = await post('signin', { username, password }).catch(() => null)
  if (!reply) return { ok: false, reason: 'offline' }
  if (!reply.ok) return { ok: false, reason: refusalOf(reply.status) }
  const { who } = keep((await reply.json()) as AuthReply, false, Date.now())
  await takeOver(who)
  return { ok: true }
}

/** WeChat knows who calls; a browser only after she agreed to be recognised, or a member signed in. */
export const isKnown = (): boolean => process.env.TARO_ENV !== 'h5' || currentSession() !== null

/** A lasting but nameless identity, made only when she agrees to be recognised. */
export const ensureIdentity = async (): Promise<void> => {
  if (process.env.TARO_ENV !== 'h5' || currentSession()) return
  const reply = await post('signin/anonymously', {})
  if (!reply.ok) throw new Error('anonymous sign-in refused')
  keep((await reply.json()) as AuthReply, true, undefined)
}

/** A fresh access token from the refresh token, or null when it is no longer good. */
export const refreshSession = async (): Promise<Session | null> => {
  const session = currentSession()
  if (!session) return null
  const reply = await post('token', {
    grant_type: 'refresh_token',
    refresh_token: session.refreshToken,
    client_id: CLIENT_ID,
  })
  if (reply.ok) return keep((await reply.json()) as AuthReply, session.anonymous, session.signedInAt)
  const newer = currentSession()
  if (newer && newer.refreshToken !== session.refreshToken) return newer // a call beside this one was faster
  if (session.anonymous) forget('ripple.session')
  else noteEnd(session, 'long')
  return null
}

const noteEnd = (session: Session, why: Ended): void => {
  remember('ripple.ended', { why, who: session.who ?? '' } satisfies EndedNote)
  forget('ripple.session')
}

/** Her tokens open nothing any more, and what was told to her is gone; what she typed and did stays, for her alone. */
export const endSession = (session: Session, why: Ended): void => {
  noteEnd(session, why)
  forget('ripple.cache')
  void post('revoke', { token: session.refreshToken }).catch(() => null)
}

export const signOut = async (): Promise<void> => {
  const session = currentSession()
  forget('ripple.session')
  forget('ripple.cache')
  await forgetPictures()
  if (session) await post('revoke', { token: session.refreshToken }).catch(() => null)
}
