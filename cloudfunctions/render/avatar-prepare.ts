// Where may a rep upload a picture of herself? To one place of her own; a later upload replaces it.
import { prepareUpload } from '../_kit/files'
import type { Handler } from '../_kit/serve'
import { rawAvatarPath } from './avatar-path'

export const prepareAvatar: Handler<'render', 'avatar.prepare'> = async (_, { caller: { member } }) =>
  prepareUpload(rawAvatarPath(member._id))
