// Where may she upload a photo she means to offer? To a place that no upload had before, and that only she may have taken in.
import { prepareUpload } from '../_kit/files'
import { ownerOf, rawOfferPath } from '../_kit/offer-photos'
import { ensureMayUpload } from '../_kit/offer-room'
import type { Handler } from '../_kit/serve'

export const prepareOffer: Handler<'render', 'submission.prepare'> = async (_, { caller }) => {
  const owner = ownerOf(caller)
  await ensureMayUpload(owner)
  return prepareUpload(rawOfferPath(owner))
}
