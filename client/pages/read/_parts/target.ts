// What should this page open? A post, the share she came by, or nothing.
import { SHARE_TOKEN_LENGTH, type ShareToken } from '@shared/domain/ids'

export type Target = { postId?: string; token?: ShareToken }

const TOKEN = new RegExp(`^[0-9A-Za-z]{${SHARE_TOKEN_LENGTH}}$`)
const POST_ID = /^[0-9A-Za-z_-]{1,40}$/

/** p and t from a card or link; scene from a mini-program code, which carries the token alone. */
export const readTarget = (params: Readonly<Record<string, string | undefined>>): Target | null => {
  const target: Target = {}
  const token = params.t ?? params.scene ?? ''
  if (POST_ID.test(params.p ?? '')) target.postId = params.p as string
  if (TOKEN.test(token)) target.token = token as ShareToken
  return target.postId === undefined && target.token === undefined ? null : target
}

const EARLY = /^#\/?pages\/read\/index\?(.+)$/

/** The same from the address itself, before the app can tell; null where the page opened is another one. */
export const earlyTarget = (hash: string): Target | null => {
  const given = new URLSearchParams(EARLY.exec(hash)?.[1] ?? '')
  const of = (name: string): string | undefined => given.get(name) ?? undefined
  return readTarget({ p: of('p'), t: of('t'), scene: of('scene') })
}

export const SINGLE_PAGE_SCENE = 1154 // opened inside Moments: no sign-in, no other pages, storage of its own
