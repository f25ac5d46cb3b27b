// Where may a rep upload a photo of a consultation? To a place of her own that no upload had before.
import { randomBytes } from 'node:crypto'
import { prepareUpload } from '../_kit/files'
import type { Handler } from '../_kit/serve'
import { rawPhotoPath } from './photo-path'

const UPLOAD_ID_BYTES = 8

export const preparePhoto: Handler<'render', 'photo.prepare'> = async (_, { caller: { member } }) =>
  prepareUpload(rawPhotoPath(member._id, randomBytes(UPLOAD_ID_BYTES).toString('hex')))
