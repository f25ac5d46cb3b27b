// Where may a rep upload a picture of herself? To a place of her own that no upload had before.
import { prepareUpload } from '../_kit/files'
import type { Handler } from '../_kit/serve'
import { newRawAvatarPath } from './avatar-path'

export const prepareAvatar: Handler<'render', 'avatar.prepare'> = async (_, { caller: { member } }) =>
  prepareUpload(newRawAvatarPath(member._id))
