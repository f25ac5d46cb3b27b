// Who is signed in in a browser. In the mini program WeChat says who calls, and there is no session.
import { forgetPictures } from './pictures'
import { forget, recall, remember } from './storage'

export type Session = { accessToken: string; refreshToken: string; expiresAt: number; anonymous: boolean }
type AuthReply = { access_token: string; refresh_token: string; expires_in: number }
export type SignInRefusal = 'wrong-password' | 'offline'

const CLIENT_ID = RIPPLE_CLOUD_ENV

const post = async (path: string, body: unknown): Promise<Response> =>
  fetch(`${RIPPLE_API_BASE}/auth/v1/${path}?client_id=${CLIENT_ID}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const keep = (reply: AuthReply, anonymous: boolean): Session => {
  const session = {
    accessToken: reply.access_token,
    refreshToken: reply.refresh_token,
    expiresAt: Date.now() + reply.expires_in * 1000,
    anonymous,
  }
  remember('ripple.session', session)
  return session
}

export const currentSession = (): Session | null => recall<Session>('ripple.session')

export const signIn = async (
  username: string,
  password: string,
): Promise<{ ok: true } | { ok: false; reason: SignInRefusal }> => {
  const reply = await post('signin', { username, password }).catch(() => null)
  if (!reply) return { ok: false, reason: 'offline' }
  if (!reply.ok) return { ok: false, reason: 'wrong-password' }
  keep((await reply.json()) as AuthReply, false)
  return { ok: true }
}

/** WeChat knows who calls; a browser only after she agreed to be recognised, or a member signed in. */
export const isKnown = (): boolean => process.env.TARO_ENV !== 'h5' || currentSession() !== null

/** A lasting but nameless identity, made only when she agrees to be recognised. */
export const ensureIdentity = async (): Promise<void> => {
  if (process.env.TARO_ENV !== 'h5' || currentSession()) return
  const reply = await post('signin/anonymously', {})
  if (!reply.ok) throw new Error('anonymous sign-in refused')
  keep((await reply.json()) as AuthReply, true)
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
  if (reply.ok) return keep((await reply.json()) as AuthReply, session.anonymous)
  forget('ripple.session')
  return null
}

export const signOut = async (): Promise<void> => {
  const session = currentSession()
  forget('ripple.session')
  forget('ripple.cache')
  await forgetPictures()
  if (session) await post('revoke', { token: session.refreshToken }).catch(() => null)
}
