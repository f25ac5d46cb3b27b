// What may a function ask of storage? The storage.* actions of the admin protocol.
import type { Cloud } from '../cloud'
import type { Params } from '../database/requests'
import { CloudError, invalidParam } from '../errors'

/** Seconds a download address lives when nobody says otherwise. */
const DEFAULT_MAX_AGE_S = 7200
const UPLOAD_AGE_S = 900

const listOf = (params: Params, name: string): unknown[] => {
  const list = params[name]
  if (!Array.isArray(list) || list.length > 50) throw invalidParam(`${name} must be a list of at most 50`)
  return list
}

const inSeconds = (cloud: Cloud, seconds: number): number => Math.floor(cloud.clock.now() / 1000) + seconds

const uploadMetadata = (cloud: Cloud, params: Params): unknown => {
  const path = cloud.storage.checked(String(params.path ?? ''))
  const expiresAt = inSeconds(cloud, UPLOAD_AGE_S)
  const fileId = cloud.storage.fileId(path)
  return {
    data: {
      url: `${cloud.url}/storage/${path}`,
      token: 'local',
      authorization: `q-sign-time=${expiresAt}&q-signature=${cloud.storage.sign('put', path, expiresAt)}`,
      fileId,
      cosFileId: Buffer.from(fileId).toString('base64'),
    },
  }
}

type Outcome = { code: string; fileID: string; [more: string]: unknown }

/** One entry fails alone, with its own code; the others go on. */
const perFile = async (fileID: string, work: (path: string) => object | Promise<object>): Promise<Outcome> => {
  try {
    return { code: 'SUCCESS', fileID, ...(await work(fileID)) }
  } catch (error) {
    return { code: error instanceof CloudError ? error.code : 'STORAGE_REQUEST_FAIL', fileID, tempFileURL: '' }
  }
}

const existing = (cloud: Cloud, fileId: string): string => {
  const path = cloud.storage.pathOf(fileId)
  if (!cloud.storage.stat(path)) throw new CloudError('STORAGE_FILE_NONEXIST', `no such file: ${fileId}`)
  return path
}

export const downloadUrl = (cloud: Cloud, path: string, maxAge: number): string => {
  const expiresAt = inSeconds(cloud, maxAge)
  return `${cloud.url}/storage/${path}?sign=${cloud.storage.sign('get', path, expiresAt)}&t=${expiresAt}`
}

const downloadUrls = async (cloud: Cloud, params: Params): Promise<unknown> => {
  const files = listOf(params, 'file_list') as { fileid?: unknown; max_age?: unknown }[]
  const list = files.map(({ fileid, max_age }) =>
    perFile(String(fileid), (id) => {
      const age = typeof max_age === 'number' && max_age > 0 ? max_age : DEFAULT_MAX_AGE_S
      const url = downloadUrl(cloud, existing(cloud, id), age)
      return { tempFileURL: url, download_url: url }
    }),
  )
  return { data: { download_list: await Promise.all(list) } }
}

const remove = async (cloud: Cloud, params: Params): Promise<unknown> => {
  const list = listOf(params, 'fileid_list').map((id) =>
    perFile(String(id), (fileId) => {
      cloud.storage.remove(existing(cloud, fileId))
      return {}
    }),
  )
  return { data: { delete_list: await Promise.all(list) } }
}

const copy = async (cloud: Cloud, params: Params): Promise<unknown> => {
  const files = listOf(params, 'file_list') as {
    src_path?: unknown
    dst_path?: unknown
    overwrite?: unknown
    remove_original?: unknown
  }[]
  const list = files.map(({ src_path, dst_path, overwrite, remove_original }) => {
    const to = cloud.storage.checked(String(dst_path))
    return perFile(cloud.storage.fileId(to), async () => {
      const from = existing(cloud, cloud.storage.fileId(String(src_path)))
      if (overwrite === false && cloud.storage.stat(to))
        throw new CloudError('STORAGE_FILE_EXIST', `exists already: ${to}`)
      await cloud.storage.copy(from, to)
      if (remove_original === true) cloud.storage.remove(from)
      return {}
    })
  })
  return { data: { copy_list: await Promise.all(list) } }
}

export const storageActions = {
  'storage.getUploadMetadata': uploadMetadata,
  'storage.batchGetDownloadUrl': downloadUrls,
  'storage.batchDeleteFile': remove,
  'storage.batchCopyFile': copy,
}
