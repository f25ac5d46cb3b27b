// Can HQ mark what matters on a picture, with a mouse or with keys, and is every mark kept?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { resetTaro } from '../support/client-taro'
import { shownPost, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, hold, resetCloud } from '../support/reader-phone'

const imageOf = (imageId: string) => ({
  ...{
    imageId,
    fileId: `cloud://x/${imageId}`,
    url: `https://x/${imageId}.jpg`,
    thumbUrl: `https://x/${imageId}-t.jpg`,
  },
  ...{ width: 1200, height: 800, kind: 'photo' as const, alt: '' },
})
const IMAGES = ['a', 'b', 'c'].map(imageOf)
const PRICE = { x: 700, y: 800, w: 200, h: 100 }
const MARKS = [{ imageId: 'a', focus: null, keepOut: [PRICE] }] as never

const marked = (change: object = {}, post: object = {}) =>
  shownPost({
    images: IMAGES,
    ...post,
    draft: { ...shownPost().draft, imageIds: ['a', 'b', 'c'] as never, imageMarks: MARKS, ...change },
  })

const FRAME = { left: 0, top: 0, width: 500, height: 250, right: 500, bottom: 250, x: 0, y: 0 }
const pointer = (type: string, x: number, y: number) => {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true, button: 0, clientX: x, clientY: y })
  Object.assign(event, { pointerId: 1, isPrimary: true, pointerType: 'mouse' })
  fireEvent(screen.getByLabelText('图上的框'), event)
}
/** On a picture shown 500 by 250: one screen pixel is 2 thousandths across and 4 down. */
const drag = (from: [number, number], to: [number, number]) => {
  pointer('pointerdown', ...from)
  pointer('pointermove', (from[0] + to[0]) / 2, (from[1] + to[1]) / 2)
  pointer('pointermove', ...to)
  pointer('pointerup', ...to)
}
const press = (key: string, shiftKey = false) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, shiftKey })
const choose = (name: string) => fireEvent.click(screen.getByText(name))

const openMarks = async (post = marked(), label = '第 1 张标要紧处') => {
  answer('post.see', () => post)
  openDesk('?post=post1')
  fireEvent.click(await screen.findByLabelText(label))
  await screen.findByText('标好了')
  jest.spyOn(screen.getByLabelText('图上的框'), 'getBoundingClientRect').mockReturnValue(FRAME as DOMRect)
}
const storedDraft = async () => {
  choose('存草稿')
  await waitFor(() => expect(callsOf('post.save')).toHaveLength(1))
  return callsOf('post.save')[0]?.payload.draft as { imageIds: string[]; imageMarks: unknown } | undefined
}
const storedMarks = async () => (await storedDraft())?.imageMarks

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('store.list', () => ({ stores }))
  answer('post.save', ({ baseVersion, draft }) =>
    shownPost({ version: Number(baseVersion) + 1, draft: draft as never }),
  )
})

test('a subject and a price are drawn on the picture and stored with the draft', async () => {
  await openMarks(marked({ imageMarks: [] }))
  drag([100, 50], [400, 225])
  expect(screen.getByLabelText('主体：左 20%，上 20%，宽 60%，高 70%')).toBe(document.activeElement)
  fireEvent.click(screen.getByText('不能裁也不能盖'))
  drag([300, 200], [350, 175]) // upwards, within the subject
  choose('标好了')
  expect(await storedMarks()).toEqual([
    {
      imageId: 'a',
      focus: { x: 200, y: 200, w: 600, h: 700 },
      keepOut: [{ x: 600, y: 700, w: 100, h: 100 }],
    },
  ])
})

test('keys alone do it all: a box is put, moved, resized and removed', async () => {
  await openMarks(marked({ imageMarks: [] }))
  choose('放一个框')
  const box = screen.getByLabelText('主体：左 25%，上 25%，宽 50%，高 50%')
  expect(document.activeElement).toBe(box)
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowDown']) press(key)
  for (const key of ['ArrowRight', 'ArrowUp']) press(key, true)
  fireEvent.click(screen.getByText('不能裁也不能盖'))
  choose('放一个框')
  press('Delete')
  await waitFor(() => expect(document.activeElement?.id).toBe('mark-add'))
  choose('标好了')
  expect(await storedMarks()).toEqual([{ imageId: 'a', focus: { x: 230, y: 260, w: 510, h: 490 }, keepOut: [] }])
})

test('what is there is moved by dragging it and resized by its corner; the last one taken away, no mark is left', async () => {
  await openMarks()
  drag([400, 210], [390, 205])
  drag([441, 229], [461, 239]) // its lower right corner
  choose('标好了')
  expect(await storedMarks()).toEqual([{ imageId: 'a', focus: null, keepOut: [{ x: 680, y: 780, w: 240, h: 140 }] }])
  fireEvent.click(screen.getByLabelText('第 1 张标要紧处'))
  fireEvent.focus(await screen.findByLabelText(/^不能裁盖 1：/))
  choose('删掉这个框')
  choose('标好了')
  choose('存草稿')
  await waitFor(() => expect(callsOf('post.save')).toHaveLength(2))
  expect(callsOf('post.save')[1]?.payload).toMatchObject({ draft: { imageMarks: [] } })
})

test('leaving the dialog changes nothing', async () => {
  await openMarks()
  drag([10, 10], [200, 200])
  choose('不改了')
  expect(screen.queryByText('有改动没存')).toBeNull()
  fireEvent.change(screen.getByLabelText('首条评论'), { target: { value: '新的首评' } })
  expect(await storedMarks()).toEqual([{ imageId: 'a', focus: null, keepOut: [PRICE] }])
})

test('a cancelled touch draws nothing', async () => {
  await openMarks(marked({ imageMarks: [] }))
  pointer('pointerdown', 10, 10)
  pointer('pointermove', 200, 200)
  expect(document.querySelectorAll('.mark-box')).toHaveLength(1)
  pointer('pointercancel', 0, 0)
  expect(document.querySelectorAll('.mark-box')).toHaveLength(0)
})

test('marked pictures show it in the list, the cover too, as their frame cuts them', async () => {
  const { article } = shownPost().draft
  answer('post.see', () => marked({ article: { ...article, coverId: 'a' } }))
  openDesk('?post=post1')
  await screen.findByLabelText('封面标要紧处')
  const over = [...document.querySelectorAll<HTMLElement>('.marks-over')]
  expect(over.map(({ style }) => [style.width, style.height])).toEqual([
    ['150%', '100%'], // 3:2 in a square
    ['100%', '100%'], // 3:2 in its own shape
  ])
  expect(over[0]?.querySelector<HTMLElement>('.mark-keepOut')?.style.left).toBe('70%')
})

test('what reps’ pictures may lose is dimmed', async () => {
  await openMarks()
  expect(document.querySelectorAll('.mark-cut')).toHaveLength(1)
  expect(screen.getByText('边上蒙住的：有的导购的图会裁到这里')).toBeTruthy()
})

test('a poster is never cut, and that is said', async () => {
  await openMarks(marked({}, { images: IMAGES.map((image) => ({ ...image, kind: 'poster' })) }))
  expect(document.querySelectorAll('.mark-cut')).toHaveLength(0)
  expect(screen.getByText('海报不裁边')).toBeTruthy()
})

test('the cover is marked where it stands', async () => {
  const { article } = shownPost().draft
  await openMarks(marked({ imageIds: [], imageMarks: [], article: { ...article, coverId: 'b' } }), '封面标要紧处')
  expect(document.querySelectorAll('.mark-cut')).toHaveLength(0) // the article shows it whole
  choose('放一个框')
  choose('标好了')
  expect(await storedMarks()).toEqual([{ imageId: 'b', focus: { x: 250, y: 250, w: 500, h: 500 }, keepOut: [] }])
})

test('the order is let free by a tick, offered where there is an order to change', async () => {
  answer('post.see', () => marked())
  openDesk('?post=post1')
  fireEvent.click(await screen.findByLabelText('顺序可变：除第一张外，每位导购的顺序可以不同'))
  choose('存草稿')
  await waitFor(() => expect(callsOf('post.save')).toHaveLength(1))
  expect(callsOf('post.save')[0]?.payload).toMatchObject({ draft: { orderFree: true } })
  fireEvent.click(screen.getByLabelText('移走第 3 张'))
  fireEvent.click(screen.getByLabelText(/^顺序可变/))
  expect(screen.queryByLabelText(/^顺序可变/)).toBeNull()
})

test('a post that is out shows its marks and offers no other', async () => {
  answer('post.see', () => marked({}, { state: 'live', publishedAt: 1 }))
  openDesk('?post=post1')
  await screen.findByText('发出去的内容不能直接改。先撤回，改好再发')
  expect(document.querySelectorAll('.marks-over')).toHaveLength(1)
  expect(screen.queryByText('标要紧处')).toBeNull()
})

describe('an upload', () => {
  const file = (name: string) => new File(['x'], name, { type: 'image/jpeg' })
  /** Its bytes arrive unless the file says otherwise. */
  class FakeUpload {
    static lost: string[] = []
    readonly upload = {}
    status = 200
    onload: () => void = () => undefined
    onerror: () => void = () => undefined
    open = () => undefined
    setRequestHeader = () => undefined
    send = (content: File) =>
      void setTimeout(() => (FakeUpload.lost.includes(content.name) ? this.onerror() : this.onload()))
  }
  const real = window.XMLHttpRequest
  beforeEach(() => {
    Object.assign(window, { XMLHttpRequest: FakeUpload })
    FakeUpload.lost = ['坏的.jpg']
    answer('image.prepare', ({ imageId }) => ({ uploadUrl: 'https://x/put', headers: {}, fileId: `raw/${imageId}` }))
    answer('image.intake', ({ imageId }) => ({ image: imageOf(String(imageId)), notes: [] }))
  })
  afterEach(() => void Object.assign(window, { XMLHttpRequest: real }))

  test('that fails is named, the others arrive, and the post keeps what it had', async () => {
    answer('post.see', () => marked())
    openDesk('?post=post1')
    const input = await screen.findByLabelText('朋友圈图片')
    await act(async () => void fireEvent.change(input, { target: { files: [file('坏的.jpg'), file('好的.jpg')] } }))
    expect(await screen.findByText(/^“坏的.jpg”没传上：/)).toBeTruthy()
    expect(await screen.findByLabelText('第 4 张标要紧处')).toBeTruthy()
    const draft = await storedDraft()
    expect(draft?.imageIds.slice(0, 3)).toEqual(['a', 'b', 'c'])
    expect(draft?.imageIds).toHaveLength(4)
    expect(draft?.imageMarks).toEqual(MARKS)
    fireEvent.click(screen.getByText('不要了'))
    expect(screen.queryByText(/没传上/)).toBeNull()
  })

  test('that fails leaves the cover as it was, and can be let go', async () => {
    const { article } = shownPost().draft
    answer('post.see', () => marked({ article: { ...article, coverId: 'b' } }))
    openDesk('?post=post1')
    const input = await screen.findByLabelText('封面')
    await act(async () => void fireEvent.change(input, { target: { files: [file('坏的.jpg')] } }))
    expect(await screen.findByText(/“坏的.jpg”没传上：/)).toBeTruthy()
    expect(document.querySelector<HTMLImageElement>('.desk-one-frame img')?.src).toBe('https://x/b-t.jpg')
    fireEvent.click(screen.getByText('不要了'))
    expect(screen.queryByText(/没传上/)).toBeNull()
  })

  const { article } = shownPost().draft
  const BOX = { x: 250, y: 250, w: 500, h: 500 }
  /** The cover's dialog is open on b while another picture for the cover is on its way; then that one arrives. */
  const replaceWhileMarking = async (imageIds: string[]) => {
    const release = hold('image.intake')
    answer('post.see', () => marked({ imageIds, imageMarks: [], article: { ...article, coverId: 'b' } }))
    openDesk('?post=post1')
    const input = await screen.findByLabelText('封面')
    await act(async () => void fireEvent.change(input, { target: { files: [file('新的.jpg')] } }))
    await waitFor(() => expect(callsOf('image.intake')).toHaveLength(1))
    fireEvent.click(screen.getByLabelText('封面标要紧处'))
    await screen.findByText('标好了')
    choose('放一个框')
    await act(async () => release())
    const cover = () => document.querySelector<HTMLImageElement>('.desk-one-frame img')?.src
    await waitFor(() => expect(cover()).toMatch(/^https:\/\/x\/(?!b-t)/))
    choose('标好了')
  }

  test('that replaces the cover while it is marked does not get the boxes drawn on the old one', async () => {
    await replaceWhileMarking([])
    expect(document.querySelectorAll('.desk-one-frame .mark-box, .desk-one-frame .marks-over')).toHaveLength(0)
    expect(await storedMarks()).toEqual([])
  })

  test('that replaces the cover leaves the boxes to the old one where it still stands', async () => {
    await replaceWhileMarking(['b'])
    expect(await storedMarks()).toEqual([{ imageId: 'b', focus: BOX, keepOut: [] }])
  })

  test('for other words of the same picture takes the boxes drawn on the cover along', async () => {
    const release = hold('image.intake')
    const cloud = globalThis.fetch
    const kept = { ok: true, blob: async () => file('a.jpg') }
    const fetch = async (url: string, init: object) => (url === 'https://x/a.jpg' ? kept : cloud(url, init))
    Object.assign(globalThis, { fetch })
    answer('post.see', () => marked({ imageIds: ['a'], imageMarks: [], article: { ...article, coverId: 'a' } }))
    openDesk('?post=post1')
    const words = await screen.findByLabelText('第 1 张的说明')
    fireEvent.change(words, { target: { value: '一瓶精华' } })
    fireEvent.blur(words)
    await waitFor(() => expect(callsOf('image.intake')).toHaveLength(1))
    fireEvent.click(screen.getByLabelText('封面标要紧处'))
    await screen.findByText('标好了')
    choose('放一个框')
    await act(async () => release())
    await waitFor(() =>
      expect(document.querySelector('.desk-one-frame img')?.getAttribute('src')).not.toContain('/a-t'),
    )
    choose('标好了')
    const draft = await storedDraft()
    expect(draft?.imageIds).not.toEqual(['a'])
    expect(draft?.imageMarks).toEqual([{ imageId: draft?.imageIds[0], focus: BOX, keepOut: [] }])
  })
})
