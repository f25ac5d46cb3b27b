// What does an object store answer? The few requests of cos that a deployment makes, as cloud.tencent.com/document/product/436 has them.
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export type Bucket = Map<string, Buffer>
type Reply = { status: number; headers: Record<string, string>; text: string }

const etagOf = (bytes: Buffer): string => `"${createHash('md5').update(bytes).digest('hex')}"`
const xml = (root: string, inner: string): Reply => ({
  ...{ status: 200, headers: { 'content-type': 'application/xml' } },
  text: `<?xml version="1.0" encoding="UTF-8"?><${root}>${inner}</${root}>`,
})
const stored = (bytes: Buffer): Reply => ({ status: 200, headers: { etag: etagOf(bytes) }, text: '' })

const list = (bucket: Bucket, query: URLSearchParams): Reply => {
  const prefix = query.get('prefix') ?? ''
  const keys = [...bucket.keys()].filter((key) => key.startsWith(prefix)).sort()
  const items = keys.map((key) => {
    const bytes = bucket.get(key) ?? Buffer.alloc(0)
    return `<Contents><Key>${key}</Key><ETag>${etagOf(bytes)}</ETag><Size>${bytes.length}</Size></Contents>`
  })
  return xml('ListBucketResult', `<IsTruncated>false</IsTruncated>${items.join('')}`)
}

/** One part at a time is enough for what tests send. */
const multipart = (bucket: Bucket, key: string, req: IncomingMessage, query: URLSearchParams, body: Buffer): Reply => {
  if (req.method === 'GET') return xml('ListMultipartUploadsResult', '<IsTruncated>false</IsTruncated>')
  if (query.has('uploads')) return xml('InitiateMultipartUploadResult', `<Key>${key}</Key><UploadId>u1</UploadId>`)
  if (req.method === 'PUT') {
    bucket.set(key, body)
    return stored(body)
  }
  const etag = etagOf(bucket.get(key) ?? body)
  return xml('CompleteMultipartUploadResult', `<Location>here</Location><Key>${key}</Key><ETag>${etag}</ETag>`)
}

export const cosReply = (bucket: Bucket, req: IncomingMessage, body: Buffer): Reply => {
  const url = new URL(req.url ?? '/', 'http://cos')
  const key = decodeURIComponent(url.pathname).replace(/^\/+/, '')
  const { searchParams: query } = url
  if (query.has('uploads') || query.has('uploadId')) return multipart(bucket, key, req, query, body)
  if (req.method === 'GET' && key === '') return list(bucket, query)
  if (req.method === 'HEAD') return { status: bucket.has(key) ? 200 : 404, headers: {}, text: '' }
  if (req.method === 'DELETE') {
    bucket.delete(key)
    return { status: 204, headers: {}, text: '' }
  }
  const source = req.headers['x-cos-copy-source']
  if (typeof source !== 'string') {
    bucket.set(key, body)
    return stored(body)
  }
  const from = bucket.get(decodeURIComponent(source.slice(source.indexOf('/') + 1)))
  if (!from)
    return {
      status: 404,
      headers: { 'content-type': 'application/xml' },
      text: '<Error><Code>NoSuchKey</Code></Error>',
    }
  bucket.set(key, from)
  return xml('CopyObjectResult', `<ETag>${etagOf(from)}</ETag>`)
}
