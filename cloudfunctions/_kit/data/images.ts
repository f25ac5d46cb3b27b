// Which images came through intake? Each once, by the id its uploader chose.
import type { ImageId, MemberId } from '@shared/domain/ids'
import type { GreyModel } from '@shared/domain/picture-model'
import type { PostImage } from '@shared/domain/post'
import { collection, oneOf } from '../collection'

export type IntakeNote = 'first-frame-only' | 'made-smaller' | 'colours-converted'
/** grey: base64 of one byte per pixel, about 32 KB; read only when pictures are dealt. */
export type StoredModel = { width: number; height: number; grey: string }
export type ImageDoc = Omit<PostImage, 'imageId'> & {
  _id: ImageId
  memberId: MemberId
  notes: IntakeNote[]
  createdAt: number
  model?: StoredModel // images from before there were models have none
}

const images = collection<ImageDoc>('images')

export const findImage = (id: ImageId): Promise<ImageDoc | null> => images.get(id)
export const insertImage = (image: ImageDoc): Promise<boolean> => images.insertIfAbsent(image)

const SHOWN = ['fileId', 'thumbFileId', 'width', 'height', 'kind', 'alt'] as const
type ShownFields = Pick<ImageDoc, '_id' | (typeof SHOWN)[number]>

export const toPostImage = ({ _id, fileId, thumbFileId, width, height, kind, alt }: ShownFields): PostImage => ({
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
  new Map((await images.findMany(ids, SHOWN)).map((image) => [image._id, toPostImage(image)]))

/** Their files, and that they were ever taken in; not in any post any more. */
export const findImageFiles = (ids: readonly ImageId[]): Promise<Pick<ImageDoc, '_id' | 'fileId' | 'thumbFileId'>[]> =>
  images.findMany(ids, ['fileId', 'thumbFileId'])
export const removeImages = async (ids: readonly ImageId[]): Promise<void> => {
  if (ids.length) await images.remove({ _id: oneOf(ids) })
}

/** By id; an image from before there were models is not in it. */
export const findModels = async (ids: readonly ImageId[]): Promise<Map<ImageId, GreyModel>> =>
  new Map(
    (await images.findMany(ids, ['model'])).flatMap(({ _id, model }) =>
      model ? [[_id, { ...model, grey: new Uint8Array(Buffer.from(model.grey, 'base64')) }]] : [],
    ),
  )
