// Which codes bind a member to her WeChat, and who typed wrong ones? Only hashes are kept, and not for long.
import type { MemberId } from '@shared/domain/ids'
import type { Invite } from '@shared/domain/invite'
import { addedTo, below, collection } from '../collection'

export type InviteDoc = Invite & { _id: string; madeBy: MemberId; madeAt: number }
/** Wrong codes typed by one person; _id leads back to nobody once its hour is over. */
type TriesDoc = { _id: string; tries: number; until: number }

const invites = collection<InviteDoc>('invites')
const tries = collection<TriesDoc>('invites')

export const findInvite = (id: string): Promise<InviteDoc | null> => invites.get(id)

/** The latest of hers that is still good. */
export const findOpenInvite = async (memberId: MemberId, now: number): Promise<InviteDoc | null> =>
  (await invites.find({ memberId })).find(({ usedAt, until }) => usedAt === null && until > now) ?? null

/** From now on only this one is good, used ones included. */
export const putInvite = async (invite: InviteDoc): Promise<boolean> => {
  await invites.remove({ memberId: invite.memberId })
  return invites.insertIfAbsent(invite)
}

/** False when somebody else was faster. */
export const useInvite = async (_id: string, usedBy: string, usedAt: number): Promise<boolean> =>
  (await invites.change({ _id, usedAt: null }, { usedAt, usedBy })) > 0

/** Codes and tries that ended before. */
export const removeInvitesBefore = (at: number): Promise<number> => invites.remove({ until: below(at) })

export const dropInvitesOf = (memberId: MemberId): Promise<number> => invites.remove({ memberId })

export const countTries = async (id: string): Promise<number> => (await tries.get(id))?.tries ?? 0
export const noteTry = async (_id: string, until: number): Promise<void> => {
  if (!(await tries.insertIfAbsent({ _id, tries: 1, until }))) await tries.change({ _id }, { tries: addedTo(1) })
}
