// Where are the files, and how does a screen get at them? Cloud storage: put, fetch, delete, signed URLs.
import { IMAGE_BYTES_MAX } from '@shared/domain/limits'
import { now } from './clock'
import { cloud } from './cloud'

const URL_LIFE_S = 7_200
const RENEW_BEFORE_MS = 300_000
const SIGN_AT_ONCE = 50 // the platform signs at most 50 files per request
const REMEMBERED_MAX = 5_000

const signed = new Map<string, { url: string; until: number }>()

const sign = async (fileIds: readonly string[]): Promise<void> => {
  const { fileList } = await cloud().getTempFileURL({
    fileList: fileIds.map((fileID) => ({ fileID, maxAge: URL_LIFE_S })),
  })
  if (signed.size > REMEMBERED_MAX) signed.clear()
  const until = now() + URL_LIFE_S * 1000 - RENEW_BEFORE_MS
  for (const { fileID, tempFileURL, code } of fileList)
    if (code === 'SUCCESS') signed.set(fileID, { url: tempFileURL, until })
}

/** The signed URL of each file, '' for a file that is gone. One request for up to 50 files not yet signed. */
export const signUrls = async (fileIds: readonly string[]): Promise<(fileId: string) => string> => {
  const due = [...new Set(fileIds)].filter((id) => (signed.get(id)?.until ?? 0) <= now())
  const batches: string[][] = []
  for (let at = 0; at < due.length; at += SIGN_AT_ONCE) batches.push(due.slice(at, at + SIGN_AT_ONCE))
  await Promise.all(batches.map(sign))
  return (fileId) => signed.get(fileId)?.url ?? ''
}

/** Returns the file id. */
export const putFile = async (cloudPath: string, fileContent: Buffer): Promise<string> => {
  const { fileID } = await cloud().uploadFile({ cloudPath, fileContent })
  return fileID
}

/** At most a little over what any file of ours may have: of a file that is too big, enough to see that it is. */
const readUpTo = async (reply: Response, most: number): Promise<Buffer> => {
  const reader = reply.body?.getReader()
  const parts: Uint8Array[] = []
  for (let bytes = 0; reader && bytes <= most; ) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(parts)
    parts.push(value)
    bytes += value.length
  }
  await reader?.cancel()
  return Buffer.concat(parts)
}

/** null when there is no such file; of one over IMAGE_BYTES_MAX only a beginning that is over it, too. */
export const fetchFile = async (fileID: string): Promise<Buffer | null> => {
  const { fileList } = await cloud().getTempFileURL({ fileList: [{ fileID, maxAge: 600 }] })
  const [file] = fileList
  if (file?.code !== 'SUCCESS') return null
  const reply = await fetch(file.tempFileURL)
  if (reply.status === 404 || reply.status === 403) return null
  if (!reply.ok) throw new Error(`Storage answered ${reply.status} for a download`)
  return readUpTo(reply, IMAGE_BYTES_MAX)
}

/** A file that is already gone is fine. */
export const deleteFile = async (fileID: string): Promise<void> => {
  await cloud().deleteFile({ fileList: [fileID] })
}

export type Upload = { uploadUrl: string; headers: Record<string, string>; fileId: string }

/** Where to PUT a file of that path, with the headers that the SDK's own uploadFile sends. */
export const prepareUpload = async (cloudPath: string): Promise<Upload> => {
  const { data } = await cloud().getUploadMetadata({ cloudPath })
  const headers = {
    Signature: data.authorization,
    'x-cos-security-token': data.token,
    'x-cos-meta-fileid': data.cosFileId,
    authorization: data.authorization,
    key: encodeURIComponent(cloudPath),
  }
  return { uploadUrl: data.url, headers, fileId: data.fileId }
}
