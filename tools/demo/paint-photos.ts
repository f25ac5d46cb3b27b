// Paints the demo's pictures into assets/demo: `node tools/run.mjs demo/paint-photos [name prefix] [--sheet file.png]`.
// The same code and seeds paint the same pictures; nothing is fetched.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { carSeatPictures } from './photos/car-seat'
import { coatPictures } from './photos/coat'
import { creamPictures } from './photos/cream'
import { hotpotPictures } from './photos/hotpot'
import { jewelPictures } from './photos/jewel'
import { juicePictures } from './photos/juice'
import { finish, type Scene, scene } from './photos/light'
import type { Picture } from './photos/picture'
import { pillowPictures } from './photos/pillow'
import { robotPictures } from './photos/robot'
import { sachetPictures } from './photos/sachet'
import { serumPictures } from './photos/serum'
import { shoePictures } from './photos/shoe'
import { washerPictures } from './photos/washer'

const outDir = path.join(process.cwd(), 'assets/demo')
const maxBytes = 106_000
const pictures: Picture[] = [
  ...serumPictures,
  ...coatPictures,
  ...carSeatPictures,
  ...juicePictures,
  ...washerPictures,
  ...jewelPictures,
  ...sachetPictures,
  ...shoePictures,
  ...creamPictures,
  ...hotpotPictures,
  ...robotPictures,
  ...pillowPictures,
]

const seedOf = (name: string) => [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 99991, 7)

/** The best quality that fits the budget; a very busy picture is softened a little before quality suffers. */
const encode = async (s: Scene): Promise<Buffer> => {
  for (const blur of [0, 0.6, 0.9, 1.3]) {
    const softened = scene(s.w, s.h)
    if (blur > 0) softened.ctx.filter = `blur(${blur}px)`
    softened.ctx.drawImage(s.canvas, 0, 0)
    for (let quality = 88; quality >= 64; quality -= 4) {
      const bytes = await softened.canvas.encode('jpeg', quality)
      if (bytes.length <= maxBytes) return bytes
    }
  }
  throw new Error(`a picture does not fit ${maxBytes} bytes at any fair quality`)
}

const contactSheet = async (files: string[], target: string) => {
  const cell = 440
  const columns = Math.min(3, files.length)
  const sheet = createCanvas(columns * cell, Math.ceil(files.length / columns) * cell)
  const ctx = sheet.getContext('2d')
  for (const [i, file] of files.entries()) {
    const image = await loadImage(file)
    const k = (cell - 8) / Math.max(image.width, image.height)
    ctx.drawImage(image, (i % columns) * cell, Math.floor(i / columns) * cell, image.width * k, image.height * k)
  }
  writeFileSync(target, await sheet.encode('png'))
}

const main = async () => {
  const args = process.argv.slice(2)
  const at = args.indexOf('--sheet')
  const sheet = at >= 0 ? args[at + 1] : undefined
  const prefixes = at >= 0 ? args.slice(0, at) : args
  mkdirSync(outDir, { recursive: true })
  const files: string[] = []
  for (const picture of pictures) {
    if (prefixes.length && !prefixes.some((prefix) => picture.name.startsWith(prefix))) continue
    const s = scene(picture.w, picture.h)
    picture.paint(s)
    finish(s, seedOf(picture.name), picture.finish)
    const bytes = await encode(s)
    const file = path.join(outDir, `${picture.name}.jpg`)
    writeFileSync(file, bytes)
    files.push(file)
    console.log(`${picture.name}.jpg ${picture.w}×${picture.h} ${Math.round(bytes.length / 1024)} KB`)
  }
  if (sheet) await contactSheet(files, sheet)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
