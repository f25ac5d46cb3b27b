// Which photo goes with a note? Checked by its content, kept small, in a place of its rep's own, without what the camera wrote.
import sharp from 'sharp'
import { ensure, found, refusal } from '../_kit/errors'
import { deleteFile, fetchFile, putFile, signUrls } from '../_kit/files'
import { photoPath } from '../_kit/note-photos'
import type { Handler } from '../_kit/serve'
import { ownUploadOf } from './photo-path'
import { reencode } from './reencode'

const EDGE = 1080 // fills the width of a phone
const QUALITY = 80

type Small = { jpeg: Buffer; width: number; height: number }

/** What was let in by the rules of every picture is made smaller once more; no metadata is ever copied. */
const shrink = async (picture: Buffer): Promise<Small> => {
  const { data, info } = await sharp(picture)
    .resize({ width: EDGE, height: EDGE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })
  return { jpeg: data, width: info.width, height: info.height }
}

const takeIn = async (fileId: string, raw: Buffer, path: string) => {
  const checked = await reencode(raw)
  if (!checked.ok) await deleteFile(fileId)
  ensure(checked, 'fileId')
  const { jpeg, width, height } = await shrink(checked.picture.jpeg)
  return { fileId: await putFile(path, jpeg), width, height }
}

/** The upload is gone: taken in before, if what was kept of it is there. */
const seeTaken = async (fileId: string) => {
  const { width, height } = await sharp(found(await fetchFile(fileId), 'upload-missing', 'fileId')).metadata()
  return { fileId, width, height }
}

/** The upload goes last; asked again, it answers the same. */
export const takePhoto: Handler<'render', 'photo.take'> = async ({ fileId }, { caller: { member } }) => {
  const upload = ownUploadOf(fileId, member._id)
  if (upload === null) throw refusal('not-your-upload', 'fileId')
  const path = photoPath(member._id, upload)
  const raw = await fetchFile(fileId)
  const bucket = /^cloud:\/\/[^/]+\//.exec(fileId)?.[0] ?? ''
  const photo = raw === null ? await seeTaken(`${bucket}${path}`) : await takeIn(fileId, raw, path)
  if (raw !== null) await deleteFile(fileId)
  return { ...photo, url: (await signUrls([photo.fileId]))(photo.fileId) }
}
