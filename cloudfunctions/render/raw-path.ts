// Whose upload is it? The path says so; a file id names the bucket first: cloud://env.bucket/path.
import type { ImageId, MemberId } from '@shared/domain/ids'

export const rawPath = (memberId: MemberId, imageId: ImageId): string => `raw/${memberId}/${imageId}`

export const isOwnRaw = (fileId: string, memberId: MemberId, imageId: ImageId): boolean => {
  const found = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)
  return found?.[1] === rawPath(memberId, imageId)
}
