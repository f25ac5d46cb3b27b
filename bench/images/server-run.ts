// How is the render function's painting measured? In a process of its own, as small as the cloud's, beside a bare re-encode.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { toBuffer } from 'qrcode'
import sharp from 'sharp'
import { reencode } from '../../cloudfunctions/render/reencode'
import { buildFonts } from '../../tools/fonts'
import type { Spent } from './server-main'

const HOME = path.resolve('dist/bench/images-server')
/** What Node gives its heap in a function of 256 MB, about. */
const HEAP_MB = 96
const PHOTOS = ['bottle', 'cat', 'coat', 'coffee', 'dandelion', 'galaxies', 'hotpot', 'oranges', 'seeds']

/** All at 1,080 × 1,440 and as the intake keeps them. */
const layOutFiles = async (): Promise<void> => {
  const put = (name: string, bytes: Buffer): void => writeFileSync(path.join(HOME, name), bytes)
  for (const [index, name] of PHOTOS.entries()) {
    const large = sharp(readFileSync(`assets/bench/${name}.jpg`)).resize(1_080, 1_440, { fit: 'cover' })
    const taken = await reencode(await large.jpeg({ quality: 92 }).toBuffer())
    if (!taken.ok) throw new Error(`${name}: ${taken.reason}`)
    put(`${index}.jpg`, taken.picture.jpeg)
  }
  put('avatar.jpg', await sharp(readFileSync('assets/bench/cat.jpg')).resize(256, 256).jpeg().toBuffer())
  put('code.png', await toBuffer('https://read.example.com/#/read/post-1/AbCdEfGhIjKl', { width: 430, margin: 2 }))
}

const bundle = async (): Promise<string> => {
  const outfile = path.join(HOME, 'main.cjs')
  await build({
    entryPoints: ['bench/images/server-main.ts'],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['sharp', '@napi-rs/canvas'],
    alias: { '@shared': path.resolve('shared') },
    logLevel: 'warning',
  })
  return outfile
}

/** The function's own environment: it limits memory pools and leaves the machine's fonts alone. */
const settings = (): Record<string, string> => {
  const { functions } = JSON.parse(readFileSync('cloudbaserc.json', 'utf8')) as {
    functions: { name: string; envVariables: Record<string, string> }[]
  }
  return functions.find(({ name }) => name === 'render')?.envVariables ?? {}
}

let prepared: Promise<string> | null = null
const prepare = async (): Promise<string> => {
  mkdirSync(HOME, { recursive: true })
  const [program] = await Promise.all([bundle(), buildFonts(path.join(HOME, 'fonts')), layOutFiles()])
  return program
}

export const spend = async (what: 'kit' | 'posters', rounds: number): Promise<Spent> => {
  prepared ??= prepare()
  const args = [`--max-old-space-size=${HEAP_MB}`, await prepared, what, HOME, String(rounds)]
  const env = { ...process.env, ...settings() }
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env })) as Spent
}

/** Of rounds without the first, which is cold. */
export const percentile = (rounds: readonly number[], share: number): number => {
  const sorted = rounds.slice(1).sort((a, b) => a - b)
  const at = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (at === undefined) throw new Error('no warm round')
  return at
}
