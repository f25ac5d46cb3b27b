// How does a screen see what is stored? Images with signed URLs, as every function shows them.
import type { ShownImage } from '@shared/contracts/parts'
import type { PostImage } from '@shared/domain/post'
import { signUrls } from './files'

/** Signs what all these images need in one request. Where a guardian's consent is kept is for HQ's draft alone. */
export const showImages = async (images: readonly (PostImage | null)[]) => {
  const urlOf = await signUrls(images.flatMap((image) => (image ? [image.fileId, image.thumbFileId] : [])))
  return ({ thumbFileId, minor, ...image }: PostImage): ShownImage => ({
    ...image,
    url: urlOf(image.fileId),
    thumbUrl: urlOf(thumbFileId),
  })
}

/** What stands where an image may be. */
export const orNull = <T, R>(value: T | null, show: (value: T) => R): R | null => (value === null ? null : show(value))
