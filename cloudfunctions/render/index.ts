// How do pictures come in? Prepared, checked by their content, stored afresh. The only function with native code.
import { serve } from '../_kit/serve'
import { prepareAvatar } from './avatar-prepare'
import { takeAvatar } from './avatar-take'
import { intakeImage } from './intake-image'
import { prepareImage } from './prepare-image'

export const main = serve('render', {
  'image.prepare': prepareImage,
  'image.intake': intakeImage,
  'avatar.prepare': prepareAvatar,
  'avatar.take': takeAvatar,
})
