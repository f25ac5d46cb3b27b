// Photos of a consultation: does each arrive by itself, is one that failed tried again by itself, and what may not be sent?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { act, fireEvent, screen } from '@testing-library/react'
import { openSheet, resetFile, said, tap, tapId, text, type } from '../support/file-screen'
import { answer, callsOf } from '../support/reader-phone'
import { demoNote } from '../support/rep-answers'
import { settle } from '../support/rep-screen'
import phoneTaro from '../support/rep-taro'

/** Uploads as a browser makes them; each ends when the test says how. */
const uploads: { url: string; end: (status: number) => Promise<void> }[] = []
class FakeRequest {
  upload: { onprogress?: (event: object) => void } = {}
  onload = (): void => undefined
  onerror = (): void => undefined
  status = 0
  timeout = 0
  private url = ''
  open(_: string, url: string) {
    this.url = url
  }
  setRequestHeader() {}
  send() {
    const end = async (status: number) => {
      act(() => {
        this.status = status
        if (status === 0) this.onerror()
        else this.onload()
      })
      await settle(20)
    }
    uploads.push({ url: this.url, end })
  }
}
const real = globalThis.XMLHttpRequest

const file = (name: string, type = 'image/jpeg', bytes = 1_000) =>
  Object.defineProperty(new File(['x'], name, { type }), 'size', { value: bytes })
const choose = async (...files: File[]) => {
  fireEvent.change(document.querySelector('#photo-files') as Element, { target: { files } })
  await settle(20)
}
const rows = () => [...document.querySelectorAll('.photo-words')].map((row) => row.textContent)
const openConsultation = async () => {
  await openSheet()
  await tap('更多')
  await tap('咨询')
}

beforeEach(() => {
  resetFile()
  uploads.length = 0
  Object.assign(globalThis, { XMLHttpRequest: FakeRequest })
  let places = 0
  answer('photo.prepare', () => {
    places += 1
    return { uploadUrl: `https://up/${places}`, headers: {}, fileId: `raw/${places}` }
  })
  answer('photo.take', ({ fileId }) => ({
    ...{ fileId: `kept/${String(fileId).slice(4)}`, url: `https://cloud/${fileId}.jpg`, width: 900, height: 900 },
  }))
  answer('note.write', ({ noteId, photos }) => ({
    note: demoNote({
      ...{ noteId: noteId as string, kind: 'consultation' as const, text: '两颊发干' },
      photos: (photos as string[]).map((fileId) => ({ fileId, url: `https://cloud/${fileId}.jpg` })),
    }),
    ...{ kept: true, talk: false },
  }))
})
afterEach(() => {
  Object.assign(globalThis, { XMLHttpRequest: real })
  jest.restoreAllMocks()
})

test('one after the other; one that broke off is tried again by itself, and then all are kept with the note', async () => {
  await openConsultation()
  await type('note-text', '两颊发干')
  await choose(file('1.jpg'), file('2.jpg'))
  expect(uploads).toHaveLength(1)
  await uploads[0]?.end(0)
  expect(rows()).toEqual(['第 1 张没传上：网络不通，连上后再试', '第 2 张正在传，0%'])
  await uploads[1]?.end(200)
  await tap('记下') // not yet: one is still missing
  expect(said('note.write')).toEqual([])
  await tap('再试一次')
  await uploads[2]?.end(200)
  expect(rows()).toEqual(['第 1 张传好了', '第 2 张传好了'])
  await tap('记下')
  expect(said('note.write')[0]).toMatchObject({ kind: 'consultation', photos: ['kept/3', 'kept/2'] })
  expect(document.querySelectorAll('.note-photo')).toHaveLength(2)
})

test('one that cannot be brought is left out, and the note is kept without it', async () => {
  await openConsultation()
  await type('note-text', '两颊发干')
  await choose(file('1.jpg'))
  await uploads[0]?.end(0)
  await tap('去掉')
  await tap('记下')
  expect(said('note.write')[0]).toMatchObject({ photos: [] })
})

test('photos alone are enough', async () => {
  await openConsultation()
  await choose(file('1.jpg'))
  await uploads[0]?.end(200)
  await tapId('keep-note')
  expect(said('note.write')[0]).toMatchObject({ text: '', photos: ['kept/1'] })
})

test.each([
  ['what a phone keeps but nobody can show', file('1.heic', 'image/heic'), '这张是 HEIC'],
  ['what is no picture', file('1.pdf', 'application/pdf'), '这不是 JPEG、PNG 或 WebP'],
  ['what is too big', file('1.jpg', 'image/jpeg', 11 * 1024 * 1024), '这张超过 10 MB'],
])('%s is not sent', async (_, picked, words) => {
  await openConsultation()
  await choose(picked)
  expect(text()).toContain(words)
  expect(callsOf('photo.prepare')).toEqual([])
})

test('no more than six', async () => {
  await openConsultation()
  await choose(...[1, 2, 3, 4, 5, 6, 7].map((n) => file(`${n}.jpg`)))
  expect(rows()).toHaveLength(6)
  expect(screen.queryByText('选照片')).toBeNull()
})

test('in WeChat its own album is asked, for as many as still fit', async () => {
  const asked: number[] = []
  Object.assign(phoneTaro, {
    chooseMedia: async ({ count }: { count: number }) => {
      asked.push(count)
      return { tempFiles: [{ tempFilePath: 'tmp/1.heif', size: 900 }] }
    },
  })
  await openConsultation()
  process.env.TARO_ENV = 'weapp'
  await type('note-text', '两颊发干') // drawn anew as WeChat draws it
  await tap('选照片')
  expect(asked).toEqual([6])
  expect(text()).toContain('这张是 HEIC')
  process.env.TARO_ENV = 'h5'
})
