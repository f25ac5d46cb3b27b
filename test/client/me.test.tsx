// May a guide put her picture on her name card, change it and take it away, and is she told what happens to it?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import Me from '../../client/pages/me/index'
import { queries } from '../../client/platform/queries'
import { resetTaro } from '../support/client-taro'
import { answer, answerAsked, callsOf, hold, loseSignal, refuse, resetCloud } from '../support/reader-phone'
import { demoKit, demoMe } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'
import phoneTaro, { resetPhone } from '../support/rep-taro'

const RAW = 'cloud://x/raw/m1/avatar'
const PLACE = { uploadUrl: 'https://up/here', headers: { key: 'raw' }, fileId: RAW }
const FIRST = { fileId: 'cloud://x/avatars/m1-1.jpg', url: 'https://cloud/m1-1.jpg' }
const OTHER = { fileId: 'cloud://x/avatars/m1-2.jpg', url: 'https://cloud/m1-2.jpg' }
const WHERE = '会出现在你的名片和海报上'

/** Uploads of this device: held open until `done`, which answers with a status (0: the line broke). */
type Sent = {
  url: string
  content: unknown
  headers: Record<string, string>
  progress: (part: number) => void
  done: (status: number) => void
}
const sent: Sent[] = []

class FakeRequest {
  upload: { onprogress?: (event: object) => void } = {}
  onload = (): void => undefined
  onerror = (): void => undefined
  status = 0
  private url = ''
  private headers: Record<string, string> = {}
  open(_: string, url: string) {
    this.url = url
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value
  }
  send(content: unknown) {
    const done = (status: number) => {
      this.status = status
      if (status === 0) this.onerror()
      else this.onload()
    }
    const progress = (part: number) =>
      this.upload.onprogress?.({ lengthComputable: true, loaded: part * 100, total: 100 })
    sent.push({ url: this.url, content, headers: this.headers, progress, done })
  }
}

/** The phone's files, and uploads as WeChat makes them. */
const files = new Map<string, ArrayBuffer>()
type Read = { filePath: string; success: (read: { data: ArrayBuffer }) => void; fail: () => void }
Object.assign(phoneTaro, {
  getFileSystemManager: () => ({
    readFile: ({ filePath, success, fail }: Read) => {
      const data = files.get(filePath)
      if (data) success({ data })
      else fail()
    },
  }),
  request: ({ url, data, header }: { url: string; data: unknown; header: Record<string, string> }) =>
    new Promise((ready, fail) => {
      const done = (status: number) => (status === 0 ? fail(new Error('broke')) : ready({ statusCode: status }))
      sent.push({ url, content: data, headers: header, progress: () => undefined, done })
    }),
})

const picture = (name = 'me.jpg', type = 'image/jpeg', bytes = 1_000) => {
  const file = new File(['x'], name, { type })
  return Object.defineProperty(file, 'size', { value: bytes })
}
const choose = async (file: File) => {
  fireEvent.change(document.getElementById('picture-file') as HTMLElement, { target: { files: [file] } })
  await settle()
}
const chooseInWeChat = async (avatarUrl: unknown) => {
  const button = document.getElementById('pick-picture') as HTMLElement
  fireEvent(button, new CustomEvent('chooseavatar', { detail: { avatarUrl } }))
  await settle()
}
const finish = async (status = 200) => {
  act(() => sent[sent.length - 1]?.done(status))
  await settle()
}
const openType = () => {
  const button = document.getElementById('pick-picture') as HTMLElement & { openType?: string }
  return button.openType ?? null
}
const image = () => document.querySelector('.avatar-image')?.getAttribute('src') ?? null
const openMe = async (avatar: typeof FIRST | null = null) => {
  answer('me.see', () => ({ ...demoMe(), avatar }))
  open(Me)
  await settle()
}

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  Object.assign(globalThis, { XMLHttpRequest: FakeRequest })
  sent.length = 0
  files.clear()
  resetTaro()
  resetPhone()
  resetCloud()
  queries.clear()
  answer('avatar.prepare', () => PLACE)
  answer('avatar.take', ({ fileId }) => ({ avatar: fileId === null ? null : OTHER }))
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
})

test('without a picture: the first character of her name, what to do, and where it will show', async () => {
  await openMe()
  expect(image()).toBeNull()
  expect(document.querySelector('.avatar')?.textContent).toBe('许')
  for (const text of ['放一张', WHERE]) expect(screen.getByText(text)).toBeTruthy()
  expect(screen.queryByText('去掉')).toBeNull()
})

test('with one: the picture, named after her, to be changed or taken away', async () => {
  await openMe(FIRST)
  await waitFor(() => expect(image()).toBe(FIRST.url))
  expect(document.querySelector('.avatar-image')?.getAttribute('alt')).toBe('许婉清')
  for (const text of ['换一张', '去掉', WHERE]) expect(screen.getByText(text)).toBeTruthy()
})

test('in a browser a file is sent, looked at and shown; she sees how far it is', async () => {
  await openMe()
  const release = hold('avatar.take')
  const file = picture()
  await choose(file)
  expect(sent[0]).toMatchObject({ url: PLACE.uploadUrl, headers: PLACE.headers })
  expect(sent[0]?.content).toBe(file)
  act(() => sent[0]?.progress(0.42))
  expect(screen.getByText('正在传，42%')).toBeTruthy()
  await finish()
  expect(screen.getByText('传好了，正在检查')).toBeTruthy()
  release()
  await settle()
  expect(callsOf('avatar.take').map(({ payload }) => payload)).toEqual([{ fileId: RAW }])
  expect(image()).toBe(OTHER.url)
  expect(screen.queryByText(/正在/)).toBeNull()
})

test('in WeChat the picture that WeChat gives is read and sent', async () => {
  process.env.TARO_ENV = 'weapp'
  const bytes = new ArrayBuffer(8)
  files.set('wxfile://tmp_1.jpg', bytes)
  await openMe()
  await chooseInWeChat('wxfile://tmp_1.jpg')
  expect(sent).toMatchObject([{ url: PLACE.uploadUrl, headers: PLACE.headers }])
  expect(sent[0]?.content).toBe(bytes)
  expect(openType()).toBeNull() // WeChat does not ask again while it is on its way
  await finish()
  expect(openType()).toBe('chooseAvatar')
  expect(image()).toBe(OTHER.url)
})

test.each([[undefined], ['']])('in WeChat she changes her mind (%j): nothing is sent', async (nothing) => {
  process.env.TARO_ENV = 'weapp'
  await openMe(FIRST)
  await chooseInWeChat(nothing)
  expect(callsOf('avatar.prepare')).toHaveLength(0)
  expect(image()).toBe(FIRST.url)
})

test('kits that the phone remembers show the new picture too, and none when it is taken away', async () => {
  queries.setQueryData(['rep', 'kit.open', 'p1'], { ...demoKit(), card: { ...demoKit().card, avatar: FIRST } })
  const card = () => queries.getQueryData<ReturnType<typeof demoKit>>(['rep', 'kit.open', 'p1'])?.card
  await openMe(FIRST)
  await choose(picture())
  await finish()
  expect(card()).toEqual({ name: '许婉清', store: '静安店', avatar: OTHER })
  fireEvent.click(screen.getByText('去掉'))
  await settle()
  expect(callsOf('avatar.take')[1]?.payload).toEqual({ fileId: null })
  expect(card()?.avatar).toBeNull()
  expect(image()).toBeNull()
  expect(screen.getByText('放一张')).toBeTruthy()
})

test('an older answer of me.see that comes late does not bring the earlier picture back', async () => {
  await openMe(FIRST)
  const release = hold('me.see')
  void queries.refetchQueries({ queryKey: ['rep', 'me.see'] })
  await choose(picture())
  answer('me.see', () => ({ ...demoMe(), avatar: OTHER })) // to who asks from now on
  await finish()
  expect(image()).toBe(OTHER.url)
  release()
  await settle()
  expect(image()).toBe(OTHER.url)
})

test.each([
  ['too large', picture('big.jpg', 'image/jpeg', 11 * 1024 * 1024), '这张超过 10 MB，压小一点再传'],
  ['a PDF', picture('a.pdf', 'application/pdf'), '这不是 JPEG、PNG 或 WebP，换一张'],
  ['empty', picture('a.png', 'image/png', 0), '这张是空的，换一张'],
])('a file that is %s is refused before it is sent', async (_, file, words) => {
  await openMe()
  await choose(file)
  expect(screen.getByText(words).getAttribute('role')).toBe('alert')
  expect(callsOf('avatar.prepare')).toHaveLength(0)
  await choose(picture())
  expect(screen.queryByText(words)).toBeNull()
})

test('the line breaks: said, what she had stays, and one press tries the same picture again', async () => {
  await openMe(FIRST)
  const file = picture()
  await choose(file)
  await finish(0)
  expect(screen.getByText('网络不通，连上后再试')).toBeTruthy()
  expect(image()).toBe(FIRST.url)
  fireEvent.click(screen.getByText('再试一次'))
  await settle()
  expect(sent[1]?.content).toBe(file)
  await finish()
  expect(image()).toBe(OTHER.url)
  expect(screen.queryByText('再试一次')).toBeNull()
})

test('the cloud says why it is no picture; she reads its sentence', async () => {
  const message = '图片已损坏，请换一张或重新导出。'
  answerAsked('avatar.take', () => ({ ok: false, error: { code: 'invalid', message, trace: 't1' } }))
  await openMe()
  await choose(picture())
  await finish()
  expect(screen.getByText(message)).toBeTruthy()
  expect(image()).toBeNull()
})

test.each([
  ['no signal', () => loseSignal('avatar.take')],
  ['a stumble of the cloud', () => refuse('avatar.take', 'internal')],
])('taking it away with %s: it stays, and can be tried again', async (_, fail) => {
  fail()
  await openMe(FIRST)
  fireEvent.click(screen.getByText('去掉'))
  await settle()
  expect(image()).toBe(FIRST.url)
  answer('avatar.take', () => ({ avatar: null }))
  fireEvent.click(screen.getByText('再试一次'))
  await settle()
  expect(image()).toBeNull()
})

test('one at a time: while a picture is on its way it is neither replaced nor taken away', async () => {
  await openMe(FIRST)
  await choose(picture())
  await choose(picture('second.jpg'))
  fireEvent.click(screen.getByText('去掉'))
  await settle()
  expect(sent).toHaveLength(1)
  expect(callsOf('avatar.take')).toHaveLength(0)
})

test('a picture that does not open gives way to her name', async () => {
  await openMe(FIRST)
  fireEvent(document.querySelector('.avatar-image') as HTMLElement, new CustomEvent('error'))
  await settle()
  expect(document.querySelector('.avatar')?.textContent).toBe('许')
})
