// Who may do what: one pure policy, asked before anything is saved or told. Fails closed.
import { type Asked, isForRep, type Place } from './audience'
import type { Contact } from './contact'
import type { MemberId, PersonId } from './ids'
import { isWorking, type Member, type Role } from './member'
import type { Post } from './post'
import type { Reader } from './reader'

/** Who is calling, as the platform says; never taken from the input. */
export type Caller =
  | { kind: 'visitor' } // no identity at all
  // someone the platform knows and we do not; lapsed: this sign-in was that member's, and nobody used it for too long
  | { kind: 'person'; personId: PersonId; via: 'mini' | 'web'; lapsed?: MemberId }
  | { kind: 'member'; member: Member; personId: PersonId; via: 'mini' | 'web' } // may have agreed before
  | { kind: 'timer' }

/** editor: whoever writes · approver: who may let out what others wrote · desk: everyone at HQ, managers within their scope. */
export type Who = 'anyone' | 'person' | 'rep' | 'editor' | 'approver' | 'desk'

const ROLES_FOR: Record<Exclude<Who, 'anyone' | 'person'>, readonly Role[]> = {
  rep: ['rep'],
  editor: ['editor', 'approver'],
  approver: ['approver'],
  desk: ['editor', 'approver', 'manager'],
}
export type AccessDecision =
  | { ok: true }
  | {
      ok: false
      reason:
        | 'sign-in-needed'
        | 'sign-in-lapsed'
        | 'not-your-role'
        | 'not-yours'
        | 'consent-gone'
        | 'not-for-your-store'
        | 'not-published'
    }

const yes: AccessDecision = { ok: true }
const no = (reason: Exclude<AccessDecision, { ok: true }>['reason']): AccessDecision => ({ ok: false, reason })

/** May this kind of caller use an action that is meant for `who`? */
export const mayCall = (who: Who, caller: Caller): AccessDecision => {
  if (who === 'anyone') return caller.kind === 'timer' ? no('not-your-role') : yes
  if (caller.kind === 'visitor') return no('sign-in-needed')
  if (who === 'person') return caller.kind === 'person' || caller.kind === 'member' ? yes : no('not-your-role')
  if (caller.kind === 'member')
    return ROLES_FOR[who].indexOf(caller.member.role) >= 0 && isWorking(caller.member) ? yes : no('not-your-role')
  if (caller.kind !== 'person') return no('not-your-role')
  return no(caller.lapsed === undefined ? 'sign-in-needed' : 'sign-in-lapsed')
}

export const mayReadContact = (rep: MemberId, contact: Pick<Contact, 'repId'>): AccessDecision =>
  contact.repId === rep ? yes : no('not-yours')

/** May this rep know this reader, and say who she is? Only while her consent is in force. */
export const mayKnowReader = (rep: MemberId, reader: Pick<Reader, 'repId'>, isConsenting: boolean): AccessDecision => {
  if (reader.repId !== rep) return no('not-yours')
  return isConsenting ? yes : no('consent-gone')
}

/**
 * May this rep open this contact's file? One she wrote down herself is hers to keep; one that came into being by consent
 * goes with the last consent of those who read under it.
 */
export const mayOpenContact = (
  rep: MemberId,
  contact: Pick<Contact, 'repId' | 'origin'>,
  { linked, consenting }: { linked: number; consenting: number },
): AccessDecision => {
  if (contact.repId !== rep) return no('not-yours')
  return contact.origin === 'rep' || linked === 0 || consenting > 0 ? yes : no('consent-gone')
}

/** May a reader see it? Drafts and what is still to come do not exist for her. */
export const mayReadPost = (
  post: Pick<Post, 'state'> | null,
): { ok: true } | { ok: false; reason: 'no-such-post' | 'post-gone' } => {
  if (post?.state === 'live') return { ok: true }
  return { ok: false, reason: post?.state === 'recalled' || post?.state === 'expired' ? 'post-gone' : 'no-such-post' }
}

/** May this rep, who works there, take a kit of this post? Live, and for her. */
export const mayTakeKit = (
  rep: Pick<Member, 'role'> & Asked,
  post: Pick<Post, 'state' | 'audience'>,
  { store, regionsAbove }: Place,
): AccessDecision => {
  if (rep.role !== 'rep') return no('not-your-role')
  if (post.state !== 'live') return no('not-published')
  return isForRep(post.audience, rep, store, regionsAbove) ? yes : no('not-for-your-store')
}
