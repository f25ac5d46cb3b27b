// What does the contract say of the rest? Files up and down, functions that call functions, WeChat's open APIs.
import { codeOf } from '../harness'
import type { Case } from './case'
import { type Cloud, PREFIX, willRemove } from './cloud'

const CONTENT = Buffer.from('89504e470d0a1a0a', 'hex')
const NO_PHONE = 'WeChat is asked in the name of a phone that has just called; from a console nobody has'

const pathOf = (name: string): string => `${PREFIX.replaceAll('_', '-')}files/${name}`
const upload = async ({ app }: Cloud, name: string): Promise<string> => {
  const { fileID } = await app.uploadFile({ cloudPath: pathOf(name), fileContent: CONTENT as unknown as never })
  return willRemove(fileID)
}

const files: readonly Case[] = [
  {
    title: 'a file goes up and comes down as it was',
    calls: ['app.uploadFile', 'app.downloadFile'],
    run: async (cloud) => {
      const fileID = await upload(cloud, '封面-1.png')
      expect(fileID).toMatch(/^cloud:\/\/.+\/封面-1\.png$/)
      const { fileContent } = await cloud.app.downloadFile({ fileID })
      expect(Buffer.compare(fileContent as unknown as Buffer, CONTENT)).toBe(0)
    },
  },
  {
    title: 'a temporary address serves the file to anybody who has it',
    calls: ['app.getTempFileURL'],
    run: async (cloud) => {
      const fileID = await upload(cloud, 'two.png')
      const { fileList } = await cloud.app.getTempFileURL({ fileList: [{ fileID, maxAge: 600 }] })
      expect(fileList[0]).toMatchObject({ code: 'SUCCESS', fileID })
      const reply = await fetch(encodeURI(decodeURI(String(fileList[0]?.tempFileURL))))
      expect(reply.status).toBe(200)
      expect(Buffer.from(await reply.arrayBuffer()).equals(CONTENT)).toBe(true)
    },
  },
  {
    title: 'a missing file is named, and does not fail the others',
    calls: ['app.getTempFileURL'],
    run: async (cloud) => {
      const fileID = await upload(cloud, 'three.png')
      const missing = fileID.replace('three', 'none')
      const { fileList } = await cloud.app.getTempFileURL({ fileList: [fileID, missing] })
      expect(fileList.map((file: { code: string }) => file.code === 'SUCCESS')).toEqual([true, false])
    },
  },
  {
    title: 'what was prepared is put with its headers alone, as a browser does',
    calls: ['app.getUploadMetadata'],
    run: async (cloud) => {
      const cloudPath = pathOf('four.png')
      const { data } = await cloud.app.getUploadMetadata({ cloudPath })
      const headers = {
        Signature: data.authorization,
        'x-cos-security-token': data.token,
        'x-cos-meta-fileid': data.cosFileId,
        authorization: data.authorization,
        key: encodeURIComponent(cloudPath),
      }
      const { ok } = await fetch(data.url, { method: 'PUT', body: CONTENT, headers })
      expect(ok).toBe(true)
      const { fileContent } = await cloud.app.downloadFile({ fileID: willRemove(data.fileId) })
      expect(Buffer.compare(fileContent as unknown as Buffer, CONTENT)).toBe(0)
    },
  },
  {
    title: 'a deleted file is gone',
    calls: ['app.deleteFile', 'app.downloadFile'],
    run: async (cloud) => {
      const fileID = await upload(cloud, 'five.png')
      const { fileList } = await cloud.app.deleteFile({ fileList: [fileID] })
      expect(fileList[0]?.code).toBe('SUCCESS')
      expect(await codeOf(cloud.app.downloadFile({ fileID }))).toBeDefined()
    },
  },
]

const others: readonly Case[] = [
  {
    title: 'a function is given its event and its reply comes back',
    calls: ['app.callFunction'],
    needsEcho: true,
    run: async ({ app, echo = '' }) => {
      const data = { action: 'x', payload: { text: '涟漪', n: 1, list: [null, true] } }
      expect((await app.callFunction({ name: echo, data })).result).toEqual(data)
    },
  },
  {
    title: 'a function that is not there is refused',
    calls: ['app.callFunction'],
    run: async ({ app }) => {
      expect(await codeOf(app.callFunction({ name: 'ripple-contract-none', data: {} }))).toBeDefined()
    },
  },
  {
    title: 'an open API of WeChat answers through callWxOpenApi',
    calls: ['app.callWxOpenApi'],
    onlyLocal: NO_PHONE,
    run: async ({ app }) => {
      const requestData = { version: 2, scene: 1, openid: 'o-1', content: '今天的咖啡' }
      const { result } = await app.callWxOpenApi({ apiName: '/wxa/msg_sec_check', requestData } as never)
      expect(result).toMatchObject({ errcode: 0, result: { suggest: 'pass' } })
    },
  },
  {
    title: 'an open API that answers bytes gives them through callCompatibleWxOpenApi',
    calls: ['app.callCompatibleWxOpenApi'],
    onlyLocal: NO_PHONE,
    run: async ({ app }) => {
      const requestData = Buffer.from(JSON.stringify({ scene: 's=1', page: 'pages/read/index' }))
      const png: unknown = await app.callCompatibleWxOpenApi({
        apiName: '/wxa/getwxacodeunlimit',
        requestData,
      } as never)
      expect((png as Buffer).subarray(1, 4).toString()).toBe('PNG')
    },
  },
]

export const platform: readonly Case[] = [...files, ...others]
