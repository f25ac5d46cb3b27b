// In a browser the page asks for its article before the app has come (pages/read/early.ts); the app takes that answer, once.
// The page's first script carries this file: nothing of Taro's may be imported here.
import type { Lang } from '@shared/domain/day'
import { mintTrace } from './mint'

/** asked: the call as it was sent; as: the access token it went with, null for nobody's; at: when, in ms. */
export type Early = { asked: string; as: string | null; at: number; reply: Promise<Response> }
type Slot = { rippleEarly?: Early; rippleStart?: () => void }

/** An older answer is not one to a question of now. */
const FRESH_MS = 15_000

/** Which language a phone speaks that calls it so: what is not English is Chinese. */
export const spokenLang = (language: string | undefined): Lang =>
  language?.toLowerCase().startsWith('en') ? 'en' : 'zh'

/** Only the same question, asked as the same person, just now. A trace is no part of the question. */
export const isAnswerTo = (early: Omit<Early, 'reply'>, call: object, as: string | null, now: number): boolean =>
  early.as === as && now - early.at < FRESH_MS && early.asked === JSON.stringify({ ...call, trace: undefined })

/** The answer on its way, or null. Given out once; where it fails the call is made in the ordinary way. */
export const takeEarly = (call: object, as: string | null): Promise<Response> | null => {
  const slot = window as Slot
  const early = slot.rippleEarly
  if (!early || !isAnswerTo(early, call, as, Date.now())) return null
  slot.rippleEarly = undefined
  return early.reply
}

type Session = { accessToken?: string; expiresAt?: number; anonymous?: boolean }
type Kept = { session: string | null; lang: string | null }

/** What Taro wrote into a browser's storage: the value as text, within { data }. undefined: nothing that can be read. */
const unwrapped = <T>(item: string | null): T | undefined => {
  try {
    return JSON.parse(JSON.parse(item ?? '').data) as T
  } catch {
    return undefined
  }
}

/**
 * As whom and in which language the app would ask. null: for the app to decide; a session must be refreshed first or cannot be
 * read, and one of the staff may have ended by itself.
 */
export const askerOf = (
  { session, lang }: Kept,
  language: string | undefined,
  now: number,
): { as: string | null; lang: Lang } | null => {
  const speaks = unwrapped<Lang>(lang) ?? spokenLang(language)
  if (session === null) return { as: null, lang: speaks }
  const { accessToken, expiresAt = 0, anonymous } = unwrapped<Session>(session) ?? {}
  return accessToken && anonymous && expiresAt > now ? { as: accessToken, lang: speaks } : null
}

/** Asks `reader` now and leaves the answer for the app, which is the first to read it: who looks too takes a copy. */
export const askEarly = (action: string, payload: object): { lang: Lang; reply: Promise<Response> } | null => {
  const kept = { session: localStorage.getItem('ripple.session'), lang: localStorage.getItem('ripple.lang') }
  const asker = askerOf(kept, navigator.language, Date.now())
  if (!asker) return null
  const { as, lang } = asker
  const asked = JSON.stringify({ action, payload, lang })
  const reply = fetch(`${RIPPLE_API_BASE}/v1/functions/reader`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(as === null ? {} : { authorization: `Bearer ${as}` }) },
    body: JSON.stringify({ action, payload, lang, trace: mintTrace() }),
  })
  reply.catch(() => undefined) // the app asks again and says what became of it
  ;(window as Slot).rippleEarly = { asked, as, at: Date.now(), reply }
  return { lang, reply }
}

/** What she sees first is there, or will not come: nothing stands before the app any more (client/start.ts). */
export const startApp = (): void => (window as Slot).rippleStart?.()
