// Where does a picture of a rep lie? What she uploads, in a place of its own each time; what is kept is named by its bytes.
import { createHash, randomBytes } from 'node:crypto'
import type { ImageId, MemberId } from '@shared/domain/ids'
import { isOwnRaw, rawPath } from './raw-path'

const UPLOAD = /\/(avatar-[0-9a-f]{16})$/
const UPLOAD_ID_BYTES = 8
const HASH_LENGTH = 16

/** Never the same twice: under a path used again, a cache on the way could still answer with the earlier picture. */
export const newRawAvatarPath = (memberId: MemberId): string =>
  rawPath(memberId, `avatar-${randomBytes(UPLOAD_ID_BYTES).toString('hex')}` as ImageId)

export const isOwnRawAvatar = (fileId: string, memberId: MemberId): boolean => {
  const upload = UPLOAD.exec(fileId)?.[1]
  return upload !== undefined && isOwnRaw(fileId, memberId, upload as ImageId)
}

export const avatarPath = (memberId: MemberId, jpeg: Buffer): string =>
  `avatars/${memberId}-${createHash('sha256').update(jpeg).digest('hex').slice(0, HASH_LENGTH)}.jpg`
