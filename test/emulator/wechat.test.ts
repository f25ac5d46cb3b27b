// Do the WeChat stand-ins answer as WeChat would, and can a phone scan their code?
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import jsQR from 'jsqr'
import type { Cloud } from '../../emulator/cloud'
import { wxTokenOf } from '../../emulator/functions/context'
import { startWechatApi, type WechatApi } from '../../emulator/wechat/api-server'
import { type ContentSaid, contentDeskOf } from '../../emulator/wechat/content-desk'
import { refusedLeave } from '../../emulator/wechat/leave'
import { deskOf } from '../../emulator/wechat/messages'
import { codeOf, type Lab, openLab } from './harness'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab.close())

const codeFor = (fields: object) =>
  lab.app.callCompatibleWxOpenApi({
    apiName: '/wxa/getwxacodeunlimit',
    requestData: Buffer.from(JSON.stringify(fields)),
  } as never) as Promise<unknown>

const decodeQr = async (png: Buffer) => {
  const image = await loadImage(png)
  const pen = createCanvas(image.width, image.height).getContext('2d')
  pen.drawImage(image, 0, 0)
  const { data } = pen.getImageData(0, 0, image.width, image.height)
  return {
    text: jsQR(new Uint8ClampedArray(data), image.width, image.height)?.data,
    width: image.width,
    height: image.height,
  }
}

describe('mini program code', () => {
  it.each([280, 430, 1280])('is a square picture of %i that scans', async (width) => {
    const png = (await codeFor({ scene: 's=abc-123', page: 'pages/read/index', width, check_path: false })) as Buffer
    expect(Buffer.isBuffer(png)).toBe(true)
    expect(await decodeQr(png)).toEqual({
      text: `${lab.emulator.url}/#/pages/read/index?scene=s%3Dabc-123`,
      width,
      height: width,
    })
  })

  it('answers a request wrapped as wx-server-sdk wraps it in the same wrapping', async () => {
    const field = (id: number, content: Buffer) => Buffer.concat([Buffer.from([id * 8 + 2, content.length]), content])
    const pairs = Object.entries({ scene: 'wrapped', page: 'pages/read/index' }).map(([key, value]) =>
      field(1, Buffer.concat([field(1, Buffer.from(key)), field(2, Buffer.from(JSON.stringify(value)))])),
    )
    const ask = (requestData: Buffer) =>
      lab.app.callCompatibleWxOpenApi({ apiName: 'wxacode.getUnlimited', requestData } as never) as Promise<unknown>
    const reply = (await ask(Buffer.concat([Buffer.from([8, 0]), field(2, Buffer.concat(pairs))]))) as Buffer
    const png = reply.subarray(reply.indexOf(Buffer.from('89504e47', 'hex')))
    expect((await decodeQr(png)).text).toContain('scene=wrapped')
    const refused = (await ask(Buffer.concat([Buffer.from([8, 0]), field(2, Buffer.alloc(0))]))) as Buffer
    expect(refused.toString('utf8')).toContain('40169')
  })

  it('also comes through callWxOpenApi, in base64', async () => {
    const { result } = (await lab.app.callWxOpenApi({
      apiName: '/wxa/getwxacodeunlimit',
      requestData: { scene: 'x', page: 'pages/read/index' },
    } as never)) as unknown as { result: { contentType: string; buffer: string } }
    expect(result.contentType).toBe('image/png')
    expect((await decodeQr(Buffer.from(result.buffer, 'base64'))).text).toContain('scene=x')
  })

  it.each([
    ['a scene above 32', { scene: 'x'.repeat(33), page: 'pages/read/index' }, 40169],
    ['a scene with Chinese', { scene: '转发', page: 'pages/read/index' }, 40169],
    ['a page with a slash before', { scene: 'x', page: '/pages/read/index' }, 41030],
    ['a page with a query', { scene: 'x', page: 'pages/read/index?a=1' }, 41030],
  ])('refuses %s', async (_name, fields, errcode) => {
    expect(await codeFor(fields)).toMatchObject({ errcode })
  })
})

describe('content check', () => {
  const check = async (fields: object) =>
    (
      (await lab.app.callWxOpenApi({ apiName: '/wxa/msg_sec_check', requestData: fields } as never)) as unknown as {
        result: object
      }
    ).result
  const fine = { version: 2, scene: 1, openid: 'o-1', content: '今天的咖啡' }

  it('passes a plain text and flags a marked one', async () => {
    expect(await check(fine)).toMatchObject({ errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 } })
    expect(await check({ ...fine, content: '这里有违规测试词。' })).toMatchObject({
      errcode: 0,
      result: { suggest: 'risky', label: 20006 },
    })
  })

  it.each<[ContentSaid | undefined, object]>([
    ['review', { errcode: 0, result: { suggest: 'review', label: 21_000 } }],
    ['risky', { errcode: 0, result: { suggest: 'risky', label: 20_006 } }],
    [{ errcode: 45009 }, { errcode: 45009 }],
    [undefined, { errcode: 0, result: { suggest: 'pass', label: 100 } }],
  ])('says %j when a test has it say so', async (said, answer) => {
    const desk = contentDeskOf(path.join(lab.dir, 'data'))
    desk.script = () => said
    expect(await check(fine)).toMatchObject(answer)
    expect(desk.log.at(-1)).toMatchObject({ kind: 'text', openid: 'o-1', content: fine.content })
    desk.script = () => undefined
  })

  it('refuses as WeChat does', async () => {
    expect(await check({ ...fine, openid: undefined })).toMatchObject({ errcode: 61010 })
    expect(await check({ ...fine, version: 1 })).toMatchObject({ errcode: 40097 })
    expect(await check({ ...fine, content: '字'.repeat(2501) })).toMatchObject({ errcode: 45002 })
  })
})

describe('a one-time message', () => {
  const message = {
    touser: 'o-rep',
    template_id: 'T1',
    page: 'pages/feed/index',
    data: { thing1: { value: '《周末遛娃清单》' }, thing2: { value: '1 位客户刚读了 5 分钟' } },
  }
  const send = async (fields: object) =>
    (
      (await lab.app.callWxOpenApi({
        apiName: '/cgi-bin/message/subscribe/send',
        requestData: fields,
      } as never)) as unknown as { result: object }
    ).result

  it('is kept in the log of this cloud', async () => {
    expect(await send(message)).toEqual({ errcode: 0, errmsg: 'ok' })
    expect(deskOf(path.join(lab.dir, 'data')).log.at(-1)).toEqual({
      kind: 'subscribe',
      touser: 'o-rep',
      templateId: 'T1',
      page: 'pages/feed/index',
      data: { thing1: '《周末遛娃清单》', thing2: '1 位客户刚读了 5 分钟' },
      errcode: 0,
    })
  })

  it.each([43101, 43104])('is refused with %i when a test says so', async (errcode) => {
    const desk = deskOf(path.join(lab.dir, 'data'))
    desk.script = () => errcode
    expect(await send(message)).toMatchObject({ errcode })
    desk.script = () => 0
  })

  it.each([
    ['nobody to go to', { ...message, touser: '' }, 40003],
    ['no template', { ...message, template_id: undefined }, 40037],
    ['a thing above 20 characters', { ...message, data: { thing1: { value: '长'.repeat(21) } } }, 47003],
    ['no data', { ...message, data: {} }, 47003],
  ])('with %s is refused', async (_name, fields, errcode) => {
    expect(await send(fields)).toMatchObject({ errcode })
  })
})

describe('in place of api.weixin.qq.com', () => {
  const app = { appId: 'wx-app', secret: 'top' }
  let api: WechatApi
  beforeAll(async () => {
    api = await startWechatApi(app)
  })
  afterAll(() => api.stop())
  const post = async (address: string, body: object) =>
    (await (await fetch(`${api.url}${address}`, { method: 'POST', body: JSON.stringify(body) })).json()) as {
      errcode?: number
      access_token?: string
    }
  const tokenFor = (change: object = {}) =>
    post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: 'wx-app', secret: 'top', ...change })
  const send = (token: string, change: object = {}) =>
    post(`/cgi-bin/message/wxopen/employeerelationmsg/send?access_token=${token}`, {
      touser: 'o-rep',
      template_id: 'E1',
      data: JSON.stringify({ data: { thing1: { value: '新素材' } } }),
      ...change,
    })

  it('a token is stable, and needs the secret', async () => {
    const { access_token: token } = await tokenFor()
    expect(await tokenFor()).toMatchObject({ access_token: token, expires_in: 7_200 })
    expect(await tokenFor({ secret: 'wrong' })).toMatchObject({ errcode: 40125 })
  })

  it('a 用工 message needs a good token and its data as JSON text', async () => {
    const { access_token: token = '' } = await tokenFor()
    expect(await send(token)).toEqual({ errcode: 0, errmsg: 'ok' })
    expect(api.desk.log).toEqual([expect.objectContaining({ kind: 'employee', data: { thing1: '新素材' } })])
    expect(await send(token, { data: { thing1: { value: '新素材' } } })).toMatchObject({ errcode: 40097 })
    api.expireTokens()
    expect(await send(token)).toMatchObject({ errcode: 40001 })
  })

  it.each([40256, 50001, 43104])('a test may have it refused with %i', async (errcode) => {
    api.desk.script = () => errcode
    const { access_token: token = '' } = await tokenFor()
    expect(await send(token)).toMatchObject({ errcode })
  })
})

it('refuses any other open API by name', async () => {
  await expect(lab.app.callWxOpenApi({ apiName: '/wxa/unknown', requestData: {} } as never)).rejects.toMatchObject({
    code: 'EMULATOR_UNSUPPORTED',
    message: expect.stringContaining('/wxa/unknown'),
  })
  expect(
    await codeOf(
      lab.app.callCompatibleWxOpenApi({ apiName: '/wxa/unknown', requestData: '{}' } as never) as Promise<unknown>,
    ),
  ).toBe('EMULATOR_UNSUPPORTED')
})

describe('image check', () => {
  const check = async (fields: object) =>
    (await lab.app.callWxOpenApi({ apiName: '/wxa/media_check_async', requestData: fields } as never)) as unknown as {
      result: { errcode: number; trace_id?: string }
    }
  const fine = { media_url: 'https://x.example/a.jpg', media_type: 2, version: 2, scene: 4, openid: 'oSomebody' }
  test('it is taken, and its verdict comes later', async () => {
    const { result } = await check(fine)
    expect(result).toMatchObject({ errcode: 0, errmsg: 'ok' })
    expect(result.trace_id).toMatch(/^[0-9a-f-]{36}$/)
  })
  test.each([
    ['no openid', { openid: undefined }, 61010],
    ['sound', { media_type: 1 }, 40097],
    ['another version', { version: 1 }, 40097],
    ['no address', { media_url: 'cloud://x/a.jpg' }, 44004],
  ])('refused: %s', async (_, change, errcode) => {
    expect((await check({ ...fine, ...change })).result).toMatchObject({ errcode })
  })
})

describe('a function asks WeChat', () => {
  const api = 'security.msgSecCheck'
  const mayAsk = (token: unknown) => refusedLeave({ options: { functionsDir: lab.dir } } as Cloud, token, api)
  test.each([
    ['with its leave', { openapi: ['wxacode.getUnlimited', api] }, undefined],
    ['without it', { openapi: ['wxacode.getUnlimited'] }, -604101],
    ['with an empty config', undefined, -604101],
  ])('%s', (_, permissions, errcode) => {
    mkdirSync(path.join(lab.dir, 'asker'), { recursive: true })
    writeFileSync(path.join(lab.dir, 'asker/config.json'), JSON.stringify({ permissions }))
    expect(mayAsk(wxTokenOf('asker'))?.errcode).toBe(errcode)
  })
  test('without any config', () => expect(mayAsk(wxTokenOf('bare'))?.errcode).toBe(-604101))
})
