// What does a cloud hold? Its documents page by page in the order of their _id, and its files: through the SDK alone.
import { cloud, database } from '../../cloudfunctions/_kit/cloud'
import type { Doc } from './line'

/** The SDK and the platform give at most this many at once; a reply may weigh 1 MB. */
const PAGE_MAX = 1000
const PAGE_BYTES = 400_000
const FIRST_PAGE = 50
const SIGNED_AT_ONCE = 50

const isTooBig = (error: unknown): boolean => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  return /EXCEED_MAX|too (big|large)|response size/i.test(`${code} ${message}`)
}

/** A collection that this deployment has not come to yet holds nothing. */
const isNotThere = (error: unknown): boolean => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  return /COLLECTION_NOT_EXIST|Table not exist/i.test(`${code} ${message}`)
}

const page = async (name: string, after: string | null, size: number): Promise<Doc[]> => {
  const { command } = database()
  const all = database().collection(name)
  const query = after === null ? all.orderBy('_id', 'asc') : all.where({ _id: command.gt(after) }).orderBy('_id', 'asc')
  return (await query.limit(size).get()).data as Doc[]
}

/** As many at once as fit into a reply, going by those before. */
export async function* documents(name: string): AsyncGenerator<Doc> {
  let [after, size] = [null as string | null, FIRST_PAGE]
  while (true) {
    let found: Doc[]
    try {
      found = await page(name, after, size)
    } catch (error) {
      if (isNotThere(error)) return
      if (!isTooBig(error) || size === 1) throw error
      size = Math.max(1, Math.floor(size / 4))
      continue
    }
    for (const doc of found) {
      if (typeof doc._id !== 'string')
        throw new Error(`${name} has a document whose _id is no text: ${String(doc._id)}`)
      yield doc
    }
    const last = found[found.length - 1]
    if (!last || found.length < size) return
    after = last._id
    const each = JSON.stringify(found).length / found.length
    size = Math.max(1, Math.min(PAGE_MAX, size * 2, Math.floor(PAGE_BYTES / each)))
  }
}

/** 'cloud://env.bucket/' of this environment: where an upload would go; nothing is uploaded. */
export const findBucket = async (): Promise<string> => {
  const { data } = await cloud().getUploadMetadata({ cloudPath: 'backup/none' })
  return data.fileId.replace(/backup\/none$/, '')
}

/** null: there is no such file. */
const download = async (url: string): Promise<Buffer | null> => {
  const reply = await fetch(url)
  if (reply.status === 404 || reply.status === 403) return null
  if (!reply.ok) throw new Error(`Storage answered ${reply.status} for a download`)
  return Buffer.from(await reply.arrayBuffer())
}

/** Each by its path, in the order asked for; null for what is not there. */
export async function* files(bucket: string, paths: readonly string[]): AsyncGenerator<[string, Buffer | null]> {
  for (let from = 0; from < paths.length; from += SIGNED_AT_ONCE) {
    const some = paths.slice(from, from + SIGNED_AT_ONCE)
    const asked = some.map((one) => ({ fileID: `${bucket}${one}`, maxAge: 3_600 }))
    const { fileList } = await cloud().getTempFileURL({ fileList: asked })
    const signed = new Map(
      fileList.map(({ fileID, tempFileURL, code }) => [fileID, code === 'SUCCESS' ? tempFileURL : '']),
    )
    for (const one of some) {
      const url = signed.get(`${bucket}${one}`) ?? ''
      yield [one, url ? await download(url) : null]
    }
  }
}

export const putFile = async (cloudPath: string, fileContent: Buffer): Promise<void> => {
  await cloud().uploadFile({ cloudPath, fileContent })
}
