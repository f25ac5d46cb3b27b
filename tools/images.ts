// Paints each rep's own pictures of the images in a folder, without a cloud and without a network:
// `npm run images -- --in photos --reps 20 --out painted [--kind poster] [--set] [--metrics metrics.json] [--sheet sheet.png]`
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ImageKind } from '@shared/domain/recipe'
import { registerFonts } from './images/fonts'
import { measurePictures, type Painted, type PictureMetrics } from './images/metrics'
import { paintPost } from './images/paint'
import { readPictures } from './images/pictures'
import { contactSheet } from './images/sheet'
import type { Picture } from './images/take-in'

/** set: the folder is one post, and its pictures stand together; else each is a post of its own. */
type Asked = {
  in: string
  out: string
  reps: number
  kind: ImageKind
  set: boolean
  metrics: string | null
  sheet: string | null
}

const SHEET_COLUMNS = 6
const SHEET_MOST = 60

const readAsked = (): Asked => {
  const { values } = parseArgs({
    options: {
      in: { type: 'string' },
      out: { type: 'string' },
      reps: { type: 'string', default: '20' },
      kind: { type: 'string', default: 'photo' },
      set: { type: 'boolean', default: false },
      metrics: { type: 'string' },
      sheet: { type: 'string' },
    },
  })
  const reps = Number(values.reps)
  if (!values.in || !values.out) throw new Error('--in <folder> and --out <folder> are needed')
  if (!Number.isInteger(reps) || reps < 1) throw new Error('--reps: a whole number from 1')
  if (values.kind !== 'photo' && values.kind !== 'poster') throw new Error('--kind: photo or poster')
  const { kind, set, metrics = null, sheet = null } = values
  return { in: values.in, out: values.out, reps, kind, set, metrics, sheet }
}

/** The painted files by picture, and the first ones in the order painted, for the sheet. */
type Kept = { byPicture: Map<Picture, Painted[]>; forSheet: Buffer[] }

const paintAll = async (pictures: readonly Picture[], asked: Asked): Promise<Kept> => {
  const kept: Kept = { byPicture: new Map(pictures.map((picture) => [picture, []])), forSheet: [] }
  const posts = asked.set ? [{ id: 'set', of: pictures }] : pictures.map((one) => ({ id: one.name, of: [one] }))
  for (const post of posts)
    for await (const { repId, pieces } of paintPost(post.id, post.of, asked.reps))
      for (const [at, { picture, recipe, jpeg }] of pieces.entries()) {
        const place = asked.set ? `${repId}.${at + 1}` : repId
        writeFileSync(join(asked.out, `${picture.name}.${place}.jpg`), jpeg)
        if (asked.metrics) kept.byPicture.get(picture)?.push({ recipe, jpeg })
        if (asked.sheet && kept.forSheet.length < SHEET_MOST) kept.forSheet.push(jpeg)
      }
  return kept
}

const main = async (): Promise<void> => {
  const asked = readAsked()
  const read = await readPictures(asked.in, asked.kind)
  const pictures = read.flatMap(({ taken }) => (taken.ok ? [taken.picture] : []))
  const refused = read.flatMap(({ file, taken }) => (taken.ok ? [] : [{ file, reason: taken.reason }]))
  for (const { file, reason } of refused) console.error(`${file}: ${reason}`)
  if (read.length === 0) throw new Error(`${asked.in}: no files`)
  mkdirSync(asked.out, { recursive: true })
  registerFonts()
  const { byPicture, forSheet } = await paintAll(pictures, asked)
  if (asked.sheet) {
    const columns = asked.set ? pictures.length : SHEET_COLUMNS
    writeFileSync(asked.sheet, await contactSheet(forSheet, columns))
  }
  if (asked.metrics) {
    const metrics: Record<string, PictureMetrics | { refused: string }> = {}
    for (const [{ name, jpeg }, painted] of byPicture) metrics[name] = await measurePictures(jpeg, painted)
    for (const { file, reason } of refused) metrics[file] = { refused: reason }
    writeFileSync(asked.metrics, `${JSON.stringify(metrics, null, 1)}\n`)
  }
  console.log(`${pictures.length} images × ${asked.reps} reps in ${asked.out}`)
  if (refused.length > 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
