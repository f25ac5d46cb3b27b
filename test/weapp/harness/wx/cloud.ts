// What does wx.cloud do here? The real thing over HTTP, against a local cloud: functions as this openid, and stored files.
import path from 'node:path'
import type { Dict } from '../compile'
import type { PhoneFiles } from './files'
import type { GroupTickets } from './group'
import { type Args, type Host, type Maker, Refused } from './host'
import type { Net } from './http'

const JSON_TYPE = { 'content-type': 'application/json' }
const CLOUD_DATA_MAX_BYTES = 100 * 1024 // above it WeChat's own documentation asks for a file

type Admin = { code?: string; message?: string; data?: Dict }
type Download = { code?: string; tempFileURL?: string; download_url?: string }

type Ways = { net: Net; files: PhoneFiles; tickets: GroupTickets }

export const cloudApis = (host: Host, make: Maker, { net, files, tickets }: Ways): Dict => {
  const { url, openid, env } = host.cloud
  const admin = async (action: string, more: Dict): Promise<Dict> => {
    const body = JSON.stringify({ action, envName: env, ...more })
    const reply = await net.ask(`${url}/admin?env=${env}`, { method: 'POST', headers: JSON_TYPE, body })
    const { code, message, data } = JSON.parse(reply.body.toString()) as Admin
    if (code || !data) throw new Refused(`${code} ${message}`)
    return data
  }

  const callFunction = async ({ name, data }: Args): Promise<Dict> => {
    const body = JSON.stringify(tickets.redeem((data ?? {}) as Dict))
    if (Buffer.byteLength(body) > CLOUD_DATA_MAX_BYTES) throw new Refused('data exceeds 100 kB')
    const headers = { ...JSON_TYPE, 'X-WX-OPENID': openid }
    const reply = await net
      .ask(`${url}/v1/functions/${name}`, { method: 'POST', headers, body })
      .catch((error: Error) => {
        throw new Refused(error.message, { errCode: -1 })
      })
    if (reply.status !== 200) throw new Refused(`errCode: -501000 | ${reply.body.toString()}`, { errCode: -501000 })
    return { result: JSON.parse(reply.body.toString()) as unknown, requestID: 'local' }
  }

  const addressOf = async (fileID: string): Promise<string> => {
    const data = await admin('storage.batchGetDownloadUrl', { file_list: [{ fileid: fileID, max_age: 3600 }] })
    const [file] = data.download_list as Download[]
    const address = file?.download_url ?? file?.tempFileURL
    if (!address) throw new Refused(`${file?.code ?? 'no such file'} ${fileID}`)
    return address
  }
  const downloadFile = async ({ fileID }: Args): Promise<Dict> => {
    const reply = await net.ask(await addressOf(String(fileID)))
    if (reply.status !== 200) throw new Refused(`statusCode ${reply.status}`)
    const tempFilePath = files.keep(reply.body, path.extname(String(fileID)) || '.bin')
    return { tempFilePath, statusCode: 200 }
  }
  const uploadFile = async ({ cloudPath, filePath }: Args): Promise<Dict> => {
    const content = files.read(String(filePath))
    const meta = await admin('storage.getUploadMetadata', { path: cloudPath, method: 'put' })
    const { url: target, authorization, token, cosFileId, fileId } = meta as Record<string, string>
    const headers: Record<string, string> = {
      Authorization: authorization ?? '',
      'x-cos-security-token': token ?? '',
      'x-cos-meta-fileid': cosFileId ?? '',
    }
    const reply = await net.ask(target ?? '', { method: 'PUT', headers, body: content })
    if (reply.status !== 200) throw new Refused(`statusCode ${reply.status} ${reply.body.toString()}`)
    return { fileID: fileId, statusCode: 200 }
  }
  const getTempFileURL = async ({ fileList }: Args): Promise<Dict> => {
    const list = (fileList as (string | { fileID: string })[]).map((file) =>
      typeof file === 'string' ? file : file.fileID,
    )
    const data = await Promise.all(
      list.map(async (fileID) => ({ fileID, tempFileURL: await addressOf(fileID), status: 0 })),
    )
    return { fileList: data }
  }
  return {
    init: make.sync('cloud.init', () => undefined),
    CloudID: tickets.CloudID,
    callFunction: make.async('cloud.callFunction', callFunction),
    downloadFile: make.async('cloud.downloadFile', downloadFile),
    uploadFile: make.async('cloud.uploadFile', uploadFile),
    getTempFileURL: make.async('cloud.getTempFileURL', getTempFileURL),
  }
}

/** Text and bytes go as they are; the bytes are of the phone's own realm, so `instanceof` would not know them. */
const bodyOf = (data: unknown): string | Uint8Array => {
  if (typeof data === 'string') return data
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]')
    return Buffer.from(new Uint8Array(data as ArrayBuffer))
  return JSON.stringify(data)
}

/** wx.request, wx.downloadFile and wx.uploadFile's siblings outside the cloud. */
export const netApis = (make: Maker, net: Net, files: PhoneFiles): Dict => {
  const request = async ({ url, method, data, header, timeout }: Args): Promise<Dict> => {
    const body = data === undefined || method === 'GET' ? undefined : bodyOf(data)
    const headers = { ...JSON_TYPE, ...(header as Record<string, string> | undefined) }
    const reply = await net.ask(String(url), {
      method: String(method ?? 'GET'),
      headers,
      ...(body === undefined ? {} : { body }),
      ...(typeof timeout === 'number' ? { timeoutMs: timeout } : {}),
    })
    const text = reply.body.toString()
    const parsed = (): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        return text
      }
    }
    return { data: parsed(), statusCode: reply.status, header: reply.headers }
  }
  const download = async ({ url }: Args): Promise<Dict> => {
    const reply = await net.ask(String(url))
    const extension = path.extname(new URL(String(url)).pathname) || '.bin'
    return { tempFilePath: files.keep(reply.body, extension), statusCode: reply.status }
  }
  const task = { abort: () => undefined, onProgressUpdate: () => undefined, onHeadersReceived: () => undefined }
  const withTask = (api: (args?: Args) => unknown) => (args?: Args) => api(args) ?? task
  return {
    request: withTask(make.async('request', request)),
    downloadFile: withTask(make.async('downloadFile', download)),
  }
}
