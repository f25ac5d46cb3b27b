// Where may an editor upload? Into her own raw folder, under the id she chose for the image.
import { prepareUpload } from '../_kit/files'
import type { Handler } from '../_kit/serve'
import { rawPath } from './raw-path'

export const prepareImage: Handler<'render', 'image.prepare'> = async ({ imageId }, { caller: { member } }) =>
  prepareUpload(rawPath(member._id, imageId))
