// In which order is a kit saved, and what happens after a refusal, a kill or a failure half-way?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { type SaveDoors, saveKit } from '../../client/features/kit/save-kit'
import { failedOf, type SaveState, savedOf, startSave } from '../../client/features/kit/save-state'
import { AlbumClosed } from '../../client/platform/album'

const log: string[] = []
const note = <T,>(line: string, answer: T): T => {
  log.push(line)
  return answer
}
const doorsWith = (change: Partial<SaveDoors> = {}): SaveDoors => ({
  askPrivacy: async () => note('privacy', true),
  askAlbum: async () => note('album', true),
  fetchImage: async (index) => note(`fetch ${index}`, `file ${index}`),
  paintImage: async (_, file) => `painted ${file}`,
  saveImage: async (index) => void log.push(`save ${index}`),
  copyText: async () => note('copy', true),
  mark: async (images) => void log.push(`mark ${images}`),
  keep: () => undefined,
  isAlive: () => true,
  done: () => void log.push('done'),
  ...change,
})
const run = async (start: SaveState, doors: SaveDoors): Promise<SaveState> => {
  let last = start
  await saveKit(start, doors, (state) => {
    last = state
  })
  return last
}
const saves = () => log.filter((line) => line.startsWith('save'))

beforeEach(() => {
  log.length = 0
})

test('privacy, album, pictures in the shown order, text last, then the mark', async () => {
  const end = await run(startSave(9), doorsWith())
  expect(log.slice(0, 3)).toEqual(['privacy', 'album', 'fetch 0'])
  expect(saves()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => `save ${n}`))
  expect(log.slice(-3)).toEqual(['copy', 'mark 9', 'done'])
  expect(end).toMatchObject({ phase: 'done', copied: true })
})

test('at most three are fetched at once, and a slow first one does not let the second overtake it', async () => {
  let [now, most] = [0, 0]
  const end = await run(
    startSave(9),
    doorsWith({
      fetchImage: async (index) => {
        now += 1
        most = Math.max(most, now)
        await new Promise((done) => setTimeout(done, index === 0 ? 30 : 2))
        now -= 1
        return `file ${index}`
      },
    }),
  )
  expect(most).toBe(3)
  expect(saves()[0]).toBe('save 0')
  expect(savedOf(end)).toHaveLength(9)
})

test('no to privacy: nothing is fetched, saved or copied', async () => {
  const end = await run(startSave(3), doorsWith({ askPrivacy: async () => false }))
  expect(end.phase).toBe('privacy-refused')
  expect(log).toEqual([])
})

test('no to the album, then yes in the settings: it goes on', async () => {
  const refused = await run(startSave(3), doorsWith({ askAlbum: async () => false }))
  expect(refused.phase).toBe('album-refused')
  expect(log).toEqual(['privacy'])
  const end = await run(refused, doorsWith())
  expect(end.phase).toBe('done')
  expect(saves()).toHaveLength(3)
})

test('the album closes half-way: what is saved stays, the rest comes later', async () => {
  const closing = doorsWith({
    saveImage: async (index) => {
      if (index === 2) throw new AlbumClosed('auth deny')
      log.push(`save ${index}`)
    },
  })
  const half = await run(startSave(4), closing)
  expect(half.phase).toBe('album-refused')
  expect(savedOf(half)).toEqual([0, 1])
  expect(log).not.toContain('copy')
  await run(half, doorsWith())
  expect(saves()).toEqual(['save 0', 'save 1', 'save 2', 'save 3'])
})

test('killed after four and opened again: it resumes with the fifth', async () => {
  const kept: number[][] = []
  let alive = true
  const dying = doorsWith({
    isAlive: () => alive,
    keep: (saved) => {
      kept.push([...saved])
      if (saved.length === 4) alive = false
    },
  })
  await run(startSave(9), dying)
  expect(log).not.toContain('copy')
  log.length = 0
  const end = await run(startSave(9, kept.at(-1)), doorsWith())
  expect(saves()).toEqual([4, 5, 6, 7, 8].map((n) => `save ${n}`))
  expect(log.slice(-3)).toEqual(['copy', 'mark 9', 'done'])
  expect(end.phase).toBe('done')
})

test('a picture is tried three times; then the others go on and only it is retried', async () => {
  let tries = 0
  const failing = doorsWith({
    fetchImage: async (index) => {
      if (index !== 2) return `file ${index}`
      tries += 1
      throw new Error('no')
    },
  })
  const first = await run(startSave(4), failing)
  expect(tries).toBe(3)
  expect(failedOf(first)).toEqual([2])
  expect(log.slice(-2)).toEqual(['mark 3', 'done'])
  log.length = 0
  const second = await run(first, doorsWith())
  expect(saves()).toEqual(['save 2'])
  expect(savedOf(second)).toEqual([0, 1, 2, 3])
})

test('text alone asks for no album', async () => {
  const end = await run(startSave(0), doorsWith())
  expect(log).toEqual(['privacy', 'copy', 'mark 0', 'done'])
  expect(end.phase).toBe('done')
})

test('no clipboard or no signal for the mark: the pictures are saved all the same', async () => {
  const end = await run(
    startSave(1),
    doorsWith({ copyText: async () => false, mark: () => Promise.reject(new Error('offline')) }),
  )
  expect(end).toMatchObject({ phase: 'done', copied: false, images: ['saved'] })
})
