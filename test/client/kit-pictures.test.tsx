// Her pictures on her phone: seen at once, painted one at a time, there again without signal.
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { act, screen } from '@testing-library/react'
import { queries } from '../../client/platform/queries'
import { disk, files, KEPT, keptFiles } from '../support/phone-files'
import { answer, callsOf, hold } from '../support/reader-phone'
import { demoKit } from '../support/rep-answers'
import {
  fetched,
  kitWith,
  type Opened,
  openKit,
  readyPictures,
  saved,
  shown,
  tap,
  withoutSignal,
} from '../support/rep-pictures'
import { settle } from '../support/rep-screen'
import { done, easel, phone, resetPhone } from '../support/rep-taro'

const HERS = { fileId: 'cloud://her', url: 'https://cloud/her.jpg' }

beforeEach(readyPictures)
afterEach(() => {
  process.env.TARO_ENV = 'h5'
})

describe('what she looks at', () => {
  test('all nine thumbnails are fetched at once, painted one after another, small, and let go', async () => {
    await openKit()
    const thumbs = demoKit(9).images.map(({ image }) => `open ${image.thumbUrl}`)
    expect(
      easel
        .filter((what) => /^(open|size|export|release)/.test(what))
        .slice(0, 9)
        .sort(),
    ).toEqual(thumbs)
    const paintings = easel.slice(9).join('\n').split('size 1×1')
    expect(paintings).toHaveLength(10)
    for (const painting of paintings.slice(0, 9)) {
      expect(painting.match(/size/g)).toHaveLength(1)
      expect(painting.match(/export/g)).toHaveLength(1)
      expect(painting.match(/release https/g)).toHaveLength(1)
      const [, width, height] = painting.match(/size (\d+)×(\d+)/) ?? []
      expect(Math.max(Number(width), Number(height))).toBe(480)
    }
    expect(shown().every((src) => src.startsWith(KEPT))).toBe(true)
  })

  test('only the picture that bears her card has her name', async () => {
    await openKit(kitWith(3, {}, 2))
    expect(easel.filter((what) => what.startsWith('write'))).toEqual(['write 许婉清', 'write 静安店'])
  })

  test('what does not open stays the plain thumbnail', async () => {
    phone.signal = false
    await openKit(kitWith(2))
    expect(shown()).toEqual(['https://cloud/1-small.jpg', 'https://cloud/2-small.jpg'])
  })

  test('what did not open from an old address is painted from the new one, and nothing else again', async () => {
    const kit = kitWith(3)
    const expired = (at: number) => `https://cloud/expired-${at}.jpg`
    const addressed = (addressOf: (at: number) => string): Opened => ({
      ...kit,
      images: kit.images.map((one, at) => ({ ...one, image: { ...one.image, thumbUrl: addressOf(at) } })),
    })
    phone.lost.add(expired(1))
    await openKit(addressed(expired))
    expect(shown()[1]).toBe(expired(1))
    const fresh = (at: number) => `https://cloud/fresh-${at}.jpg`
    answer('kit.open', () => addressed(fresh))
    await act(() => queries.invalidateQueries())
    await settle()
    expect(shown().every((src) => src.startsWith(KEPT))).toBe(true)
    expect(easel.filter((what) => what.startsWith('open') && what.includes('fresh'))).toEqual([`open ${fresh(1)}`])
  })

  test('her own picture is fetched once, and without it she has her name all the same', async () => {
    const card = { name: '许婉清', store: '静安店', avatar: HERS }
    const { unmount } = await openKit(kitWith(3, { card }))
    await tap('保存图文')
    expect(fetched().filter((what) => what === 'fetch cloud://her')).toHaveLength(1)
    unmount()
    phone.signal = false
    resetPhone()
    phone.canvas = 'paints'
    const fails = kitWith(1, { card: { ...card, avatar: { fileId: '', url: '' } } })
    await openKit(fails)
    expect(easel).toContain('write 许婉清')
  })
})

describe('her face on her card', () => {
  const withFace = (fileId: string) =>
    kitWith(2, { card: { name: '许婉清', store: '静安店', avatar: { fileId, url: '' } } })
  const kept = (bytes: number) => keptFiles().filter((path) => files.get(path) === bytes)
  const lose = (fileId: string) => phone.lost.add(fileId)

  test('did not come: painted without it, kept under no name, and asked for again', async () => {
    lose('cloud://her')
    const { unmount } = await openKit(withFace('cloud://her'))
    await tap('保存图文')
    expect(saved()).toHaveLength(2)
    expect(kept(250_000)).toHaveLength(2) // the other picture: small and full
    phone.lost.clear()
    await tap('再存一遍')
    expect(fetched().filter((what) => what === 'fetch cloud://her').length).toBeGreaterThan(1)
    expect(kept(250_000)).toHaveLength(3)
    unmount()
    await openKit(withFace('cloud://her'))
    expect(keptFiles()).toHaveLength(4)
  })

  test('came but does not open: not kept either', async () => {
    phone.broken.add('cloud://her')
    await openKit(withFace('cloud://her'))
    await tap('保存图文')
    expect(kept(250_000)).toHaveLength(2)
  })

  test('changed on another phone: the new one is painted', async () => {
    await openKit(withFace('cloud://her'))
    const before = shown()
    answer('kit.open', () => withFace('cloud://her-new'))
    await act(() => queries.invalidateQueries())
    await settle()
    expect(fetched()).toContain('fetch cloud://her-new')
    expect(shown()[0]).not.toBe(before[0])
    expect(shown()[1]).toBe(before[1])
  })
})

describe('saving', () => {
  test('each picture says what is being done to it', async () => {
    phone.canvas = 'is not there'
    const answerNow = hold('kit.paint')
    await openKit(kitWith(5))
    await tap('保存图文', 1_300) // the canvas is looked for during a second
    const steps = () =>
      [...document.querySelectorAll('.picture')].map((one) => one.querySelector('.picture-step')?.textContent ?? '')
    expect(steps()).toEqual(['正在生成', '已下载', '已下载', '已下载', '已下载'])
    answerNow()
    await settle()
    expect(steps()).toEqual(Array.from({ length: 5 }, () => '✓ 已存'))
  })

  test('full size, one at a time, in the shown order; the originals are given back', async () => {
    await openKit()
    easel.length = 0
    await tap('保存图文')
    const exports = easel.filter((what) => /^(size 1×1|export)/.test(what))
    expect(exports).toEqual(Array.from({ length: 9 }, () => ['export', 'size 1×1']).flat())
    expect(saved()).toHaveLength(9)
    expect(new Set(saved()).size).toBe(9)
    expect([...files.keys()].filter((path) => path.startsWith('file-'))).toEqual([])
  })

  test('without signal it takes what was painted before, in the shown order, and previews are there', async () => {
    const kit = kitWith(4)
    const { unmount } = await openKit(kit)
    await tap('保存图文')
    const first = saved()
    expect(first.every((path) => path.startsWith(KEPT))).toBe(true)
    unmount()
    done.length = 0
    easel.length = 0
    await withoutSignal(kit)
    expect(shown().every((src) => src.startsWith(KEPT))).toBe(true)
    await tap('再存一遍')
    expect(saved()).toEqual(first)
    expect(fetched()).toEqual([])
    expect(easel).toEqual([])
    expect(screen.getByText('已存 4/4，文案已复制')).toBeTruthy()
  })

  test('a kept file that the phone cleaned away is painted again; without signal it alone is not saved', async () => {
    const kit = kitWith(3)
    const { unmount } = await openKit(kit)
    await tap('保存图文')
    const [, second = ''] = saved()
    files.delete(second)
    unmount()
    done.length = 0
    const away = await withoutSignal(kit)
    await tap('再存一遍')
    expect(saved()).toHaveLength(2)
    expect(screen.getByText('第 2 张没存上，点这里再试')).toBeTruthy()
    phone.signal = true
    await tap('第 2 张没存上，点这里再试')
    expect(saved()).toHaveLength(3)
    expect(keptFiles()).toContain(second)
    away.unmount()
  })

  test('a full phone keeps nothing and saves all the same', async () => {
    disk.room = 0
    await openKit(kitWith(3))
    await tap('保存图文')
    expect(screen.getByText('已存 3/3，文案已复制')).toBeTruthy()
    expect(keptFiles()).toEqual([])
  })
})

describe('a phone whose canvas gives nothing', () => {
  test.each(['is not there', 'has no context', 'gives no file'] as const)('%s: the cloud paints', async (canvas) => {
    phone.canvas = canvas
    await openKit(kitWith(4, { pictureRolls: 2 }), 1_200)
    await tap('保存图文', 1_300)
    expect(callsOf('kit.paint').map(({ payload }) => payload)).toEqual(
      [0, 1, 2, 3].map((index) => ({ postId: 'p1', version: 1, rolls: 2, indexes: [index] })),
    )
    expect(fetched().filter((what) => what.includes('painted'))).toEqual(
      [0, 1, 2, 3].map((index) => `fetch cloud://painted-${index}`),
    )
    expect(screen.getByText('已存 4/4，文案已复制')).toBeTruthy()
    expect(new Set(saved()).size).toBe(4)
  })

  test('a file that comes at the second asking needs no cloud', async () => {
    await openKit(kitWith(2))
    phone.failExports = 1
    await tap('保存图文')
    expect(callsOf('kit.paint')).toEqual([])
    expect(saved()).toHaveLength(2)
  })

  test('her poster too', async () => {
    phone.canvas = 'has no context'
    answer('poster.code', () => ({ token: 't', url: '', fileId: 'cloud://code', kind: 'mini-code' }))
    answer('poster.paint', () => ({ fileId: 'cloud://poster', url: '' }))
    await openKit(kitWith(1))
    await tap('海报')
    expect(callsOf('poster.paint').map(({ payload }) => payload)).toEqual([
      { postId: 'p1', version: 1, design: 'paper', kind: 'mini-code', lang: 'zh' },
    ])
    await tap('保存海报')
    expect(fetched()).toContain('fetch cloud://poster')
    expect(screen.getByText('海报已存，再存一张')).toBeTruthy()
  })
})
