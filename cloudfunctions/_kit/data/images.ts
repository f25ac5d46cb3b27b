// Which images came through intake? Each once, by the id its uploader chose.
import type { ImageId, MemberId } from '@shared/domain/ids'
import type { PostImage } from '@shared/domain/post'
import { collection } from '../collection'

export type IntakeNote = 'first-frame-only' | 'made-smaller' | 'colours-converted'
export type ImageDoc = Omit<PostImage, 'imageId'> & {
  _id: ImageId
  memberId: MemberId
  notes: IntakeNote[]
  createdAt: number
}

const images = collection<ImageDoc>('images')

export const findImage = (id: ImageId): Promise<ImageDoc | null> => images.get(id)
export const insertImage = (image: ImageDoc): Promise<boolean> => images.insertIfAbsent(image)

export const toPostImage = ({ _id, fileId, thumbFileId, width, height, kind, alt }: ImageDoc): PostImage => ({
  imageId: _id,
  fileId,
  thumbFileId,
  width,
  height,
  kind,
  alt,
})

/** By id; what is not there never came through intake. */
export const findPostImages = async (ids: readonly ImageId[]): Promise<Map<ImageId, PostImage>> =>
  new Map((await images.findMany(ids)).map((image) => [image._id, toPostImage(image)]))
