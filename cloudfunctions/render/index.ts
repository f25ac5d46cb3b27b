// How do pictures come in, and how are they painted for phones that cannot? The only function with native code.
import { serve } from '../_kit/serve'
import { prepareAvatar } from './avatar-prepare'
import { takeAvatar } from './avatar-take'
import { intakeImage } from './intake-image'
import { intakeOffer } from './intake-offer'
import { paintKit } from './paint-kit'
import { paintPoster } from './paint-poster'
import { prepareImage } from './prepare-image'
import { prepareOffer } from './prepare-offer'
import { preparePhoto } from './prepare-photo'
import { takeOffer } from './take-offer'
import { takePhoto } from './take-photo'

export const main = serve('render', {
  'image.prepare': prepareImage,
  'image.intake': intakeImage,
  'kit.paint': paintKit,
  'poster.paint': paintPoster,
  'avatar.prepare': prepareAvatar,
  'avatar.take': takeAvatar,
  'photo.prepare': preparePhoto,
  'photo.take': takePhoto,
  'submission.prepare': prepareOffer,
  'submission.take': takeOffer,
  'submission.intake': intakeOffer,
})
