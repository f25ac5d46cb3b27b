// What do the people of the story do with their phones, and what can be read off afterwards?
import sharp from 'sharp'
import { WEAPP } from '../../tools/budgets.data'
import { pause } from './harness/hand'
import type { Weapp } from './harness/weapp'

export const SLOW_MS = 20_000

/** One plain picture per colour, so that the order in the album can be read off. */
export const COLOURS = [
  { r: 200, g: 40, b: 40 },
  { r: 40, g: 160, b: 60 },
  { r: 40, g: 60, b: 200 },
]

export const plainPicture = (background: { r: number; g: number; b: number }): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer()

/** Which of the colours each saved picture is mostly made of, in the order of the album. */
export const coloursOf = (phone: Weapp): Promise<number[]> =>
  Promise.all(
    phone.album.map(async ({ bytes }) => {
      const [r = 0, g = 0, b = 0] = (await sharp(bytes).stats()).channels.map(({ mean }) => mean)
      return r > g && r > b ? 0 : g > b ? 1 : 2
    }),
  )

const ASKS = [
  'requirePrivacyAuthorize',
  'authorize',
  'cloud.downloadFile',
  'saveImageToPhotosAlbum',
  'setClipboardData',
]

/** The calls of saving and the questions WeChat put to her, runs of the same one told once. */
export const askedOf = (phone: Weapp): string[] =>
  phone.log
    .map(({ api }) => api)
    .filter((api) => ASKS.includes(api) || /^popup\.(privacy|scope|settings)/.test(api))
    .filter((api, at, all) => api !== all[at - 1])

/** Reads the part that begins at `start` as a person does: a little scroll now and then. */
export const readFor = async (phone: Weapp, ms: number, start: string): Promise<void> => {
  await phone.scroll(start)
  const top = phone.scrolled()
  for (const end = Date.now() + ms; Date.now() < end; ) {
    await pause(400)
    await phone.scroll(top + Math.round((end - Date.now()) / 100))
  }
}

export const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + SLOW_MS; !(await isSo()); await pause(100))
    if (Date.now() > end) throw new Error(`it did not come true: ${isSo}`)
}

export const parted = (path = ''): { path: string; query: Record<string, string> } => {
  const [page = '', query = ''] = path.replace(/^\//, '').split('?')
  return { path: page, query: Object.fromEntries(new URLSearchParams(query)) }
}

/** Nothing failed, nothing was asked of WeChat that it lacks, every word was compiled and its places filled. */
export const expectClean = (phone: Weapp): void => {
  expect(phone.errors).toEqual([])
  expect(phone.warnings).toEqual([])
  expect([...phone.missing]).toEqual([])
  expect(phone.text()).not.toMatch(/\{\w+\}|undefined|NaN/)
  expect(phone.page().element.querySelectorAll('*').length).toBeLessThanOrEqual(WEAPP.pageNodes)
}
