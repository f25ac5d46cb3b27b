// Which picture of herself does a rep put on her name card? Checked by its content, kept small and square; or none.
import type { MemberId } from '@shared/domain/ids'
import { findMember, swapAvatar } from '../_kit/data/members'
import { ensure, found, refusal } from '../_kit/errors'
import { deleteFile, fetchFile, putFile } from '../_kit/files'
import type { Handler } from '../_kit/serve'
import { showAvatar } from '../_kit/show-avatar'
import { avatarPath, isOwnRawAvatar } from './avatar-path'
import { squareAvatar } from './avatar-square'

const keep = async (fileId: string, raw: Buffer, memberId: MemberId): Promise<string> => {
  const squared = await squareAvatar(raw)
  if (!squared.ok) await deleteFile(fileId)
  ensure(squared, 'fileId')
  return putFile(avatarPath(memberId, squared.jpeg), squared.jpeg)
}

const avatarIdOf = async (memberId: MemberId): Promise<string | null> => (await findMember(memberId))?.avatarId ?? null

/** The earlier file goes first: should this stop half-way, no picture of her is left that nobody knows of. */
const replace = async (memberId: MemberId, avatarId: string | null): Promise<void> => {
  const before = await avatarIdOf(memberId)
  if (before === avatarId) return
  if (before !== null) await deleteFile(before)
  // another request of hers was faster: what it kept is now the earlier one
  if (!(await swapAvatar(memberId, before, avatarId))) await replace(memberId, avatarId)
}

/** The upload goes last, so when it is gone this is the same request again, and she has what it asked for. */
export const takeAvatar: Handler<'render', 'avatar.take'> = async ({ fileId }, { caller: { member } }) => {
  if (fileId === null) {
    await replace(member._id, null)
    return { avatar: null }
  }
  if (!isOwnRawAvatar(fileId, member._id)) throw refusal('not-your-upload', 'fileId')
  const raw = await fetchFile(fileId)
  if (raw === null) {
    const taken = await showAvatar(await avatarIdOf(member._id))
    return { avatar: found(taken, 'upload-missing', 'fileId') }
  }
  const avatarId = await keep(fileId, raw, member._id)
  await replace(member._id, avatarId)
  await deleteFile(fileId)
  return { avatar: await showAvatar(avatarId) }
}
