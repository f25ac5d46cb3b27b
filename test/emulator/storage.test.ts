// Do files go up, come down by an address that expires, and stay inside their folder?
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { codeOf, type Lab, openLab } from './harness'

let lab: Lab
const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex')

beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab.close())

const upload = async (cloudPath: string, content = PNG) =>
  (await lab.app.uploadFile({ cloudPath, fileContent: content as unknown as never })).fileID
const urlOf = async (fileID: string, maxAge = 60) => {
  const { fileList } = await lab.app.getTempFileURL({ fileList: [{ fileID, maxAge }] })
  return String(fileList[0]?.tempFileURL)
}
const admin = async (params: object) =>
  (await fetch(`${lab.emulator.url}/admin`, { method: 'POST', body: JSON.stringify(params) })).json()

it('uploads, downloads, copies and deletes through the SDK', async () => {
  const fileID = await upload('posts/封面 图'.replace(' ', '-').concat('.png'))
  expect(fileID).toMatch(/^cloud:\/\/ripple-local\..+\/posts\/封面-图\.png$/)
  const { fileContent } = await lab.app.downloadFile({ fileID })
  expect(Buffer.compare(fileContent as unknown as Buffer, PNG)).toBe(0)
  const copied = await lab.app.copyFile({ fileList: [{ srcPath: 'posts/封面-图.png', dstPath: 'copy/封面-图.png' }] })
  expect(copied.fileList[0]?.code).toBe('SUCCESS')
  const { fileList } = await lab.app.deleteFile({ fileList: [fileID] })
  expect(fileList[0]?.code).toBe('SUCCESS')
  expect((await lab.app.getTempFileURL({ fileList: [fileID] })).fileList[0]?.code).toBe('STORAGE_FILE_NONEXIST')
})

it('a file that is deleted while it is fetched arrives whole or is not there; nothing breaks', async () => {
  const content = Buffer.alloc(300_000, PNG)
  for (let round = 0; round < 30; round++) {
    const fileID = await upload(`gone/${round}.png`, content)
    const url = await urlOf(fileID)
    const fetched = Array.from({ length: 6 }, () =>
      fetch(url).then(async (response) => [response.status, (await response.arrayBuffer()).byteLength]),
    )
    await new Promise((pass) => setTimeout(pass, round / 4)) // somewhere on the way
    await lab.app.deleteFile({ fileList: [fileID] })
    for (const [status, bytes] of await Promise.all(fetched))
      expect(status === 404 || bytes === content.length).toBe(true)
  }
})

it('serves a file to any origin with its type and size', async () => {
  const response = await fetch(encodeURI(await urlOf(await upload('a/one.bin'))), {
    headers: { origin: 'https://servicewechat.com' },
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/png')
  expect(response.headers.get('content-length')).toBe(String(PNG.length))
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
})

it('refuses an address that is forged, expired or for another file', async () => {
  const url = new URL(encodeURI(await urlOf(await upload('a/two.png'))))
  const forged = new URL(url)
  forged.searchParams.set('sign', '0'.repeat(64))
  const stretched = new URL(url)
  stretched.searchParams.set('t', String(Number(url.searchParams.get('t')) + 1000))
  const other = new URL(url)
  other.pathname = '/storage/a/one.bin'
  for (const bad of [forged, stretched, other]) expect((await fetch(bad)).status).toBe(403)
  const brief = await urlOf(await upload('a/three.png'), 1)
  await new Promise((resolve) => setTimeout(resolve, 1100))
  expect((await fetch(encodeURI(brief))).status).toBe(403)
})

it.each(['../outside.txt', 'a/../../outside.txt', '/etc/passwd', 'a//b', 'a/./b', 'a\\b', 'a\u0000b', ''])(
  'refuses the path %j',
  async (cloudPath) => {
    expect((await admin({ action: 'storage.getUploadMetadata', path: cloudPath })).code).toBe('INVALID_PARAM')
  },
)

it('refuses a traversal in the address itself', async () => {
  expect((await fetch(`${lab.emulator.url}/storage/..%2f..%2fdatabase.sqlite?sign=x&t=9999999999`)).status).toBe(400)
  expect(existsSync(path.join(lab.dir, 'outside.txt'))).toBe(false)
})

it('refuses an unsigned upload and one above 20 MB', async () => {
  const { data } = await admin({ action: 'storage.getUploadMetadata', path: 'big.bin', method: 'put' })
  const unsigned = await fetch(data.url, { method: 'PUT', body: 'x' })
  expect(unsigned.status).toBe(403)
  const body = Readable.toWeb(Readable.from(Array.from({ length: 21 }, () => Buffer.alloc(1024 * 1024)))) as BodyInit
  const put = fetch(data.url, {
    method: 'PUT',
    body,
    headers: { authorization: data.authorization },
    duplex: 'half',
  } as RequestInit)
  const status = await put.then(
    (r) => r.status,
    () => 'cut off',
  )
  expect([400, 'cut off']).toContain(status)
  expect(
    (await admin({ action: 'storage.batchGetDownloadUrl', file_list: [{ fileid: data.fileId }] })).data.download_list[0]
      .code,
  ).toBe('STORAGE_FILE_NONEXIST')
})

it('lets a browser upload with the signature it was given', async () => {
  const { data } = await admin({ action: 'storage.getUploadMetadata', path: 'web/up.png', method: 'put' })
  const preflight = await fetch(data.url, {
    method: 'OPTIONS',
    headers: { origin: 'http://hq.example', 'access-control-request-headers': 'authorization,x-cos-security-token' },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization')
  const put = await fetch(data.url, {
    method: 'PUT',
    body: PNG,
    headers: { authorization: data.authorization, origin: 'http://hq.example' },
  })
  expect(put.status).toBe(200)
  expect((await fetch(encodeURI(await urlOf(data.fileId)))).status).toBe(200)
})

it('names one missing file without failing the others', async () => {
  const fileID = await upload('a/four.png')
  const missing = fileID.replace('four', 'none')
  const { fileList } = await lab.app.getTempFileURL({ fileList: [fileID, missing, 'cloud://other.env/x.png'] })
  expect(fileList.map((f: { code: string }) => f.code)).toEqual([
    'SUCCESS',
    'STORAGE_FILE_NONEXIST',
    'STORAGE_FILE_NONEXIST',
  ])
  expect(await codeOf(lab.app.downloadFile({ fileID: missing }))).toBeDefined()
})
