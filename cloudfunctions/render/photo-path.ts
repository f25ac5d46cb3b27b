// Whose upload of a photo is it? The path says so, and names what is kept of it.
import type { ImageId, MemberId } from '@shared/domain/ids'
import { isOwnRaw, rawPath } from './raw-path'

const RAW = /\/photo-([0-9a-f]{16})$/

const nameOf = (upload: string): ImageId => `photo-${upload}` as ImageId

export const rawPhotoPath = (memberId: MemberId, upload: string): string => rawPath(memberId, nameOf(upload))

/** null: not hers. */
export const ownUploadOf = (fileId: string, memberId: MemberId): string | null => {
  const upload = RAW.exec(fileId)?.[1]
  return upload !== undefined && isOwnRaw(fileId, memberId, nameOf(upload)) ? upload : null
}
