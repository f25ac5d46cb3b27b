// Which fonts does the cloud paint with? GB2312 in two weights, the whole family for rarer characters, emoji in colour.
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import subset from 'subset-font'
import {
  COVER_FILE,
  type Cover,
  commonFont,
  EMOJI_FONT,
  FONT_WEIGHTS,
  type FontWeight,
  fullFont,
  type Runs,
} from '../cloudfunctions/render/font-files'
import { charactersOf, withoutTable } from './font-file'

/** Raise it when other fonts are to be made of the same packages. */
const RECIPE = 1
const FAMILY = '@expo-google-fonts/noto-sans-sc'
const EMOJI = '@expo-google-fonts/noto-color-emoji'
const MADE_OF = [FAMILY, EMOJI, 'subset-font'] as const
const FILE_OF: Record<FontWeight, string> = {
  400: '400Regular/NotoSansSC_400Regular.ttf',
  600: '600SemiBold/NotoSansSC_600SemiBold.ttf',
}
const EMOJI_FILE = '400Regular/NotoColorEmoji_400Regular.ttf'

const packaged = (root: string, name: string, file: string): string => path.join(root, 'node_modules', name, file)

/** ASCII, Latin with accents, and dashes and quotes beyond what the Chinese set has. */
const WESTERN = [
  ...Array.from({ length: 95 }, (_, i) => 0x20 + i),
  ...Array.from({ length: 96 }, (_, i) => 0xa0 + i),
  ...[0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2026, 0x20ac, 0x2122],
]

const inRange = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** GB 2312-80: rows 1–9 are symbols, 16–55 the 3,755 common Han, 56–87 the 3,008 less common ones. */
export const gb2312 = (): string => {
  const decoder = new TextDecoder('gb2312')
  const rows = [...inRange(1, 9), ...inRange(16, 87)]
  const cells = rows.flatMap((row) => inRange(1, 94).map((cell) => Uint8Array.of(0xa0 + row, 0xa0 + cell)))
  return cells
    .map((bytes) => decoder.decode(bytes))
    .filter((text) => [...text].length === 1 && !/[\ufffd\p{Private_Use}]/u.test(text))
    .join('')
}

const runsOf = (text: string): Runs => {
  const runs: Runs = []
  const points = [...new Set([...text].map((character) => character.codePointAt(0) ?? 0))].sort((a, b) => a - b)
  for (const point of points) {
    const last = runs[runs.length - 1]
    if (last && last[1] === point - 1) last[1] = point
    else runs.push([point, point])
  }
  return runs
}

const isIn = (runs: Runs, character: string): boolean => {
  const point = character.codePointAt(0) ?? 0
  return runs.some(([first, last]) => first <= point && point <= last)
}

const make = async (root: string, home: string): Promise<void> => {
  const wanted = gb2312() + String.fromCodePoint(...WESTERN)
  const put = (name: string, data: Buffer | string): void => writeFileSync(path.join(home, name), data)
  for (const weight of FONT_WEIGHTS) {
    const font = readFileSync(packaged(root, FAMILY, FILE_OF[weight]))
    put(fullFont(weight), font)
    put(commonFont(weight), await subset(font, wanted, { targetFormat: 'truetype' }))
  }
  // The drawings come twice, as COLR and as SVG (20 of 25 MB). Skia draws COLR, but no longer after a subsetter touched it.
  const emoji = readFileSync(packaged(root, EMOJI, EMOJI_FILE))
  put(EMOJI_FONT, withoutTable(emoji, 'SVG '))
  const full = charactersOf(readFileSync(packaged(root, FAMILY, FILE_OF[400])))
  const common = runsOf([...wanted].filter((character) => isIn(full, character)).join(''))
  const cover: Cover = { common, full, emoji: charactersOf(emoji) }
  put(COVER_FILE, JSON.stringify(cover))
}

/** What went in names the folder, so that other packages make other fonts. */
const cacheOf = (root: string): string => {
  const versions = MADE_OF.map((name) => JSON.parse(readFileSync(packaged(root, name, 'package.json'), 'utf8')).version)
  const key = createHash('sha256')
    .update(JSON.stringify([RECIPE, versions]))
    .digest('hex')
  return path.join(root, 'node_modules/.cache/ripple-fonts', key.slice(0, 16))
}

/** Made once per machine; several builds at once may each make them, and the first to finish counts. */
const madeFonts = async (root: string): Promise<string> => {
  const cache = cacheOf(root)
  if (existsSync(cache)) return cache
  const making = `${cache}.${process.pid}.${Date.now()}`
  mkdirSync(making, { recursive: true })
  await make(root, making)
  try {
    renameSync(making, cache)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(cache)) throw error
  }
  return cache
}

/** A link costs nothing; on another disk it is a copy. */
const place = (from: string, to: string): void => {
  rmSync(to, { force: true })
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}

/** Puts the fonts into `outDir`. */
export const buildFonts = async (outDir: string, root = process.cwd()): Promise<void> => {
  const made = await madeFonts(root)
  mkdirSync(outDir, { recursive: true })
  for (const name of readdirSync(made)) place(path.join(made, name), path.join(outDir, name))
}
