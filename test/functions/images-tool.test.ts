// Does `npm run images` paint every rep her own files, measure them, and say which files it could not take?
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { PictureMetrics } from '../../tools/images/metrics'

jest.setTimeout(120_000)
const ROOT = join(__dirname, '../..')
let folder: string

/** Bands of colour, so that there is something to hash. */
const pictureOf = (width: number, height: number, turn: number): Promise<Buffer> => {
  const data = Buffer.alloc(width * height * 3)
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)]
    for (let c = 0; c < 3; c += 1) data[3 * at + c] = 128 + 100 * Math.sin(x / (17 + turn) + (y * (c + 1)) / 41)
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer()
}

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/run.mjs', 'images', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}
const place = (name: string) => join(folder, name)
const digests = (files: readonly string[]) =>
  new Set(
    files.map((file) =>
      createHash('sha256')
        .update(readFileSync(place(`out/${file}`)))
        .digest('hex'),
    ),
  )

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ripple-images-'))
  mkdirSync(place('in'))
  writeFileSync(place('in/bands.jpg'), await pictureOf(240, 180, 0))
  writeFileSync(place('in/tall.jpg'), await pictureOf(150, 260, 9))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('paints every rep a file of her own of every image, measures them and makes a sheet', () => {
  const asked = ['--in', place('in'), '--out', place('out'), '--reps', '4']
  const { status, stderr } = run(...asked, '--metrics', place('metrics.json'), '--sheet', place('sheet.png'))
  expect(stderr).toBe('')
  expect(status).toBe(0)
  const files = readdirSync(place('out')).sort()
  expect(files).toHaveLength(8)
  expect(files.slice(0, 2)).toEqual(['bands.rep-001.jpg', 'bands.rep-002.jpg'])
  expect(digests(files).size).toBe(8)
  const metrics = JSON.parse(readFileSync(place('metrics.json'), 'utf8')) as Record<string, PictureMetrics>
  expect(Object.keys(metrics)).toEqual(['bands', 'tall'])
  expect(metrics.bands?.pictures).toBe(4)
  expect(metrics.bands?.dHash.from1).toBe(100)
  expect(metrics.bands?.ssim.own.least).toBeGreaterThan(0.8)
  expect(readFileSync(place('sheet.png')).subarray(1, 4).toString()).toBe('PNG')
})

test('a set stands together: one of its pictures carries the card, and files are numbered in her order', () => {
  expect(run('--in', place('in'), '--out', place('out'), '--reps', '2', '--set').status).toBe(0)
  const files = readdirSync(place('out'))
  expect(files).toHaveLength(4)
  for (const file of files) expect(file).toMatch(/^(bands|tall)\.rep-00[12]\.[12]\.jpg$/)
})

test('paints the others and exits with 1 when a file is refused, naming it', () => {
  writeFileSync(place('in/notes.txt'), 'no picture')
  const { status, stderr } = run('--in', place('in'), '--out', place('out'), '--reps', '1')
  expect(status).toBe(1)
  expect(stderr).toContain('notes.txt: this is not an image')
  expect(readdirSync(place('out'))).toHaveLength(2)
})

test.each([
  [['--reps', '2'], '--in <folder> and --out <folder> are needed'],
  [['--in', 'x', '--out', 'y', '--reps', 'many'], '--reps: a whole number from 1'],
  [['--in', 'x', '--out', 'y', '--kind', 'painting'], '--kind: photo or poster'],
])('%j is turned back with what is wrong', (args, words) => {
  const { status, stderr } = run(...args)
  expect(status).toBe(1)
  expect(stderr).toContain(words)
  expect(existsSync(place('out'))).toBe(false)
})
