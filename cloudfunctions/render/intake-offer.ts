// HQ is about to accept it: her photos become pictures that posts may use, each once, under an id that tells where it came from.
import { mayDecide } from '@shared/domain/submission'
import { findImage } from '../_kit/data/images'
import { findSubmission } from '../_kit/data/submissions'
import { ensure, found } from '../_kit/errors'
import { imageIdOf } from '../_kit/offer-photos'
import type { Handler } from '../_kit/serve'
import { takeOut } from '../_kit/take-out-offer'
import { takeIn } from './intake-image'

export const intakeOffer: Handler<'render', 'submission.intake'> = async ({ submissionId }, { caller: { member } }) => {
  const one = found(await findSubmission(submissionId), 'no-such-offer', 'submissionId')
  if (one.state !== 'accepted') ensure(mayDecide(one), 'submissionId')
  for (const photo of one.photos) {
    const imageId = imageIdOf(photo)
    if (await findImage(imageId)) continue
    await takeIn({ imageId, fileId: photo.fileId, kind: 'photo', alt: '' }, member._id)
  }
  const since = found(await findSubmission(submissionId), 'no-such-offer', 'submissionId')
  if (since.state === 'withdrawn') await takeOut(one, since.withdrawnAt ?? one.at)
  return { images: one.photos.length }
}
