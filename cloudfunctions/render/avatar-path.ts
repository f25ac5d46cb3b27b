// Where does a picture of a rep lie? One place for what she uploads; what is kept is named by its bytes.
import { createHash } from 'node:crypto'
import type { ImageId, MemberId } from '@shared/domain/ids'
import { isOwnRaw, rawPath } from './raw-path'

/** She has one picture, so she has one place to upload it to. */
const UPLOAD = 'avatar' as ImageId
const HASH_LENGTH = 16

export const rawAvatarPath = (memberId: MemberId): string => rawPath(memberId, UPLOAD)
export const isOwnRawAvatar = (fileId: string, memberId: MemberId): boolean => isOwnRaw(fileId, memberId, UPLOAD)

export const avatarPath = (memberId: MemberId, jpeg: Buffer): string =>
  `avatars/${memberId}-${createHash('sha256').update(jpeg).digest('hex').slice(0, HASH_LENGTH)}.jpg`
