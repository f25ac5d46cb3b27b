// Which photo is offered? Looked at by its bytes, made anew without what the camera wrote into it, in a place that names nobody.
import { ensure, found, refusal } from '../_kit/errors'
import { deleteFile, fetchFile, putFile, signUrls } from '../_kit/files'
import { ownerOf, takenOf } from '../_kit/offer-photos'
import type { Handler } from '../_kit/serve'
import { reencode } from './reencode'

const takeIn = async (fileId: string, raw: Buffer, path: string): Promise<string> => {
  const checked = await reencode(raw)
  if (!checked.ok) await deleteFile(fileId)
  ensure(checked, 'fileId')
  return putFile(path, checked.picture.jpeg)
}

/** The upload goes last; asked again, it answers the same. */
export const takeOffer: Handler<'render', 'submission.take'> = async ({ fileId }, { caller }) => {
  const taken = takenOf(fileId, ownerOf(caller))
  if (taken === null) throw refusal('not-your-upload', 'fileId')
  const raw = await fetchFile(fileId)
  const kept = raw === null ? taken.fileId : await takeIn(fileId, raw, taken.path)
  if (raw !== null) await deleteFile(fileId)
  const url = (await signUrls([kept]))(kept)
  return { fileId: found(url === '' ? null : kept, 'upload-missing', 'fileId'), url }
}
