// Which painted pictures stay on her phone, and what goes when it is full, when the phone died, and when she leaves?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import * as fc from 'fast-check'
import { forgetPictures, keepPicture, recallPicture, type Wanted } from '../../client/platform/pictures'
import { overflowOf, ROOM, type Shelves } from '../../client/platform/pictures-shelf'
import { signOut } from '../../client/platform/session'
import { recall } from '../../client/platform/storage'
import { resetTaro } from '../support/client-taro'
import { disk, files, KEPT, keptFiles } from '../support/phone-files'
import { resetCloud } from '../support/reader-phone'
import { resetPhone } from '../support/rep-taro'

const wanted = (key: string, set = 'p1.1.0', shelf: Wanted['shelf'] = 'full'): Wanted => ({ key, set, shelf })
const painted = (name: string, bytes = 250_000): string => {
  files.set(name, bytes)
  return name
}
const keep = (key: string, set?: string, shelf?: Wanted['shelf']) =>
  keepPicture(wanted(key, set, shelf), painted(`tmp-${key}`))
const noted = () => Object.keys(recall<Shelves>('ripple.pictures') ?? {}).sort()

beforeEach(() => {
  process.env.TARO_ENV = 'weapp'
  resetTaro()
  resetPhone()
  resetCloud()
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.restoreAllMocks()
})

test('what a phone that died left behind goes with the first picture kept after its start', async () => {
  files.set(`${KEPT}part-a.jpg`, 90_000)
  files.set(`${KEPT}stray.jpg`, 250_000)
  await keep('a')
  expect(keptFiles()).toEqual([`${KEPT}a.jpg`])
})

test('kept under its key, the temporary file is given back', async () => {
  expect(await keep('a')).toBe(`${KEPT}a.jpg`)
  expect(await recallPicture(wanted('a'))).toBe(`${KEPT}a.jpg`)
  expect(await recallPicture(wanted('b'))).toBeNull()
  expect(files.has('tmp-a')).toBe(false)
})

test('the phone dies before the file has its name: nothing is kept under it', async () => {
  disk.dies = true
  void keep('a')
  await new Promise((ready) => setTimeout(ready, 20))
  expect(await recallPicture(wanted('a'))).toBeNull()
  expect(keptFiles()).toEqual([`${KEPT}part-a.jpg`])
  disk.dies = false
  expect(await keep('a')).toBe(`${KEPT}a.jpg`)
})

test.each([
  ['vanished', () => files.delete(`${KEPT}a.jpg`)],
  ['cut short', () => files.set(`${KEPT}a.jpg`, 1_000)],
])('a file that is %s is none, and is noted no more', async (_, harm) => {
  await keep('a')
  harm()
  expect(await recallPicture(wanted('a'))).toBeNull()
  expect(noted()).toEqual([])
})

test('a full phone: the least recently used half goes; when that does not help, the temporary file serves', async () => {
  const clock = jest.spyOn(Date, 'now')
  for (const [at, key] of ['a', 'b', 'c', 'd'].entries()) {
    clock.mockReturnValue(1_000 + at)
    await keep(key)
  }
  disk.room = 1_000_000
  expect(await keep('e')).toBe(`${KEPT}e.jpg`)
  expect(noted()).toEqual(['c', 'd', 'e'])
  disk.room = 100_000
  expect(await keep('f')).toBe('tmp-f')
  expect(files.has('tmp-f')).toBe(true)
})

test('a picture that cannot be kept for another reason costs none of the others', async () => {
  await keep('a')
  await keep('b')
  expect(await keepPicture(wanted('c'), 'tmp-that-is-gone')).toBe('tmp-that-is-gone')
  expect(noted()).toEqual(['a', 'b'])
})

test('of six kits the one not used for longest goes; looking at it counts as use', async () => {
  const clock = jest.spyOn(Date, 'now')
  for (let kit = 1; kit <= 5; kit += 1) {
    clock.mockReturnValue(kit * 3_600_000)
    await keep(`k${kit}`, `p${kit}.1.0`)
  }
  clock.mockReturnValue(6 * 3_600_000)
  await recallPicture(wanted('k1', 'p1.1.0'))
  clock.mockReturnValue(7 * 3_600_000)
  await keep('k6', 'p6.1.0')
  expect(noted()).toEqual(['k1', 'k3', 'k4', 'k5', 'k6'])
  expect(keptFiles()).not.toContain(`${KEPT}k2.jpg`)
})

test('posts she only looks at push out none that she saved', async () => {
  await keep('full', 'p0.1.0')
  for (let post = 1; post <= 12; post += 1) await keep(`small${post}`, `p${post}.1.0`, 'small')
  expect(noted()).toHaveLength(13)
})

test('whatever was kept, what stays is within the room, and nothing goes for one used earlier', () => {
  const one = fc.record({
    shelf: fc.constantFrom('full' as const, 'small' as const),
    set: fc.integer({ min: 0, max: 20 }).map(String),
    bytes: fc.integer({ min: 1, max: 9 * 1024 * 1024 }),
    usedAt: fc.integer({ min: 0, max: 1_000 }),
  })
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), one, { maxKeys: 60 }), (all) => {
      const gone = new Set(overflowOf(all))
      const rest = Object.entries(all).filter(([key]) => !gone.has(key))
      expect(rest.reduce((sum, [, { bytes }]) => sum + bytes, 0)).toBeLessThanOrEqual(ROOM.bytes)
      for (const shelf of ['full', 'small'] as const) {
        const sets = new Set(rest.filter(([, each]) => each.shelf === shelf).map(([, { set }]) => set))
        expect(sets.size).toBeLessThanOrEqual(ROOM.sets[shelf])
      }
      const newest = Object.entries(all).sort(([, a], [, b]) => b.usedAt - a.usedAt)[0]
      if (newest) expect(gone.has(newest[0])).toBe(false)
    }),
  )
})

test('when she signs out nothing of hers stays', async () => {
  await keep('a')
  await keep('b', 'p1.1.0', 'small')
  await signOut()
  expect(keptFiles()).toEqual([])
  expect(noted()).toEqual([])
})

describe('in a browser', () => {
  const kept = new Map<string, Blob>()
  const sizeOf = (at: unknown) => kept.get(String(at))
  const cache = {
    put: async (at: string, reply: { body: Blob }) => void kept.set(at, reply.body),
    match: async (at: string) => (sizeOf(at) ? { blob: async () => sizeOf(at) } : undefined),
    delete: async (at: string) => kept.delete(at),
    keys: async () => [...kept.keys()].map((at) => ({ url: `https://ripple.example${at}` })),
  }
  class FakeResponse {
    constructor(readonly body: Blob) {}
  }
  beforeEach(() => {
    process.env.TARO_ENV = 'h5'
    kept.clear()
    const blob = new Blob(['a picture'])
    Object.assign(globalThis, {
      Response: FakeResponse,
      fetch: async () => ({ blob: async () => blob }),
    })
    Object.assign(URL, { createObjectURL: () => 'blob:kept', revokeObjectURL: () => undefined })
  })
  afterEach(() => Reflect.deleteProperty(globalThis, 'caches'))

  test('the cache storage keeps them', async () => {
    Object.assign(globalThis, { caches: { open: async () => cache } })
    expect(await keepPicture(wanted('a'), 'blob:new')).toBe('blob:new')
    expect(await recallPicture(wanted('a'))).toBe('blob:kept')
    await forgetPictures()
    expect(await recallPicture(wanted('a'))).toBeNull()
    expect(kept.size).toBe(0)
  })

  test.each([
    ['full', 'QuotaExceededError', 1],
    ['at fault', 'TypeError', 3],
  ])('a storage that is %s (%s) leaves %i of three', async (_, name, left) => {
    const put = jest.fn(cache.put)
    Object.assign(globalThis, { caches: { open: async () => ({ ...cache, put }) } })
    for (const key of ['a', 'b', 'c']) await keepPicture(wanted(key), 'blob:new')
    put.mockRejectedValueOnce(Object.assign(new Error(), { name }))
    put.mockRejectedValueOnce(Object.assign(new Error(), { name }))
    expect(await keepPicture(wanted('d'), 'blob:new')).toBe('blob:new')
    expect(kept.size).toBe(left)
  })

  test('one without it goes on with what it has', async () => {
    expect(await keepPicture(wanted('a'), 'blob:new')).toBe('blob:new')
    expect(await recallPicture(wanted('a'))).toBeNull()
    await forgetPictures()
  })
})
