// What becomes of files that lie, burst, tell or lack something? Judged by the whole corpus, without a cloud.
import exifr from 'exifr'
import sharp from 'sharp'
import { type Picture, type Reencoded, reencode } from '../../cloudfunctions/render/reencode'
import { MODEL_EDGE } from '../../shared/domain/picture-model'
import { type HostileFile, hostileFiles, picture, SECRET } from '../support/hostile-files'
import { segmentCodes } from '../support/jpeg-segments'

jest.setTimeout(60_000)

type Judged = { file: HostileFile; bytes: Buffer; answer: Reencoded; decodings: number }

/** Start, JFIF, tables, frames, Huffman codes, restart interval, scan, end: what a picture needs to be seen. */
const NEEDED = [0xd8, 0xe0, 0xdb, 0xc0, 0xc2, 0xc4, 0xdd, 0xda, 0xd9]

const judge = async (file: HostileFile): Promise<Judged> => {
  const bytes = await file.make()
  const decoding = jest.spyOn(sharp.prototype, 'toBuffer')
  const answer = await reencode(bytes)
  const decodings = decoding.mock.calls.length
  decoding.mockRestore()
  return { file, bytes, answer, decodings }
}
const outcome = (answer: Reencoded) => (answer.ok ? { accepted: answer.picture.notes } : { refused: answer.reason })
const pictureOf = ({ answer, file }: Judged): Picture => {
  if (!answer.ok) throw new Error(`${file.name} was refused: ${answer.reason}`)
  return answer.picture
}

test('the corpus has more than thirty files, no two of a name', () => {
  expect(hostileFiles.length).toBeGreaterThan(30)
  expect(new Set(hostileFiles.map(({ name }) => name)).size).toBe(hostileFiles.length)
})

describe.each(hostileFiles.map((file) => [file.name, file] as const))('%s', (_, file) => {
  let judged: Judged
  beforeAll(async () => {
    judged = await judge(file)
  })
  test(JSON.stringify(file.becomes), () => expect(outcome(judged.answer)).toEqual(file.becomes))

  if (file.bomb) test('is refused before it is decoded', () => expect(judged.decodings).toBe(0))

  if (file.tells)
    test('carries its secret in, and nowhere out', () => {
      expect(judged.bytes.includes(SECRET)).toBe(true)
      const { jpeg, thumb } = pictureOf(judged)
      expect([jpeg, thumb].some((kept) => kept.includes(SECRET))).toBe(false)
    })

  if ('accepted' in file.becomes)
    test('is kept as a plain JPEG, its thumbnail and its grey model', async () => {
      const { jpeg, thumb, width, height, model } = pictureOf(judged)
      expect(judged.decodings).toBeGreaterThan(0)
      expect(Math.max(width, height)).toBeLessThanOrEqual(1440)
      for (const [kept, edge] of [
        [jpeg, 1440],
        [thumb, 320],
      ] as const) {
        expect(segmentCodes(kept).filter((code) => !NEEDED.includes(code))).toEqual([])
        expect(await exifr.parse(kept, true)).toBeUndefined()
        const meta = await sharp(kept).metadata()
        expect(meta).toMatchObject({ format: 'jpeg', space: 'srgb', channels: 3 })
        expect(Math.max(meta.width, meta.height)).toBeLessThanOrEqual(edge)
      }
      expect(Math.max(model.width, model.height)).toBe(Math.min(MODEL_EDGE, Math.max(width, height)))
      expect(Buffer.from(model.grey, 'base64')).toHaveLength(model.width * model.height)
    })

  if (file.upright)
    test('stands upright', async () => {
      const { jpeg } = pictureOf(judged)
      const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
      expect(info).toMatchObject({ width: 60, height: 40 })
      const at = (x: number, y: number) => [...data.subarray(3 * (y * 60 + x), 3 * (y * 60 + x) + 3)]
      const isRed = ([r = 0, , b = 0]: number[]) => r > 200 && b < 60
      expect([at(5, 5), at(55, 5), at(5, 35), at(55, 35)].map(isRed)).toEqual([true, false, false, false])
    })
})

describe('what is kept looks as it did', () => {
  const named = (name: string): HostileFile => {
    const file = hostileFiles.find((each) => each.name === name)
    if (!file) throw new Error(`no ${name}`)
    return file
  }
  const meanOf = async (bytes: Buffer): Promise<number[]> => {
    const plain = await sharp(bytes).toColourspace('srgb').png().toBuffer()
    return (await sharp(plain).stats()).channels.map(({ mean }) => mean)
  }
  const asMade = async (): Promise<number[]> => meanOf(await picture().png().toBuffer())

  test.each([
    ['cmyk.jpg', 12], // what ink cannot show is lost before it reaches us
    ['wide-colours.jpg', 2],
    ['16-bit.png', 2],
    ['progressive.jpg', 2],
  ])('%s', async (name, tolerance) => {
    const [before, after] = [await asMade(), await meanOf(pictureOf(await judge(named(name))).jpeg)]
    for (const [n, mean] of after.entries()) expect(Math.abs(mean - (before[n] ?? 0))).toBeLessThan(tolerance)
  })

  test('what is clear shows white', async () => {
    const [before, after] = [await asMade(), await meanOf(pictureOf(await judge(named('palette-with-clear.png'))).jpeg)]
    for (const [n, mean] of after.entries())
      expect(Math.abs(mean - (0.3 * (before[n] ?? 0) + 0.7 * 255))).toBeLessThan(5)
  })

  test('the model is the luma of what is stored', async () => {
    const { jpeg, model } = pictureOf(await judge(named('progressive.jpg')))
    expect(model).toMatchObject({ width: 180, height: 120 })
    const [red = 0, green = 0, blue = 0] = await meanOf(jpeg)
    const grey = Buffer.from(model.grey, 'base64')
    const mean = grey.reduce((sum, each) => sum + each, 0) / grey.length
    expect(mean).toBeCloseTo(0.299 * red + 0.587 * green + 0.114 * blue, 0)
  })
})
