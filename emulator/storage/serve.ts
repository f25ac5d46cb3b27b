// How do files come and go over HTTP? PUT as to the platform's bucket, GET by a signed address that expires.
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import type { Cloud } from '../cloud'
import { CloudError } from '../errors'
import { newRequestId } from '../http'
import { contentType } from './content-type'
import { FileTooLarge, MAX_FILE_BYTES } from './storage'

const sendXml = (res: ServerResponse, status: number, code: string, message: string): void => {
  const id = newRequestId()
  const fields = `<Code>${code}</Code><Message>${message}</Message><RequestId>${id}</RequestId><TraceId>${id}</TraceId>`
  res.writeHead(status, { 'content-type': 'application/xml', connection: 'close' })
  res.end(`<?xml version='1.0' encoding='utf-8' ?><Error>${fields}</Error>`)
}

const putSignature = (req: IncomingMessage): { signature: string; expiresAt: number } => {
  const fields = new URLSearchParams(String(req.headers.authorization ?? req.headers.signature ?? ''))
  return { signature: fields.get('q-signature') ?? '', expiresAt: Number(fields.get('q-sign-time')) }
}

const upload = async (cloud: Cloud, req: IncomingMessage, res: ServerResponse, object: string): Promise<void> => {
  const { signature, expiresAt } = putSignature(req)
  if (!cloud.storage.isSigned('put', object, expiresAt, signature)) {
    req.resume()
    return sendXml(res, 403, 'SignatureDoesNotMatch', 'The upload is not signed, or its signature expired')
  }
  if (Number(req.headers['content-length'] ?? 0) > MAX_FILE_BYTES) {
    req.resume()
    return sendXml(res, 400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size')
  }
  try {
    await cloud.faults.around({ action: 'storage.putFile' }, () => cloud.storage.put(object, req))
  } catch (error) {
    if (error instanceof CloudError) {
      req.resume()
      return sendXml(res, 503, 'ServiceUnavailable', error.message)
    }
    if (!(error instanceof FileTooLarge)) throw error
    return sendXml(res, 400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size')
  }
  cloud.meter.add('storagePut')
  res.writeHead(200, { etag: `"${newRequestId()}"`, 'content-length': 0 }).end()
}

const download = async (
  cloud: Cloud,
  req: IncomingMessage,
  res: ServerResponse,
  object: string,
  url: URL,
): Promise<void> => {
  const expiresAt = Number(url.searchParams.get('t'))
  if (!cloud.storage.isSigned('get', object, expiresAt, url.searchParams.get('sign') ?? '')) {
    return sendXml(res, 403, 'AccessDenied', 'The address is not signed, or it has expired')
  }
  try {
    await cloud.faults.around({ action: 'storage.getFile' }, () => undefined)
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    return sendXml(res, 503, 'ServiceUnavailable', error.message)
  }
  const file = cloud.storage.stat(object)
  if (!file) return sendXml(res, 404, 'NoSuchKey', 'The specified key does not exist')
  const [sample, content] = [cloud.storage.open(object), cloud.storage.open(object)]
  const type = await contentType(sample, path.extname(object))
  res.writeHead(200, {
    'content-type': type,
    'content-length': file.size,
    'last-modified': new Date(file.modifiedAt).toUTCString(),
    'cache-control': 'private, max-age=600',
    'x-content-type-options': 'nosniff',
    // a stored page or drawing must never run as a page of ours
    'content-security-policy': "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
  })
  if (req.method === 'HEAD') {
    content.destroy()
    res.end()
    return
  }
  cloud.meter.add('storageGet')
  cloud.meter.add('bytesOut', file.size)
  res.on('close', () => content.destroy()) // whoever hung up leaves no file open
  content.pipe(res)
}

export const serveStorage = async (
  cloud: Cloud,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> => {
  let object: string
  try {
    object = cloud.storage.checked(decodeURIComponent(url.pathname.slice('/storage/'.length)))
  } catch (error) {
    req.resume()
    if (!(error instanceof CloudError || error instanceof URIError)) throw error
    return sendXml(res, 400, 'InvalidURI', 'The path is not allowed')
  }
  if (req.method === 'PUT') return upload(cloud, req, res, object)
  if (req.method === 'GET' || req.method === 'HEAD') return download(cloud, req, res, object, url)
  return sendXml(res, 405, 'MethodNotAllowed', 'Only GET, HEAD and PUT')
}
