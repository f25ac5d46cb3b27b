// The code by which someone of the staff binds her phone: how long it is good, and how often a wrong one may be typed.
import type { MemberId } from './ids'

/** None that look or sound alike: no 0 O 1 I L, no U V. */
export const INVITE_LETTERS = 'ABCDEFGHJKMNPQRSTWXYZ23456789'
export const INVITE_LENGTH = 8
export const INVITE_MS = 48 * 3_600_000
/** Wrong codes one person may type within this time. */
export const INVITE_TRIES = 5
export const INVITE_TRIES_MS = 3_600_000

/** One letter per number; each in [0, 1). The caller brings the randomness. */
export const inviteCode = (numbers: readonly number[]): string =>
  numbers
    .slice(0, INVITE_LENGTH)
    .map((n) => INVITE_LETTERS.charAt(Math.floor(n * INVITE_LETTERS.length)))
    .join('')

/** As it is read out: two groups of four. */
export const sayInvite = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

/** As it is typed: small letters, blanks and dashes do not matter. null: no code at all. */
export const readInvite = (typed: string): string | null => {
  const code = typed.toUpperCase().replace(/[\s\-—·]/g, '')
  return code.length === INVITE_LENGTH && [...code].every((letter) => INVITE_LETTERS.includes(letter)) ? code : null
}

export type Invite = { memberId: MemberId; until: number; usedAt: number | null; usedBy: string | null }
export type BindRefusal = 'no-such-invite' | 'invite-expired' | 'invite-used' | 'already-bound' | 'only-in-wechat'

/** So long after a code was used may the same WeChat finish what a crash left; after that it is spent. */
export const INVITE_FINISH_MS = 600_000

/** by: who types it, as the invite would remember her; lapsed: whose account of the web this was, which a code of hers opens again. */
export const mayBind = (
  invite: Invite | null,
  by: { via: 'mini' | 'web'; isMember: boolean; alias: string; lapsed?: MemberId | undefined },
  now: number,
): { ok: true } | { ok: false; reason: BindRefusal } => {
  const no = (reason: BindRefusal) => ({ ok: false as const, reason })
  if (by.isMember) return no('already-bound')
  if (by.via !== 'mini' && by.lapsed === undefined) return no('only-in-wechat')
  if (!invite || (by.via !== 'mini' && invite.memberId !== by.lapsed)) return no('no-such-invite')
  if (invite.usedAt !== null) {
    const mayFinish = invite.usedBy === by.alias && now - invite.usedAt < INVITE_FINISH_MS
    return mayFinish ? { ok: true } : no('invite-used')
  }
  return invite.until > now ? { ok: true } : no('invite-expired')
}
