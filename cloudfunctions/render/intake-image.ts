// May this upload become one of our images? Checked by content, stored afresh with a thumbnail; the raw file goes.
import { createHash } from 'node:crypto'
import type { ImageId, MemberId } from '@shared/domain/ids'
import { now } from '../_kit/clock'
import { findImage, type ImageDoc, insertImage, toPostImage } from '../_kit/data/images'
import { ensure, found, refusal } from '../_kit/errors'
import { deleteFile, fetchFile, putFile } from '../_kit/files'
import type { Handler } from '../_kit/serve'
import { showImages } from '../_kit/show'
import { isOwnRaw } from './raw-path'
import { reencode } from './reencode'

type Described = { imageId: ImageId; fileId: string; kind: ImageDoc['kind']; alt: string }

/** Named by its bytes too: another picture that claims the same id at the same time does not replace this one. */
const nameOf = (imageId: ImageId, jpeg: Buffer): string =>
  `images/${imageId}-${createHash('sha256').update(jpeg).digest('hex').slice(0, 16)}`

/** Files first, then the document: an image that is listed is there. */
export const takeIn = async ({ imageId, fileId, kind, alt }: Described, memberId: MemberId): Promise<ImageDoc> => {
  const checked = await reencode(found(await fetchFile(fileId), 'upload-missing', 'fileId'))
  if (!checked.ok) await deleteFile(fileId)
  ensure(checked, 'fileId')
  const { jpeg, thumb, width, height, notes, model } = checked.picture
  const name = nameOf(imageId, jpeg)
  const [stored, thumbStored] = await Promise.all([putFile(`${name}.jpg`, jpeg), putFile(`${name}-thumb.jpg`, thumb)])
  const files = { fileId: stored, thumbFileId: thumbStored, width, height }
  const image = { _id: imageId, memberId, ...files, kind, alt, notes, model, createdAt: now() }
  await insertImage(image)
  return (await findImage(imageId)) ?? image
}

/** The same intake again answers as the first did, also when the raw file is already gone. */
export const intakeImage: Handler<'render', 'image.intake'> = async (input, { caller: { member } }) => {
  if (!isOwnRaw(input.fileId, member._id, input.imageId)) throw refusal('not-your-upload', 'fileId')
  const image = (await findImage(input.imageId)) ?? (await takeIn(input, member._id))
  if (image.memberId !== member._id) throw refusal('image-id-taken', 'imageId')
  await deleteFile(input.fileId)
  const postImage = toPostImage(image)
  const show = await showImages([postImage])
  return { image: show(postImage), notes: image.notes }
}
